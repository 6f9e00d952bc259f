package dev.parley.providers.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Speech from any server that speaks the protocol of OpenAI's `/audio/speech`. One object per
/// endpoint: it holds the connections and the circuit breaker.
public final class OpenAiTextToSpeech implements TextToSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(4);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /// Ten minutes at 24,000 samples a second.
    private static final long MAX_BYTES = 10 * 60 * 48_000L;

    private final SpeechConfig.OpenAi config;
    private final URI endpoint;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final HttpClient client;

    public OpenAiTextToSpeech(SpeechConfig.OpenAi config) {
        this.config = config;
        this.endpoint =
                URI.create(config.baseUrl().toString().replaceAll("/+$", "") + "/audio/speech");
        // HTTP/1.1 also under TLS: local servers trip over an offer of h2c, and closing a
        // connection of one's own is seen at once.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .build();
    }

    @Override
    public List<Voice> voices() {
        return config.voices();
    }

    @Override
    public String describe() {
        return config.model() + " at " + endpoint;
    }

    @Override
    public Speech speak(String voice, String text) {
        if (!breaker.allows()) {
            throw new ProviderFailure(Reason.OVERLOADED, "it kept failing and is left alone");
        }
        try {
            var speech = ask(voice, text);
            breaker.succeeded();
            return speech;
        } catch (ProviderFailure e) {
            breaker.failed();
            throw e;
        }
    }

    private Speech ask(String voice, String text) {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request(voice, text), BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new ProviderFailure(Reason.TOO_SLOW, "no answer from " + host(), e);
        } catch (IOException e) {
            throw new ProviderFailure(
                    Reason.UNREACHABLE, e.getClass().getSimpleName() + " at " + host(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure(Reason.UNREACHABLE, "interrupted", e);
        }
        var body = response.body();
        var isLate = new AtomicBoolean();
        var watchdog =
                new Watchdog(() -> {
                    isLate.set(true);
                    close(body);
                });
        try {
            refuse(response.statusCode());
            var samples = new Bounded(body, MAX_BYTES, watchdog, SILENCE, () -> {});
            var header = WavHeader.read(samples);
            return new Speech(
                    header.sampleRate(),
                    samples,
                    () -> {
                        watchdog.close();
                        body.close();
                    });
        } catch (IOException | ProviderFailure e) {
            watchdog.close();
            close(body);
            throw isLate.get()
                    ? new ProviderFailure(Reason.TOO_SLOW, "no speech from " + host(), e)
                    : e instanceof ProviderFailure failure
                            ? failure
                            : new ProviderFailure(Reason.UNREACHABLE, "broken off", e);
        }
    }

    private void refuse(int status) {
        if (status != 200) {
            var reason =
                    status == 429 || status >= 500
                            ? Reason.OVERLOADED
                            : status >= 400 ? Reason.REFUSED : Reason.GARBAGE;
            throw new ProviderFailure(reason, "status " + status + " from " + host());
        }
    }

    private HttpRequest request(String voice, String text) {
        var body =
                JSON.createObjectNode()
                        .put("model", config.model())
                        .put("voice", config.names().getOrDefault(voice, voice))
                        .put("input", text)
                        .put("response_format", "wav");
        var request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(FIRST_BYTE)
                        .header("Content-Type", "application/json")
                        .header("Accept", "audio/wav")
                        .POST(BodyPublishers.ofString(body.toString()));
        if (!config.apiKey().isEmpty()) {
            request.header("Authorization", "Bearer " + config.apiKey());
        }
        return request.build();
    }

    private String host() {
        return String.valueOf(endpoint.getHost());
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // it is being given up anyway
        }
    }
}
