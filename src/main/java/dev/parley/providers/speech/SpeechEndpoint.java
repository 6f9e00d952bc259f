package dev.parley.providers.speech;

import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import dev.parley.providers.speech.TextToSpeech.Speech;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A server that answers a request with speech, streamed. Holds the connections to it and its
/// circuit breaker.
final class SpeechEndpoint {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /// Ten minutes at 24,000 samples a second.
    private static final long MAX_BYTES = 10 * 60 * 48_000L;

    private final URI endpoint;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final HttpClient client;

    SpeechEndpoint(URI endpoint) {
        this.endpoint = endpoint;
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

    /// Finds the samples in an answer.
    @FunctionalInterface
    interface Form {
        /// Reads up to the first sample.
        ///
        /// @return samples a second
        int read(InputStream samples) throws IOException;
    }

    /// The answer to `request`, from its first sample on.
    ///
    /// @throws ProviderFailure when nothing comes, or what comes is no speech
    Speech speak(HttpRequest.Builder request, Form form) {
        if (!breaker.allows()) {
            throw new ProviderFailure(Reason.OVERLOADED, "it kept failing and is left alone");
        }
        try {
            var speech = ask(request.timeout(FIRST_BYTE).build(), form);
            breaker.succeeded();
            return speech;
        } catch (ProviderFailure e) {
            breaker.failed();
            throw e;
        }
    }

    private Speech ask(HttpRequest request, Form form) {
        var response = send(request);
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
            return new Speech(
                    form.read(samples),
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

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new ProviderFailure(Reason.TOO_SLOW, "no answer from " + host(), e);
        } catch (IOException e) {
            throw new ProviderFailure(
                    Reason.UNREACHABLE, e.getClass().getSimpleName() + " at " + host(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure(Reason.UNREACHABLE, "interrupted", e);
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
