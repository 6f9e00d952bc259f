package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    static Stream<List<String>> texts() {
        return Stream.of(
                List.of("Hello.", "How are you?", "Fine!"),
                List.of("Dr. Smith is in.", "Ms. Lee is not."),
                List.of("It costs 3.5 dollars.", "Cheap!"),
                List.of("We open at 10:30 a.m. on Mondays.", "Come at 5 p.m. or later."),
                List.of("Come at 10:30 a.m.", "We are open."),
                List.of("Write to ana.maria@mail.example.com.", "Thanks."),
                List.of("See www.example.com/a.b?c=d for more.", "Bye."),
                List.of("नमस्ते।", "आप कैसे हैं?", "मैं ठीक हूँ।"),
                List.of("डॉ. शर्मा यहाँ हैं।", "आइए।"),
                List.of("¿En qué puedo ayudarle?", "¡Claro!", "¿Sí…?", "Sí."),
                List.of("El Sr. Ruiz está.", "La Sra. Díaz no."),
                List.of("Well… let me see.", "Yes..."),
                List.of("Hmm...", "That is hard."),
                List.of("He said \"No.\"", "Then he left."),
                List.of("No.", "I mean it."),
                List.of("Room No. 5 is free.", "Good."),
                List.of("1. Call us.", "2. Wait."),
                List.of("J. R. Smith wrote it.", "So did I.", "Ha."),
                List.of("Really?!", "Yes."),
                List.of("I was born in 1990.", "You?"),
                List.of("no end"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void endsWhereASpeakerWouldPause(List<String> sentences) {
        assertThat(Sentences.of(String.join(" ", sentences))).isEqualTo(sentences);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void doesNotDependOnHowTheTextArrives(List<String> sentences) {
        var text = String.join(" ", sentences);
        for (int size = 1; size <= text.length(); size++) {
            assertThat(inPieces(text, size)).isEqualTo(sentences);
        }
    }

    @Test
    void breaksAtLineEnds() {
        assertThat(Sentences.of("We have:\n- tea\n\n- coffee\r\n"))
                .containsExactly("We have:", "- tea", "- coffee");
    }

    @Test
    void handsOverAQuestionAtOnce() {
        assertThat(new Sentences().add("Sure! ")).containsExactly("Sure!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n \t\n", "\u0000"})
    void findsNothingInNothing(String text) {
        assertThat(Sentences.of(text)).isEmpty();
    }

    @Test
    void cutsLongTextBetweenWords() {
        var words = "word ".repeat(200).strip();

        var sentences = Sentences.of(words);

        assertThat(sentences).hasSize(4).allMatch(it -> it.length() <= 300);
        assertThat(String.join(" ", sentences)).isEqualTo(words);
    }

    @Test
    void cutsWhatHasNoSpacesAtAll() {
        var emoji = "😀".repeat(1_000);

        var sentences = Sentences.of("x" + emoji);

        assertThat(sentences).allMatch(it -> it.length() <= 300);
        assertThat(String.join("", sentences)).isEqualTo("x" + emoji);
    }

    @Test
    void losesNothingOfAnyText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "aA1 .?!…।\n\"(xé😀,ह";
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(900), 0, alphabet.codePointCount(0, alphabet.length()))
                    .map(i -> alphabet.codePointAt(alphabet.offsetByCodePoints(0, i)))
                    .forEach(text::appendCodePoint);

            var sentences = inPieces(text.toString(), 1 + random.nextInt(20));

            assertThat(String.join("", sentences).replace(" ", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    @Test
    void isQuickWithALotOfText() {
        assertThat(Sentences.of("a. ".repeat(300_000))).isNotEmpty();
        assertThat(Sentences.of(".".repeat(1_000_000))).isNotEmpty();
        assertThat(Sentences.of(" ".repeat(1_000_000))).isEmpty();
    }

    @Test
    void comparesEndingsByTheirWords() {
        assertThat(Sentences.endsWith("Well, thank you. Good bye", "Thank you! Good bye."))
                .isTrue();
        assertThat(Sentences.endsWith("No thanks", "Thank you")).isFalse();
        assertThat(Sentences.endsWith("", "Thank you")).isFalse();
    }

    @Test
    void keepsOutWhatCannotBeStored() {
        assertThat(Sentences.clean(" a\u0000b\ud800c\n", 10)).isEqualTo("a bc");
        assertThat(Sentences.clean("😀😀😀", 2)).isEqualTo("😀😀");
    }

    private static List<String> inPieces(String text, int size) {
        var sentences = new Sentences();
        var all = new ArrayList<String>();
        for (int i = 0; i < text.length(); i += size) {
            all.addAll(sentences.add(text.substring(i, Math.min(text.length(), i + size))));
        }
        all.addAll(sentences.rest());
        return all;
    }
}
