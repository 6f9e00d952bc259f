package dev.parley;

import dev.parley.extraction.Consent;
import dev.parley.recordings.Recordings;
import dev.parley.recordings.RecordingsResource;

/// Puts the recording of calls together.
final class Records {
    private final Ground ground;

    Records(Ground ground) {
        this.ground = ground;
    }

    /// With a chore of its own, and what a crash left on this machine's disk.
    Recordings recordings() {
        var config = ground.config();
        var recordings =
                new Recordings(
                        ground.database(),
                        ground.files().blobs(),
                        config.recording(),
                        Consent::isGiven,
                        config.database().dataFolder().resolve("recordings"),
                        ground.publicUrl(),
                        ground.clock());
        ground.jobs().repeat(recordings.purging());
        recordings.recover();
        return recordings;
    }

    RecordingsResource resource(Recordings recordings) {
        return new RecordingsResource(recordings, ground.files().blobs());
    }
}
