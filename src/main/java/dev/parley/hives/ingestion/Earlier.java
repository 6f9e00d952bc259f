package dev.parley.hives.ingestion;

import dev.parley.hives.Hive;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;

/// What the notes of a hive tell about a reading that was broken off.
///
/// @param startedAt when it was begun first; now, when none was
/// @param attempts how often it was begun without getting on
record Earlier(Instant startedAt, int attempts) {
    static Earlier of(Hive hive, Instant now) {
        var notes = hive.content().internalProps();
        if (notes == null
                || !hive.status().equals(Hive.PROCESSING)
                || !notes.path("started_at").isTextual()) {
            return new Earlier(now, 0);
        }
        return new Earlier(
                Timestamps.instant(notes.path("started_at").asText()),
                notes.path("attempts").asInt());
    }
}
