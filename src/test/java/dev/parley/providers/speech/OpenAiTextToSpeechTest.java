package dev.parley.providers.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Samples;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Speech from a server that speaks OpenAI's protocol, whatever that server does.
class OpenAiTextToSpeechTest {
    private FakeSpeechServer server;
    private OpenAiTextToSpeech speaker;

    @BeforeEach
    void start() {
        server = FakeSpeechServer.start();
        var voices =
                List.of(
                        new TextToSpeech.Voice(
                                "speech.a_b", "a+b", "Female", "English", "British", "Warm"));
        speaker =
                new OpenAiTextToSpeech(
                        new SpeechConfig.OpenAi(
                                server.url(),
                                "the-key",
                                "tts-9",
                                voices,
                                Map.of("speech.a_b", "a+b")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForTheVoiceByItsOwnName() throws IOException {
        speak();

        var asked = server.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v1/audio/speech");
        assertThat(asked.authorization()).isEqualTo("Bearer the-key");
        assertThat(asked.protocol()).isEqualTo("HTTP/1.1");
        assertThat(asked.body().toString())
                .isEqualTo(
                        "{\"model\":\"tts-9\",\"voice\":\"a+b\",\"input\":\"Hello\","
                                + "\"response_format\":\"wav\"}");
    }

    @Test
    void givesTheSamplesWithoutTheirHeader() throws IOException {
        var wav = Samples.wav(24_000);
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, wav));

        try (var speech = speaker.speak("speech.a_b", "Hello")) {
            assertThat(speech.sampleRate()).isEqualTo(8_000);
            assertThat(speech.samples().readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(wav, 44, wav.length));
        }
    }

    @Test
    void givesWhatIsThereWhileTheRestIsMade() throws Exception {
        var heard = new CountDownLatch(1);
        var wav = Samples.wav(2_000);
        server.answer((_, exchange) -> {
            try (var out = FakeSpeechServer.stream(exchange)) {
                out.write(wav, 0, 1_044);
                out.flush();
                heard.await();
                out.write(wav, 1_044, 1_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        try (var speech = speaker.speak("speech.a_b", "Hello")) {
            assertThat(speech.samples().readNBytes(1_000)).hasSize(1_000);
            heard.countDown();
            assertThat(speech.samples().readAllBytes()).hasSize(1_000);
        }
    }

    @Test
    void takesHeadersOfServersThatStream() throws IOException {
        var wav = Samples.wav(1_000);
        Arrays.fill(wav, 4, 8, (byte) 0xFF);
        Arrays.fill(wav, 40, 44, (byte) 0xFF);
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, wav));
        assertThat(speak()).hasSize(1_000);

        var list = "LIST\3\0\0\0abc\0".getBytes(ISO_8859_1);
        var rest = Samples.join(list, Arrays.copyOfRange(wav, 36, wav.length));
        var withMore = Samples.join(Arrays.copyOf(wav, 36), rest);
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, withMore));
        assertThat(speak()).hasSize(1_000);
    }

    // N2
    @Test
    void tellsWhyItWasRefused() {
        fails(401, Reason.REFUSED);
        fails(429, Reason.OVERLOADED);
        fails(503, Reason.OVERLOADED);
        fails(302, Reason.GARBAGE);
    }

    // N3
    @Test
    void takesNothingThatIsNoSpeech() {
        var stereo = Samples.wav(100);
        stereo[22] = 2;
        var slow = Samples.wav(100);
        Arrays.fill(slow, 24, 28, (byte) 0);
        for (var body :
                List.of(
                        new byte[0],
                        "{\"error\": \"no\"}".getBytes(ISO_8859_1),
                        "ID3 some mp3 instead of a wav".getBytes(ISO_8859_1),
                        Arrays.copyOf(Samples.wav(10), 30),
                        stereo,
                        slow)) {
            server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, body));
            var fresh = fresh();

            assertThatThrownBy(() -> fresh.speak("speech.a_b", "Hello"))
                    .isInstanceOfSatisfying(
                            ProviderFailure.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.GARBAGE));
        }
    }

    // N3
    @Test
    void stopsReadingWhatNeverEnds() {
        server.answer((_, exchange) -> {
            try (var out = FakeSpeechServer.stream(exchange)) {
                out.write(Samples.wav(100));
                var piece = new byte[1 << 20];
                for (int i = 0; i < 100; i++) {
                    out.write(piece);
                }
            }
        });

        assertThatThrownBy(this::speak).isInstanceOf(ProviderFailure.class);
    }

    // N1
    @Test
    void saysWhenSpeechBreaksOff() {
        server.answer((_, exchange) -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write(Samples.wav(1_000));
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(this::speak).isInstanceOf(IOException.class);
    }

    @Test
    void leavesAServerAloneThatKeepsFailing() {
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, 500, new byte[0]));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(this::speak).isInstanceOf(ProviderFailure.class);
        }

        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void saysNothingOfItsKey() {
        server.close();

        assertThatThrownBy(this::speak)
                .isInstanceOf(ProviderFailure.class)
                .hasMessageNotContaining("the-key");
        assertThat(speaker.describe()).doesNotContain("the-key");
        server = FakeSpeechServer.start();
    }

    private OpenAiTextToSpeech fresh() {
        return new OpenAiTextToSpeech(
                new SpeechConfig.OpenAi(server.url(), "", "m", List.of(), Map.of()));
    }

    private void fails(int status, Reason reason) {
        server.answer((_, exchange) -> FakeSpeechServer.send(exchange, status, new byte[0]));
        var fresh = fresh();
        assertThatThrownBy(() -> fresh.speak("speech.a_b", "Hello"))
                .isInstanceOfSatisfying(
                        ProviderFailure.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private byte[] speak() throws IOException {
        try (var speech = speaker.speak("speech.a_b", "Hello")) {
            return speech.samples().readAllBytes();
        }
    }
}
