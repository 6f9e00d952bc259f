package dev.parley.audio;

/// Single samples.
final class Samples {
    private Samples() {}

    /// The nearest sample of 16 bits.
    static short clip(float sample) {
        return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
