package dev.parley.platform.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How the index knows a record: by the microsecond it was created in, and ten bits of its id, so
/// that of records made in the same microsecond each is itself. Greater is newer.
final class Moment {
    private static final int BITS = 10;

    private Moment() {}

    static long of(Instant createdAt, String id) {
        int hash = id.hashCode() * 0x9e3779b1;
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) << BITS
                | hash >>> Integer.SIZE - BITS;
    }

    static Instant instant(long moment) {
        return Instant.EPOCH.plus(moment >> BITS, ChronoUnit.MICROS);
    }

    static boolean isTogether(long one, long other) {
        return one >> BITS == other >> BITS;
    }

    /// The newest there can be at `createdAt`.
    static long last(Instant createdAt) {
        return (ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + 1 << BITS) - 1;
    }
}
