package dev.parley.providers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.speech.TextToSpeech.Voice;
import dev.parley.testing.FakeSpeechServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenLabsTextToSpeechTest {
    private static final Voice RACHEL =
            new Voice("elevenlabs.Rachel", "Rachel", "Female", "English", "American", "");

    private final FakeSpeechServer server = FakeSpeechServer.start();
    private final TextToSpeech speech =
            new ElevenLabsTextToSpeech(
                    new SpeechConfig.ElevenLabs(
                            URI.create(server.url().toString().replaceFirst("/v1$", "")),
                            "the-key",
                            "eleven_flash_v2_5",
                            List.of(RACHEL),
                            Map.of("elevenlabs.Rachel", "21m00")));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksAsTheReferenceSays() throws IOException {
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, new byte[3_200]));

        try (var said = speech.speak("elevenlabs.Rachel", "Hello.")) {
            assertThat(said.sampleRate()).isEqualTo(16_000);
            assertThat(said.samples().readAllBytes()).hasSize(3_200);
        }

        var asked = server.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v1/text-to-speech/21m00/stream");
        assertThat(asked.body().path("text").asText()).isEqualTo("Hello.");
        assertThat(asked.body().path("model_id").asText()).isEqualTo("eleven_flash_v2_5");
    }

    @Test
    void givesTheFirstSoundBeforeTheLast() throws Exception {
        var heard = new Semaphore(0);
        server.answer((_, exchange) -> {
            var out = FakeSpeechServer.stream(exchange);
            out.write(new byte[640]);
            out.flush();
            heard.acquireUninterruptibly();
            out.write(new byte[640]);
        });

        try (var said = speech.speak("elevenlabs.Rachel", "Hello.")) {
            assertThat(said.samples().readNBytes(640)).hasSize(640);
            heard.release();
            assertThat(said.samples().readAllBytes()).hasSize(640);
        }
    }

    @Test // N6
    void stopsTheServerWhenItIsClosed() throws Exception {
        var stopped = new Semaphore(0);
        server.answer((_, exchange) -> {
            try (var out = FakeSpeechServer.stream(exchange)) {
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(new byte[64_000]);
                }
            } catch (IOException e) {
                stopped.release();
            }
        });

        speech.speak("elevenlabs.Rachel", "Hello.").close();

        assertThat(stopped.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest // N2, N3
    @CsvSource({"401,REFUSED", "402,REFUSED", "429,OVERLOADED", "500,OVERLOADED", "302,GARBAGE"})
    void saysWhatWentWrong(int status, Reason reason) {
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, status, new byte[0]));

        assertThatThrownBy(() -> speech.speak("elevenlabs.Rachel", "Hello."))
                .isInstanceOfSatisfying(
                        ProviderFailure.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @Test
    void takesSilenceForNoAnswer() {
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, new byte[0]));

        assertThatThrownBy(() -> speech.speak("elevenlabs.Rachel", "Hello."))
                .isInstanceOf(ProviderFailure.class);
    }
}
