package dev.parley.audio.voice;

/// How often frames cross zero.
final class Crossings {
    /// Of 320 samples: a voice at 70 Hz crosses 3 times, a hiss half the time.
    private static final int FEWEST = 3;

    private static final int MOST = 140;

    private Crossings() {}

    /// Whether a frame crosses zero as often as voices do, and not as hums and clicks do.
    static boolean areAVoices(short[] frame) {
        int count = 0;
        for (int i = 1; i < frame.length; i++) {
            count += (frame[i - 1] ^ frame[i]) >>> 31;
        }
        return count >= FEWEST && count <= MOST;
    }
}
