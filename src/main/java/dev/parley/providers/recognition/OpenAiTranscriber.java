package dev.parley.providers.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.Pcm;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import dev.parley.providers.recognition.SpeechToText.Hint;
import dev.parley.providers.speech.WavHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Writes speech down with any server that speaks the protocol of OpenAI's `/audio/transcriptions`,
/// as every Whisper server does.
final class OpenAiTranscriber implements Transcriber {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// Who waits for an answer hears nothing meanwhile.
    private static final Duration ANSWER = Duration.ofMillis(3_500);

    private static final int MAX_ANSWER = 1 << 20;
    private static final int TRIES = 2;

    private final RecognitionConfig.OpenAi config;
    private final URI endpoint;
    private final HttpClient client;

    OpenAiTranscriber(RecognitionConfig.OpenAi config) {
        this.config = config;
        this.endpoint =
                URI.create(
                        config.baseUrl().toString().replaceAll("/+$", "")
                                + "/audio/transcriptions");
        // HTTP/1.1 also under TLS: local servers trip over an offer of h2c.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .build();
    }

    @Override
    public String describe() {
        return config.model() + " at " + endpoint.getHost();
    }

    @Override
    public String transcribe(short[] samples, int count, Hint hint) {
        var boundary = "parley-" + Integer.toHexString(System.identityHashCode(samples)) + count;
        var body = body(boundary, samples, count, hint);
        long until = System.nanoTime() + ANSWER.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return ask(boundary, body, Duration.ofNanos(until - System.nanoTime()));
            } catch (ProviderFailure e) {
                boolean isHopeless =
                        e.reason() == Reason.REFUSED
                                || e.reason() == Reason.TOO_SLOW
                                || attempt == TRIES;
                if (isHopeless || until - System.nanoTime() < ANSWER.toNanos() / 2) {
                    throw e;
                }
            }
        }
    }

    private String ask(String boundary, byte[] body, Duration patience) {
        var request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(patience)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofByteArray(body));
        if (!config.apiKey().isEmpty()) {
            request.header("Authorization", "Bearer " + config.apiKey());
        }
        try {
            return read(client.send(request.build(), BodyHandlers.ofInputStream()), patience);
        } catch (HttpTimeoutException e) {
            throw new ProviderFailure(Reason.TOO_SLOW, "no answer from " + endpoint.getHost(), e);
        } catch (IOException e) {
            throw new ProviderFailure(
                    Reason.UNREACHABLE,
                    e.getClass().getSimpleName() + " at " + endpoint.getHost(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure(Reason.UNREACHABLE, "interrupted", e);
        }
    }

    private String read(HttpResponse<InputStream> response, Duration patience) throws IOException {
        int status = response.statusCode();
        var isLate = new AtomicBoolean();
        try (var body = response.body();
                var watchdog = new Watchdog(() -> giveUp(body, isLate))) {
            if (status != 200) {
                boolean isTheirs = status == 429 || status >= 500;
                throw new ProviderFailure(
                        isTheirs ? Reason.OVERLOADED : Reason.REFUSED,
                        "status " + status + " from " + endpoint.getHost());
            }
            watchdog.expect(patience);
            var bytes = body.readNBytes(MAX_ANSWER + 1);
            watchdog.rest();
            return text(bytes);
        } catch (IOException e) {
            if (isLate.get()) {
                throw new ProviderFailure(Reason.TOO_SLOW, "an answer that does not end", e);
            }
            throw e;
        }
    }

    private static void giveUp(InputStream body, AtomicBoolean isLate) {
        isLate.set(true);
        try {
            body.close();
        } catch (IOException _) {
            // it is being given up anyway
        }
    }

    private static String text(byte[] bytes) {
        try {
            var text = bytes.length > MAX_ANSWER ? null : JSON.readTree(bytes).get("text");
            if (text == null || !text.isTextual()) {
                throw new ProviderFailure(Reason.GARBAGE, "an answer without text");
            }
            return text.textValue();
        } catch (IOException e) {
            throw new ProviderFailure(Reason.GARBAGE, "an answer that is no JSON", e);
        }
    }

    private byte[] body(String boundary, short[] samples, int count, Hint hint) {
        var body = new ByteArrayOutputStream(2 * count + 1_024);
        field(body, boundary, "model", config.model());
        field(body, boundary, "response_format", "json");
        field(body, boundary, "language", hint.language().replaceFirst("-.*", ""));
        if (!hint.keywords().isEmpty()) {
            field(body, boundary, "prompt", String.join(", ", hint.keywords()));
        }
        text(
                body,
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.wav\""
                        + "\r\nContent-Type: audio/wav\r\n\r\n");
        body.writeBytes(new WavHeader(Pcm.RATE).bytes(2 * count));
        for (int i = 0; i < count; i++) {
            body.write(samples[i]);
            body.write(samples[i] >> 8);
        }
        text(body, "\r\n--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    private static void field(
            ByteArrayOutputStream body, String boundary, String name, String value) {
        text(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value));
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
