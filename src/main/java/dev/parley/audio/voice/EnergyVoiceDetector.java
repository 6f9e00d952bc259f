package dev.parley.audio.voice;

/// Takes for voice what is clearly louder than the noise of the line and crosses zero as often as
/// voices do; for where the native library does not load.
final class EnergyVoiceDetector implements VoiceDetector {
    /// Decibels above the noise.
    private static final double ABOVE_NOISE = 9;

    /// Quieter than this nobody speaks.
    private static final double QUIETEST = -55;

    /// Of 320 samples: a voice at 70 Hz crosses 3 times, a hiss half the time.
    private static final int FEWEST_CROSSINGS = 3;

    private static final int MOST_CROSSINGS = 140;

    /// The floor follows what is quieter at once, and what is louder by 1.5 decibels a second.
    private static final double RISE = 0.03;

    private static final double FALL = 0.3;

    private double noise = -50;

    @Override
    public boolean isVoice(short[] frame) {
        double level = Loudness.of(frame);
        noise += level < noise ? FALL * (level - noise) : Math.min(RISE, level - noise);
        noise = Math.max(noise, -75);
        return level > QUIETEST && level > noise + ABOVE_NOISE && isVoicelike(crossings(frame));
    }

    private static boolean isVoicelike(int crossings) {
        return crossings >= FEWEST_CROSSINGS && crossings <= MOST_CROSSINGS;
    }

    private static int crossings(short[] frame) {
        int count = 0;
        for (int i = 1; i < frame.length; i++) {
            count += (frame[i - 1] ^ frame[i]) >>> 31;
        }
        return count;
    }

    @Override
    public void close() {}
}
