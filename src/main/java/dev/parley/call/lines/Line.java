package dev.parley.call.lines;

/// The far side's end of one call. Sound goes out in frames of 20 milliseconds, at the pace it is
/// spoken; what comes in is told to whoever opened the line, on a thread of the socket.
public interface Line extends AutoCloseable {
    /// Milliseconds of one frame.
    int FRAME_MILLIS = 20;

    /// Samples a second, in both directions.
    int rate();

    /// Samples of one frame.
    default int frame() {
        return rate() * FRAME_MILLIS / 1_000;
    }

    /// Sends one frame of the caller's voice.
    void speak(short[] frame);

    /// Sends words instead of sound.
    ///
    /// @throws UnsupportedOperationException where a line carries none
    void type(String words);

    /// Time has passed: answers what is due, such as a carrier's marks. Called once a frame.
    ///
    /// @param now of [System#nanoTime()]
    void tick(long now);

    /// Hangs up.
    @Override
    void close();
}
