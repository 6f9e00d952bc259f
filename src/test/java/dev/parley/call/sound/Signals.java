package dev.parley.call.sound;

/// Sounds with known properties.
public final class Signals {
    private Signals() {}

    /// A tone at half of full scale.
    public static Sound tone(int rate, double hertz, int millis) {
        var samples = new short[rate * millis / 1_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(16_384 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return new Sound(rate, samples);
    }

    /// Something a voice detector takes for a voice: a buzz of 120 Hz through the resonances of a
    /// vowel that opens and closes four times a second.
    public static Sound speech(int rate, int millis) {
        return speech(rate, millis, 120, 4);
    }

    /// Another's voice.
    ///
    /// @param hertz of the buzz
    /// @param syllables how often a second the vowel opens
    public static Sound speech(int rate, int millis, int hertz, double syllables) {
        var samples = new short[rate * millis / 1_000];
        double[] formants = {700, 1_220, 2_600};
        var first = new double[formants.length];
        var second = new double[formants.length];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / rate;
            double pulse = i % (rate / hertz) == 0 ? 1 : 0;
            double sum = 0;
            for (int k = 0; k < formants.length; k++) {
                double radius = Math.exp(-Math.PI * (60 + 40 * k) / rate);
                double turn = 2 * radius * Math.cos(2 * Math.PI * formants[k] / rate);
                double out = pulse + turn * first[k] - radius * radius * second[k];
                second[k] = first[k];
                first[k] = out;
                sum += out;
            }
            double loudness = 0.55 + 0.45 * Math.sin(2 * Math.PI * syllables * time);
            samples[i] = (short) Math.clamp(Math.round(sum * loudness * 4_000), -32_768, 32_767);
        }
        return new Sound(rate, samples);
    }

    /// How much of a tone is in a sound, 1 for nothing else at half of full scale.
    public static double part(Sound sound, double hertz) {
        double cosine = 0;
        double sine = 0;
        int count = sound.samples().length;
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * hertz * i / sound.rate();
            cosine += sound.samples()[i] * Math.cos(angle);
            sine += sound.samples()[i] * Math.sin(angle);
        }
        return Math.hypot(cosine, sine) * 2 / count / 16_384;
    }
}
