package dev.parley.testing;

import dev.parley.audio.Pcm;

/// Sound that is speech to a machine: the pulses of a voice through the resonances of a mouth that
/// moves from vowel to vowel, four syllables a second.
public final class SpeechLike {
    /// First and second resonance of five vowels, in Hz; Peterson and Barney, 1952.
    private static final double[][] VOWELS = {
        {730, 1_090}, {270, 2_290}, {530, 1_840}, {570, 840}, {300, 870}
    };

    private static final double SYLLABLE_SECONDS = 0.25;
    private static final double LOUDNESS = 6_000;

    private SpeechLike() {}

    /// @param seconds how long
    /// @param pitch in Hz: 100 to 250 for grown-ups
    public static short[] say(double seconds, double pitch) {
        int count = (int) (seconds * Pcm.RATE);
        var samples = new short[count];
        var first = new Resonance();
        var second = new Resonance();
        double phase = 0;
        for (int i = 0; i < count; i++) {
            double at = (double) i / Pcm.RATE;
            double within = at / SYLLABLE_SECONDS % 1;
            var vowel = VOWELS[(int) (at / SYLLABLE_SECONDS) % VOWELS.length];
            phase += pitch * (1 + 0.05 * Math.sin(2 * Math.PI * 1.3 * at)) / Pcm.RATE;
            double pulse = phase >= 1 ? 1 : 0;
            phase -= pulse;
            double voice =
                    first.next(pulse, vowel[0], 80) + 0.6 * second.next(pulse, vowel[1], 110);
            double envelope = 0.25 + 0.75 * Math.pow(Math.sin(Math.PI * within), 0.5);
            double sample = LOUDNESS * envelope * voice;
            samples[i] = (short) Math.clamp(sample, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    /// Nothing for so long.
    public static short[] silence(double seconds) {
        return new short[(int) (seconds * Pcm.RATE)];
    }

    /// A resonator of two poles.
    private static final class Resonance {
        private double last;
        private double before;

        double next(double input, double hertz, double width) {
            double r = Math.exp(-Math.PI * width / Pcm.RATE);
            double now =
                    input
                            + 2 * r * Math.cos(2 * Math.PI * hertz / Pcm.RATE) * last
                            - r * r * before;
            before = last;
            last = now;
            return now;
        }
    }
}
