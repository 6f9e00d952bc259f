package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the lines of a live conversation go. Called by the session's own thread: never blocks.
public interface TranscriptSink {
    /// The next line, oldest first.
    void said(TranscriptLine line);

    /// The conversation is over; comes once, after every line.
    ///
    /// @param measures null when nothing was measured
    void ended(EndReason reason, Instant at, @Nullable Measures measures);
}
