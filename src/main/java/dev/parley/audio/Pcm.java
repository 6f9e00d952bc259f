package dev.parley.audio;

/// Sound inside the server: one channel of signed 16-bit samples, 16,000 a second, in frames of 20
/// milliseconds.
public final class Pcm {
    /// Samples a second.
    public static final int RATE = 16_000;

    public static final int FRAME_MILLIS = 20;

    /// Samples of a frame.
    public static final int FRAME = RATE * FRAME_MILLIS / 1_000;

    private Pcm() {}
}
