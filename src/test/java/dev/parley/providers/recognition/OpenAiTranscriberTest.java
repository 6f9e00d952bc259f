package dev.parley.providers.recognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.providers.recognition.SpeechToText.Hint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a server that takes what OpenAI's `/audio/transcriptions` takes.
class OpenAiTranscriberTest extends SpeechToTextContract {
    private final Queue<String> texts = new ArrayDeque<>();
    private final Semaphore held = new Semaphore(0);
    private HttpServer server;
    private volatile String mood = "WELL";
    private volatile String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        held.release(1_000);
        server.stop(0);
    }

    @Override
    SpeechToText hearing(String... heard) {
        mood = "WELL";
        texts.addAll(List.of(heard));
        return recogniser();
    }

    @Override
    SpeechToText failing(String how) {
        mood = how;
        return recogniser();
    }

    @Override
    List<String> failures() {
        return List.of("REFUSES", "OVERLOADED", "HANGS", "STALLS", "BABBLES", "EMPTY", "NO_TEXT");
    }

    @Test
    void sendsAWavAndWhatIsKnown() throws InterruptedException {
        try (var listening =
                hearing("Hi.").listen(new Hint("en-US", List.of("Margherita")), heard::add)) {
            listening.hear(new short[320], true);
            listening.settle();
            heard.take();
        }

        assertThat(asked)
                .contains("name=\"model\"\r\n\r\nwhisper-1", "name=\"language\"\r\n\r\nen\r\n")
                .contains("name=\"prompt\"\r\n\r\nMargherita", "filename=\"speech.wav\"", "RIFF");
    }

    private SpeechToText recogniser() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        return new SegmentedSpeechToText(
                new OpenAiTranscriber(new RecognitionConfig.OpenAi(url, "the-key", "whisper-1")));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
            switch (mood) {
                case "REFUSES" -> answer(exchange, 401, "");
                case "OVERLOADED" -> answer(exchange, 503, "");
                case "HANGS" -> held.acquireUninterruptibly();
                case "STALLS" -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write("{\"te".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    held.acquireUninterruptibly();
                }
                case "BABBLES" -> answer(exchange, 200, "<html>");
                case "EMPTY" -> answer(exchange, 200, "");
                case "NO_TEXT" -> answer(exchange, 200, "{\"text\":7}");
                default -> {
                    synchronized (texts) {
                        var text = texts.isEmpty() ? "" : texts.remove();
                        answer(exchange, 200, "{\"text\":\" " + text + "\"}");
                    }
                }
            }
        } catch (IOException e) {
            if (mood.equals("WELL")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
