package dev.parley.providers.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.providers.speech.TextToSpeech.Speech;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final List<String> asked = new ArrayList<>();
    private final Speaker speaker = new Phrases().remember("ann", this::speak);

    @Test
    void isAskedTwiceForWhatIsSaidAgainAndAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(heard("Hello!")).isEqualTo("Hello!");
        }

        assertThat(asked).containsExactly("Hello!", "Hello!");
    }

    @Test
    void keepsNothingThatWasNotHeardToItsEnd() throws IOException {
        heard("Hello!");
        for (int i = 0; i < 3; i++) {
            try (var speech = speaker.speak("Hello!")) {
                assertThat(speech.samples().read()).isPositive();
            }
        }

        assertThat(asked).hasSize(4);
    }

    @Test
    void keepsNothingLong() throws IOException {
        var text = "a".repeat(301);
        for (int i = 0; i < 3; i++) {
            heard(text);
        }

        assertThat(asked).hasSize(3);
    }

    private String heard(String text) throws IOException {
        try (var speech = speaker.speak(text)) {
            return new String(speech.samples().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Speech speak(String text) {
        asked.add(text);
        var samples = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new Speech(16_000, samples, () -> {});
    }
}
