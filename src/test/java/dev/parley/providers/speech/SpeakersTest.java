package dev.parley.providers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.speech.Speakers.Wanted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakersTest {
    private final Provider first = new Provider("a", "Female English", "Male Spanish");
    private final Provider second = new Provider("b", "Male English", "Female Hindi");
    private final Speakers speakers = new Speakers(List.of(first, second));

    @Test
    void speaksWithTheVoiceTheAgentNames() throws IOException {
        say(new Wanted("b.1", "Female", "English", null), "Hi.");

        assertThat(second.said).containsExactly("b.1 Hi.");
        assertThat(first.said).isEmpty();
    }

    @Test
    void takesTheNearestForAVoiceNobodyHas() throws IOException {
        say(new Wanted("gone", "Male", "Spanish", null), "Hola.");

        assertThat(first.said).containsExactly("a.1 Hola.");
    }

    @Test
    void takesTheOrganizationsProviderForAnAgentWithoutAVoice() throws IOException {
        say(new Wanted(null, "Female", "English", "{\"ModelProvider\":\"B\"}"), "Hi.");

        assertThat(second.said).containsExactly("b.0 Hi.");
    }

    @Test // N1
    void letsTheNextOneSpeakWhenTheFirstFails() throws IOException {
        first.fails = true;

        say(new Wanted("a.0", "Female", "English", null), "Hi.");

        assertThat(second.said).containsExactly("b.0 Hi.");
    }

    @Test
    void failsWhenNobodyCan() {
        first.fails = true;
        second.fails = true;

        assertThatThrownBy(() -> say(new Wanted("a.0", "Female", "English", null), "Hi."))
                .isInstanceOf(ProviderFailure.class);
    }

    @Test
    void saysAPhraseAgainFromMemory() throws IOException {
        var wanted = new Wanted("a.0", "Female", "English", null);

        var once = say(wanted, "Hello!");
        say(wanted, "Hello!");
        var again = say(wanted, "Hello!");

        assertThat(first.said).hasSize(2);
        assertThat(again).isEqualTo(once);
    }

    @Test
    void forgetsWhatWasBrokenOff() throws IOException {
        var speaker = speakers.of(new Wanted("a.0", "Female", "English", null)).orElseThrow();
        for (int i = 0; i < 2; i++) {
            try (var speech = speaker.speak("Hello!")) {
                speech.samples().readNBytes(2);
            }
        }

        speaker.speak("Hello!").samples().readAllBytes();

        assertThat(first.said).hasSize(3);
    }

    @Test
    void isNobodyWhereNobodyCanSpeak() {
        assertThat(new Speakers(List.of()).of(new Wanted(null, "Male", "Hindi", null))).isEmpty();
    }

    private byte[] say(Wanted wanted, String text) throws IOException {
        try (var speech = speakers.of(wanted).orElseThrow().speak(text)) {
            return speech.samples().readAllBytes();
        }
    }

    private static final class Provider implements TextToSpeech {
        private final String name;
        private final List<Voice> voices = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private boolean fails;

        Provider(String name, String... voices) {
            this.name = name;
            for (var voice : voices) {
                var parts = voice.split(" ");
                var id = name + "." + this.voices.size();
                this.voices.add(new Voice(id, id, parts[0], parts[1], "American", ""));
            }
        }

        @Override
        public List<Voice> voices() {
            return voices;
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public Speech speak(String voice, String text) {
            if (fails) {
                throw new ProviderFailure(Reason.UNREACHABLE, "gone");
            }
            said.add(voice + " " + text);
            return new Speech(
                    16_000,
                    new ByteArrayInputStream(
                            text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    () -> {});
        }
    }
}
