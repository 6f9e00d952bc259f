package dev.parley.providers.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.Pcm;
import dev.parley.providers.recognition.SpeechToText.Heard;
import dev.parley.providers.recognition.SpeechToText.Hint;
import dev.parley.testing.FakeDeepgram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeepgramSpeechToTextTest extends SpeechToTextContract {
    private final FakeDeepgram server = FakeDeepgram.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    SpeechToText hearing(String... texts) {
        server.is(FakeDeepgram.Mood.WELL);
        server.hears(texts);
        return recogniser();
    }

    @Override
    SpeechToText failing(String how) {
        server.is(FakeDeepgram.Mood.valueOf(how));
        server.hears("Nobody hears this.");
        return recogniser();
    }

    @Override
    List<String> failures() {
        return List.of("REFUSES", "OVERLOADED", "HANGS", "SILENT", "RESETS", "BABBLES");
    }

    @Test
    void asksAsTheReferenceSays() throws InterruptedException {
        try (var listening =
                hearing("Hi.").listen(new Hint("es-419", List.of("Margherita")), heard::add)) {
            listening.settle();
            heard.take();

            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .contains("encoding=linear16", "sample_rate=16000", "language=es-419")
                    .contains("model=nova-3", "interim_results=true", "keywords=Margherita")
                    .endsWith(" Token the-key");
        }
    }

    @Test // N1
    void neverFailsWhileItIsStillBeingAsked() throws InterruptedException {
        var recogniser = failing("REFUSES");
        var tellers = ConcurrentHashMap.<Thread>newKeySet();

        for (int i = 0; i < 8; i++) { // the last ones are not even asked for
            recogniser.listen(
                    new Hint("en-US", List.of()),
                    it -> {
                        tellers.add(Thread.currentThread());
                        heard.add(it);
                    });
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isInstanceOf(Heard.Failed.class);
        }

        // whoever asks is not ready to be told before it has an answer
        assertThat(tellers).doesNotContain(Thread.currentThread());
    }

    @Test
    void givesEveryUtteranceItsOwnTime() throws InterruptedException {
        var recogniser = failing("TIRES");
        try (var listening = recogniser.listen(new Hint("en-US", List.of()), heard::add)) {
            listening.settle();
            assertThat(heard.take()).isEqualTo(new Heard.Settled());
            assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();

            listening.hear(new short[Pcm.FRAME], true);
            listening.settle();
            long asked = System.nanoTime();

            assertThat(heard.take()).isInstanceOf(Heard.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isGreaterThan(Duration.ofMillis(1_400));
        }
    }

    @Test // N6
    void closesTheStream() throws InterruptedException {
        var listening = hearing("Hi.").listen(new Hint("en-US", List.of()), heard::add);
        listening.settle();
        heard.take();

        listening.close();

        assertThat(server.awaitEnd()).isTrue();
    }

    private SpeechToText recogniser() {
        return new DeepgramSpeechToText(
                new RecognitionConfig.Deepgram(server.url(), "the-key", "nova-3"));
    }
}
