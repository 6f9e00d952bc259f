package dev.parley.audio.voice;

/// Takes for voice what is clearly louder than the noise of the line and crosses zero as often as
/// voices do; for where the native library does not load.
final class EnergyVoiceDetector implements VoiceDetector {
    /// Decibels above the noise.
    private static final double ABOVE_NOISE = 9;

    /// Quieter than this nobody speaks.
    private static final double QUIETEST = -55;

    private final NoiseFloor noise = new NoiseFloor();

    @Override
    public boolean isVoice(short[] frame) {
        double level = Loudness.of(frame);
        boolean isLoud = noise.rise(level) > ABOVE_NOISE && level > QUIETEST;
        return isLoud && Crossings.areAVoices(frame);
    }

    @Override
    public void close() {}
}
