package dev.parley.call.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SoundTest {
    @Test
    void keepsTonesAndLetsNothingFoldBackWhenTheRateChanges() {
        var low = Signals.tone(22_050, 1_000, 500).at(8_000);
        var high = Signals.tone(22_050, 5_000, 500).at(8_000);

        assertThat(low.millis()).isEqualTo(500);
        assertThat(Signals.part(low, 1_000)).isCloseTo(1, within(0.02));
        assertThat(Signals.part(high, 3_000)).isLessThan(0.01);
    }

    @Test
    void cutsThePausesAroundAVoice() {
        var voice = Signals.tone(16_000, 300, 400).samples();
        var padded = new short[16_000];
        System.arraycopy(voice, 0, padded, 4_800, voice.length);

        assertThat(new Sound(16_000, padded).trimmed().millis()).isEqualTo(400);
    }

    @Test
    void encodesMuLawAsTheStandardDoes() {
        // ITU-T G.711 table 2: the ends of the scale and the values around zero
        assertThat(Telephony.encode(new short[] {0, -1, 32_767, -32_768, 1_000}))
                .containsExactly(0xff, 0x7f, 0x80, 0x00, 0xce);
        assertThat(Telephony.decode(new byte[] {(byte) 0x80, 0x00, (byte) 0xff, (byte) 0xce}))
                .containsExactly((short) 32_124, (short) -32_124, (short) 0, (short) 988);
    }

    @Test
    void comesBackFromAFile() throws IOException {
        var sound = Signals.tone(8_000, 440, 30);
        var file = new ByteArrayOutputStream();

        Wav.write(file, sound);

        var read = Wav.read(file.toByteArray());
        assertThat(read.rate()).isEqualTo(8_000);
        assertThat(read.samples()).isEqualTo(sound.samples());
        assertThatThrownBy(() -> Wav.read(new byte[100])).hasMessage("not a WAV file");
    }
}
