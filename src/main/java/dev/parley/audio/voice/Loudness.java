package dev.parley.audio.voice;

/// How loud frames are.
final class Loudness {
    /// Of silence itself.
    static final double FLOOR = -90;

    private static final double FULL = 32_768.0 * 32_768.0;

    private Loudness() {}

    /// Decibels below the loudest sound that fits 16 bits.
    static double of(short[] frame) {
        long sum = 0;
        for (short sample : frame) {
            sum += sample * sample;
        }
        return sum == 0
                ? FLOOR
                : Math.max(FLOOR, 10 * Math.log10((double) sum / frame.length / FULL));
    }
}
