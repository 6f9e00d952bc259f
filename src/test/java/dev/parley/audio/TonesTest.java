package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TonesTest {
    private static final int[] ALL = {697, 770, 852, 941, 1_209, 1_336, 1_477, 1_633};

    @Test
    void everyKeyIsItsTwoTonesAndNoOther() {
        var keys = "123A456B789C*0#D";
        for (int i = 0; i < keys.length(); i++) {
            var sound = samples(Tones.mulaw(keys.substring(i, i + 1)));
            assertThat(sound).hasSize(1_600);
            var tone = Arrays.copyOf(sound, 800);
            for (int hertz : ALL) {
                boolean isOne = hertz == ALL[i / 4] || hertz == ALL[4 + i % 4];
                double level = level(tone, hertz);
                if (isOne) {
                    assertThat(level).as("%s %d", keys.charAt(i), hertz).isGreaterThan(9_000);
                } else {
                    assertThat(level).as("%s %d", keys.charAt(i), hertz).isLessThan(1_500);
                }
            }
            assertThat(Arrays.copyOfRange(sound, 800, 1_600)).containsOnly((short) 0);
        }
    }

    @Test
    void waitsWhereItIsTold() {
        var sound = samples(Tones.mulaw("1w2"));

        assertThat(sound).hasSize(1_600 + 4_000 + 1_600);
        assertThat(Arrays.copyOfRange(sound, 800, 5_600)).containsOnly((short) 0);
    }

    @Test
    void knowsNoOtherKeys() {
        assertThatThrownBy(() -> Tones.mulaw("E")).isInstanceOf(IllegalArgumentException.class);
    }

    private static short[] samples(byte[] mulaw) {
        var samples = new short[mulaw.length];
        for (int i = 0; i < mulaw.length; i++) {
            samples[i] = G711.fromMulaw(mulaw[i]);
        }
        return samples;
    }

    /// The amplitude of one tone.
    private static double level(short[] sound, int hertz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < sound.length; i++) {
            double turn = 2 * Math.PI * hertz * i / 8_000;
            cosine += sound[i] * Math.cos(turn);
            sine += sound[i] * Math.sin(turn);
        }
        return 2 * Math.hypot(cosine, sine) / sound.length;
    }
}
