package dev.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.extraction.Extractor.Call;
import dev.parley.prospects.ProspectStatus;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Garbage;
import dev.parley.understanding.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BuiltInExtractorTest {
    private final BuiltInExtractor extractor = new BuiltInExtractor();

    private Analytics extract(String... lines) {
        var transcript = new ArrayList<TranscriptLine>();
        for (var line : lines) {
            var isAgents = line.startsWith("AI: ");
            var time = "2026-01-05T10:00:%02d.000000".formatted(transcript.size());
            var message = isAgents ? line.substring(4) : line;
            transcript.add(
                    new TranscriptLine(
                            isAgents ? Speaker.AI : Speaker.USER, message, time, message));
        }
        return extractor.extract(
                new Call("Mia", "Bella Napoli", Language.ENGLISH, "US", transcript));
    }

    private static List<TranscriptLine> published() throws IOException {
        try (var file =
                BuiltInExtractorTest.class.getResourceAsStream("/golden/seed-response.json")) {
            var lines = new ArrayList<TranscriptLine>();
            for (var line : new ObjectMapper().readTree(file).get("transcriptText")) {
                lines.add(
                        new TranscriptLine(
                                Speaker.valueOf(line.get("speaker").asText()),
                                line.get("message").asText(),
                                line.get("timestamp").asText(),
                                line.get("message_id").asText()));
            }
            return lines;
        }
    }

    @Test
    void readsThePublishedConversation() throws IOException {
        var facts =
                extractor.extract(
                        new Call(
                                "Sophia",
                                "Cote Korean Steak House",
                                Language.ENGLISH,
                                "US",
                                published()));

        assertThat(facts.nameOfCaller()).isEqualTo("Hari");
        assertThat(facts.phoneNumberOfCaller()).isEqualTo("96260-12778");
        assertThat(facts.emailAddressOfCaller()).isNull();
        assertThat(facts.addressOfCaller()).isNull();
        assertThat(facts.isAudioConsentGiven()).isFalse();
        assertThat(facts.sentimentOfCaller()).isEqualTo(Sentiment.POSITIVE);
        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(facts.actionItems())
                .anyMatch(item ->
                        item.contains("order") && item.contains("Spicy Korean Chicken Wings"));
        assertThat(facts.summary()).contains("Hari", "96260-12778", "Spicy Korean Chicken Wings");
    }

    @Test
    void believesWhatTheCallerConfirmed() {
        var facts =
                extract(
                        "I'd like two turkey wraps",
                        "AI: So that's two turkey wraps for pickup, is that right?",
                        "No, three please",
                        "AI: So that's three turkey wraps for pickup, is that right?",
                        "Yes",
                        "AI: Perfect, I've written it down and will let the kitchen know.");

        assertThat(facts.actionItems())
                .containsExactly(
                        "Prepare and confirm the order for the caller:"
                                + " three turkey wraps for pickup");
        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.SERVICE_ORDER_PLACED);
    }

    @Test
    void forgetsWhatWasCancelledAfterAll() {
        var facts =
                extract(
                        "A table for two tomorrow at eight",
                        "AI: So that's a table for two, tomorrow at eight. Is that right?",
                        "Yes",
                        "AI: Thank you, I've made a note of the reservation. Anything else?",
                        "Oh, my wife says we can't. Please undo that.",
                        "AI: Sure, the reservation is cancelled.");

        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.GENERAL_ENQUIRY);
    }

    @Test
    void takesAnOfferForNoAgreement() {
        var facts =
                extract(
                        "Could I talk to the owner?",
                        "AI: I can take a message, and she will call you back. Shall I?",
                        "No, I'll drop by",
                        "AI: Alright. Can I help with something else?",
                        "No thanks");

        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.GENERAL_ENQUIRY);
        assertThat(facts.actionItems()).isNull();
    }

    @Test
    void isNotHurtByCopiedLines() throws IOException {
        var once = published();
        var twice = new ArrayList<TranscriptLine>();
        once.forEach(line -> twice.addAll(List.of(line, line)));

        var expected = extractor.extract(new Call("Sophia", "Cote", Language.ENGLISH, "US", once));
        assertThat(extractor.extract(new Call("Sophia", "Cote", Language.ENGLISH, "US", twice)))
                .isEqualTo(expected);
    }

    @Test
    void takesConsentOnlyInWords() {
        assertThat(extract("AI: May I record this call?", "yes").isAudioConsentGiven()).isTrue();
        assertThat(extract("AI: May I record this call?", "no").isAudioConsentGiven()).isFalse();
        assertThat(extract("AI: Do you mind if we record the call?", "no").isAudioConsentGiven())
                .isTrue();
        assertThat(extract("AI: This call is recorded.", "okay").isAudioConsentGiven()).isFalse();
        assertThat(extract("you can record this if you like").isAudioConsentGiven()).isTrue();
        assertThat(
                        extract("AI: May I record this call?", "yes", "actually stop recording")
                                .isAudioConsentGiven())
                .isFalse();
        assertThat(
                        extract("AI: ¿Nos permite grabar la llamada?", "sí, acepto")
                                .isAudioConsentGiven())
                .isTrue();
    }

    @Test
    void tellsOutcomesApart() {
        assertThat(extract("AI: Hi", "not interested, stop calling me").prospectStatus())
                .isEqualTo(ProspectStatus.NOT_INTERESTED);
        assertThat(extract("what are your hours", "AI: Nine to five.").prospectStatus())
                .isEqualTo(ProspectStatus.GENERAL_ENQUIRY);
        assertThat(extract("AI: Hi", "hello").prospectStatus()).isEqualTo(ProspectStatus.NEW);
        assertThat(extract("I need help", "AI: I'll call you back at five.").prospectStatus())
                .isEqualTo(ProspectStatus.SCHEDULED_CALLBACK_WITH_BOT);
        assertThat(
                        extract("a table please", "AI: Your table is booked for eight.")
                                .prospectStatus())
                .isEqualTo(ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE);
        assertThat(
                        extract("I need a doctor", "AI: You're booked with Doctor Lim on Monday.")
                                .prospectStatus())
                .isEqualTo(ProspectStatus.SCHEDULED_APPOINTMENT_WITH_PERSON);
        assertThat(
                        extract(
                                        "a table",
                                        "AI: Your table is booked.",
                                        "cancel it",
                                        "AI: Your table is cancelled.")
                                .prospectStatus())
                .isNotEqualTo(ProspectStatus.SCHEDULED_APPOINTMENT_FOR_SERVICE);
    }

    @Test
    void saysNothingAboutNothing() {
        var facts = extract();
        assertThat(facts.summary()).isNull();
        assertThat(facts.actionItems()).isNull();
        assertThat(facts.sentimentOfCaller()).isEqualTo(Sentiment.NEUTRAL);
        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.NEW);
    }

    @Test
    void speaksTheConversationsLanguage() {
        var spanish =
                extract(
                        "AI: Hola, ¿en qué puedo ayudarle?",
                        "quiero pedir una pizza, me llamo Ana",
                        "AI: Su pedido está confirmado, Ana.");
        assertThat(spanish.summary()).startsWith("Ana llamó a Bella Napoli");
        assertThat(extract("मुझे एक टेबल चाहिए").summary()).contains("कॉल किया");
    }

    @Test
    void survivesAnything() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 150; i++) {
            var lines = new ArrayList<String>();
            for (var j = 0; j < 20; j++) {
                lines.add((random.nextBoolean() ? "AI: " : "") + Garbage.text(random));
            }
            assertThatCode(
                            () -> {
                                var summary = extract(lines.toArray(String[]::new)).summary();
                                assertThat(summary == null ? 0 : summary.length())
                                        .isLessThanOrEqualTo(2048);
                            })
                    .as("seed %d: %s", seed, lines)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void isQuickWithHugeTranscripts() {
        var lines = new ArrayList<TranscriptLine>();
        var scraps =
                List.of(
                        "nine nine nine ",
                        "a a a a ",
                        "my name is ",
                        "at dot at dot ",
                        "1 2 3 ",
                        "no not no not ",
                        "😀 ",
                        "street 12 street ");
        for (var i = 0; i < 512; i++) {
            var scrap = scraps.get(i % scraps.size());
            var message = scrap.repeat(100_000 / scrap.length());
            lines.add(
                    new TranscriptLine(
                            i % 2 == 0 ? Speaker.AI : Speaker.USER, message, "" + i, "" + i));
        }

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> extractor.extract(new Call("Mia", "Cote", Language.ENGLISH, "US", lines)));
    }
}
