package dev.parley.recordings;

import dev.parley.transcript.TranscriptLine;

/// Records one call, both sides, each on a channel of its own. Nothing here blocks. The two sides
/// may be told from different threads, each from one at a time.
public interface Recorder extends AutoCloseable {
    /// Records nothing.
    Recorder NONE =
            new Recorder() {
                @Override
                public void caller(short[] frame, long nanos) {}

                @Override
                public void agent(short[] frame, long nanos) {}

                @Override
                public void consent(boolean isGiven) {}

                @Override
                public void close() {}
            };

    /// The caller's next frame of [dev.parley.audio.Pcm]; copied.
    ///
    /// @param nanos when it came, by `System.nanoTime()`
    void caller(short[] frame, long nanos);

    /// The agent's next frame; copied.
    ///
    /// @param nanos when the caller hears it, by `System.nanoTime()`
    void agent(short[] frame, long nanos);

    /// The caller has agreed to being recorded, or refused. Before that nothing is written when the
    /// agent is to ask; after a refusal what was written is thrown away.
    void consent(boolean isGiven);

    /// A line of the transcript: the caller may agree to being recorded, or refuse.
    default void said(TranscriptLine line) {}

    /// The call is over.
    @Override
    void close();
}
