package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    private static final double AMPLITUDE = 10_000;

    @ParameterizedTest
    @CsvSource({
        "8000,16000",
        "16000,8000",
        "22050,16000",
        "24000,16000",
        "16000,24000",
        "44100,16000",
        "16000,44100",
        "48000,16000",
        "16000,48000"
    })
    void keepsTonesThatBothSidesCarry(int from, int to) {
        double limit = Math.min(from, to) / 2.0;
        for (double share = 0.02; share <= 0.85; share += 0.083) {
            double gain = 20 * Math.log10(level(tone(share * limit, from), from, to) / AMPLITUDE);
            assertThat(gain).as("%.0f Hz", share * limit).isBetween(-0.1, 0.1);
        }
    }

    @ParameterizedTest
    @CsvSource({"16000,8000", "22050,16000", "24000,16000", "44100,16000", "48000,16000"})
    void rejectsTonesThatWouldComeBackAsOthers(int from, int to) {
        double limit = to / 2.0;
        for (double hertz = 1.15 * limit; hertz < from / 2.0; hertz += limit / 7) {
            double left = 20 * Math.log10(level(tone(hertz, from), from, to) / AMPLITUDE);
            assertThat(left).as("%.0f Hz", hertz).isLessThan(-60);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000,16000", "16000,24000", "16000,44100"})
    void makesNoTonesThatWereNotThere(int from, int to) {
        double hertz = 0.7 * from / 2;
        var made = resampled(tone(hertz, from), from, to);
        double image = goertzel(made, from - hertz, to);
        assertThat(20 * Math.log10(image / AMPLITUDE)).isLessThan(-60);
    }

    @ParameterizedTest
    @CsvSource({"44100,16000", "8000,16000", "16000,8000", "24000,16000", "16000,16000"})
    void doesNotCareHowItsInputIsCut(int from, int to) {
        var seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("ResamplerTest: -Dparley.seed=" + seed);
        var random = new Random(seed);
        var input = tone(1_000, from);
        var whole = resampled(input, from, to);

        var resampler = new Resampler(from, to);
        var made = new float[whole.length + 10];
        int count = 0;
        for (int at = 0; at < input.length; ) {
            int length = Math.min(input.length - at, random.nextInt(300));
            var piece = new float[length];
            System.arraycopy(input, at, piece, 0, length);
            var some = new float[resampler.most(length)];
            int got = resampler.resample(piece, length, some);
            System.arraycopy(some, 0, made, count, got);
            count += got;
            at += length;
        }

        assertThat(count).as("seed %d", seed).isEqualTo(whole.length);
        for (int i = 0; i < count; i++) {
            assertThat(made[i]).as("seed %d", seed).isEqualTo(whole[i]);
        }
    }

    private static float[] tone(double hertz, int rate) {
        var samples = new float[rate / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static float[] resampled(float[] input, int from, int to) {
        var resampler = new Resampler(from, to);
        var made = new float[resampler.most(input.length)];
        int count = resampler.resample(input, input.length, made);
        return java.util.Arrays.copyOf(made, count);
    }

    /// The loudness of the middle of what comes out, as the amplitude of a tone.
    private static double level(float[] input, int from, int to) {
        var made = resampled(input, from, to);
        double sum = 0;
        int count = 0;
        for (int i = made.length / 4; i < made.length * 3 / 4; i++, count++) {
            sum += (double) made[i] * made[i];
        }
        return Math.sqrt(2 * sum / count);
    }

    /// The amplitude of one tone within a sound.
    private static double goertzel(float[] samples, double hertz, int rate) {
        double real = 0;
        double imaginary = 0;
        int from = samples.length / 4;
        int to = samples.length * 3 / 4;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from));
            real += samples[i] * window * Math.cos(angle);
            imaginary += samples[i] * window * Math.sin(angle);
        }
        return 4 * Math.hypot(real, imaginary) / (to - from);
    }
}
