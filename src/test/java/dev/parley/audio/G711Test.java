package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Against the decision values of ITU-T G.711, tables 1a and 2a.
class G711Test {
    @Test
    void knowsTheValuesOfTheStandardMulaw() {
        // code, and the quantized value of 14 bits that table 2a gives it, as 16 bits
        int[][] table = {
            {0xFF, 0},
            {0xFE, 2 << 2},
            {0xFD, 4 << 2},
            {0xF0, 30 << 2},
            {0xEF, 33 << 2},
            {0xDF, 99 << 2},
            {0xCF, 231 << 2},
            {0xBF, 495 << 2},
            {0xAF, 1_023 << 2},
            {0x9F, 2_079 << 2},
            {0x8F, 4_191 << 2},
            {0x80, 8_031 << 2}
        };
        for (var row : table) {
            assertThat(G711.fromMulaw((byte) row[0])).as("%x", row[0]).isEqualTo((short) row[1]);
            assertThat(G711.fromMulaw((byte) (row[0] & 0x7F)))
                    .as("-%x", row[0])
                    .isEqualTo((short) -row[1]);
        }
    }

    @Test
    void knowsTheValuesOfTheStandardAlaw() {
        // code with its even bits turned, and the quantized value of 13 bits that table 1a gives it
        int[][] table = {
            {0x80, 1 << 3},
            {0x8F, 31 << 3},
            {0x90, 33 << 3},
            {0xA0, 66 << 3},
            {0xB0, 132 << 3},
            {0xC0, 264 << 3},
            {0xD0, 528 << 3},
            {0xE0, 1_056 << 3},
            {0xF0, 2_112 << 3},
            {0xFF, 4_032 << 3}
        };
        for (var row : table) {
            int code = row[0] ^ 0x55;
            assertThat(G711.fromAlaw((byte) code)).as("%x", row[0]).isEqualTo((short) row[1]);
            assertThat(G711.fromAlaw((byte) (code ^ 0x80)))
                    .as("-%x", row[0])
                    .isEqualTo((short) -row[1]);
        }
    }

    @Test
    void takesEveryCodeForItself() {
        for (int code = 0; code < 256; code++) {
            short mulaw = G711.fromMulaw((byte) code);
            short alaw = G711.fromAlaw((byte) code);
            assertThat(G711.fromMulaw(G711.mulaw(mulaw))).isEqualTo(mulaw);
            assertThat(G711.alaw(alaw)).isEqualTo((byte) code);
        }
    }

    @Test
    void isNeverFurtherOffThanAStep() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int step = Math.max(16, Math.abs(sample) / 16);
            int mulaw = G711.fromMulaw(G711.mulaw((short) sample));
            int alaw = G711.fromAlaw(G711.alaw((short) sample));
            int clipped = Math.clamp(sample, -32_124, 32_124);
            assertThat(Math.abs(mulaw - clipped)).as("%d", sample).isLessThanOrEqualTo(step);
            assertThat(Math.abs(alaw - Math.clamp(sample, -32_256, 32_256)))
                    .as("%d", sample)
                    .isLessThanOrEqualTo(step);
        }
    }
}
