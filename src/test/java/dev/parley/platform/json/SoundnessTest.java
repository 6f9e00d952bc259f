package dev.parley.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// V1: what cannot be stored is found, and what is not looked at holds none of it.
class SoundnessTest {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "é",
                    "हि",
                    "😀",
                    "\\u0041",
                    "\\u0000",
                    "\\ud83d",
                    "\\ude00",
                    "\\ud83d\\ude00",
                    "\\\\",
                    "\\\"",
                    "\\n",
                    "u",
                    "e",
                    "\u202e");
    private static final List<String> NUMBERS =
            List.of("0", "-1.5", "1e5", "1e400", "-1E+999", "1.5e-3", "12345678901234567890");

    @Test
    void findsWhatCannotBeStored() throws IOException {
        assertThat(Soundness.fault("plain é 😀")).isEmpty();
        assertThat(Soundness.fault("a\0b")).isPresent();
        assertThat(Soundness.fault("a\ud83d")).isPresent();
        assertThat(Soundness.fault("\ude00\ud83d")).isPresent();
        assertThat(Soundness.fault(json("{\"a\": [1e400]}"))).isPresent();
        assertThat(Soundness.fault(json("{\"a\\u0000\": 1}"))).isPresent();
    }

    @Test
    void takesNothingUnsoundForPlain() throws IOException {
        long seed = System.nanoTime();
        System.out.println("SoundnessTest seed " + seed);
        var random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            var text = randomJson(random);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            if (Soundness.isPlain(bytes)) {
                plain++;
                assertThat(Soundness.fault(Json.parse(bytes))).as(text).isEmpty();
            }
        }
        assertThat(plain).isBetween(500, 49_500);
    }

    private static String randomJson(Random random) {
        var text = new StringBuilder("{\"");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        text.append("\": [\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append("\", ")
                .append(NUMBERS.get(random.nextInt(NUMBERS.size())))
                .append("]}")
                .toString();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) throws IOException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
