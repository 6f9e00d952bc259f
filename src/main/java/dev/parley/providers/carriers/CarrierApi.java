package dev.parley.providers.carriers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
import dev.parley.providers.carriers.CarrierConfig.Account;
import dev.parley.providers.carriers.CarrierFailure.CredentialsRefused;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests to a carrier's REST API: Basic authentication, JSON back. What may be asked twice is
/// asked up to three times; what may not is asked again only when it certainly was not done.
final class CarrierApi {
    private static final int MORE_TRIES = 2;
    private static final int MAX_BYTES = 2 << 20;
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(429, 500, 502, 503, 504);

    private final String name;
    private final Account account;
    private final Duration patience;
    private final HttpClient client;

    /// @param patience from a request to the last byte of its answer
    CarrierApi(String name, Account account, Duration patience) {
        this.name = name;
        this.account = account;
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(patience.compareTo(MAX_WAIT) < 0 ? patience : MAX_WAIT)
                        .build();
    }

    /// An answer below 500 that is not about credentials or haste.
    ///
    /// @param body null for anything but JSON
    record Answer(int status, @Nullable JsonNode body) {
        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /// A value of the body, as text; empty text when it is not there.
        String text(String field) {
            return body == null ? "" : body.path(field).asText("");
        }
    }

    /// Asks; may be asked twice.
    ///
    /// @param path behind the API's address, from its first slash
    Answer get(String path, Map<String, String> query) {
        var uri = query.isEmpty() ? path : path + "?" + form(query);
        return send(request(uri).GET(), true);
    }

    /// Gives something up; may be asked twice.
    Answer delete(String path) {
        return send(request(path).DELETE(), true);
    }

    /// Changes something to what `values` say, so may be asked twice.
    Answer change(String path, String contentType, String values) {
        return send(post(path, contentType, values), true);
    }

    /// Makes something; is not asked twice when it may have been done.
    Answer make(String path, String contentType, String values) {
        return send(post(path, contentType, values), false);
    }

    /// `values` as a query or a form.
    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /// `text` as one segment of a path or one value of a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder post(String path, String contentType, String values) {
        BodyPublisher body = BodyPublishers.ofString(values);
        return request(path).header("Content-Type", contentType).POST(body);
    }

    private HttpRequest.Builder request(String path) {
        var base = account.api().toString().replaceAll("/+$", "");
        var credentials = account.user() + ":" + account.password();
        var basic =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request, boolean mayRepeat) {
        for (int tries = 0; ; tries++) {
            HttpResponse<byte[]> response = null;
            Unreachable failure;
            boolean wasRefused = false;
            try {
                response = once(request.build());
                if (!WORTH_ANOTHER_TRY.contains(response.statusCode())) {
                    return answer(response);
                }
                wasRefused = response.statusCode() == 429;
                failure = new Unreachable(name + " answers with status " + response.statusCode());
            } catch (TimeoutException _) {
                throw new Unreachable(name + " did not answer within " + patience);
            } catch (ConnectException e) {
                wasRefused = true;
                failure = broken(e);
            } catch (IOException e) {
                failure = broken(e);
            }
            var pause = pause(tries, response);
            if (tries == MORE_TRIES || pause.compareTo(MAX_WAIT) > 0 || !mayRepeat && !wasRefused) {
                throw failure;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /// The client's own time limit ends with the headers, so the wait for the body is limited here;
    /// giving up closes the connection.
    private HttpResponse<byte[]> once(HttpRequest request) throws IOException, TimeoutException {
        var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES);
        var sent = client.sendAsync(request, body);
        try {
            return sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            sent.cancel(true);
        }
    }

    private Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new CredentialsRefused(name + " answers with status " + status);
        }
        if (status >= 500 || status < 200 || status / 100 == 3) {
            throw new Unreachable(name + " answers with status " + status);
        }
        try {
            return new Answer(
                    status, response.body().length == 0 ? null : Json.parse(response.body()));
        } catch (IOException e) {
            if (status / 100 == 2) {
                throw new Unreachable(name + " answers with something that is not JSON");
            }
            return new Answer(status, null);
        }
    }

    private Unreachable broken(IOException e) {
        return new Unreachable(name + " cannot be reached: " + e.getClass().getSimpleName());
    }

    /// How long to wait before the next try, counted from 0; a wait the carrier asks for counts,
    /// and a date it names is never worth waiting for.
    private static Duration pause(int tries, @Nullable HttpResponse<?> response) {
        var asked = response == null ? "" : response.headers().firstValue("Retry-After").orElse("");
        if (!asked.isEmpty()) {
            return asked.matches("\\d{1,4}")
                    ? Duration.ofSeconds(Long.parseLong(asked))
                    : Duration.ofDays(1);
        }
        long most = 200L << tries;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
