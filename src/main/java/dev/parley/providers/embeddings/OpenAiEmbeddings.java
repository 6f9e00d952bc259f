package dev.parley.providers.embeddings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An embedding model behind any server that speaks OpenAI's protocol.
public final class OpenAiEmbeddings implements Embeddings {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /// Somebody on the phone waits for it; without an answer the words alone are searched.
    private static final Duration NOW = Duration.ofSeconds(2);

    private static final Duration LATER = Duration.ofSeconds(60);
    private static final int AT_ONCE = 64;
    private static final int MAX_ANSWER = 16 << 20;

    private final EmbeddingsConfig config;
    private final URI endpoint;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final HttpClient client;
    private volatile int dimensions;

    public OpenAiEmbeddings(EmbeddingsConfig config) {
        this.config = config;
        this.endpoint =
                URI.create(config.baseUrl().toString().replaceAll("/+$", "") + "/embeddings");
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
    public String name() {
        return config.model();
    }

    @Override
    public int dimensions() {
        if (dimensions == 0) {
            embed(List.of("How long is a vector?"));
        }
        return dimensions;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return inParts(texts, NOW);
    }

    @Override
    public List<float[]> embedLater(List<String> texts) {
        return inParts(texts, LATER);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private List<float[]> inParts(List<String> texts, Duration deadline) {
        var vectors = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            var part = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
            vectors.addAll(guarded(part, deadline));
        }
        return vectors;
    }

    private List<float[]> guarded(List<String> texts, Duration deadline) {
        if (!breaker.allows()) {
            throw failure(Reason.UNREACHABLE, "keeps failing and is left alone for a while");
        }
        try {
            var vectors = ask(texts, deadline);
            breaker.succeeded();
            return vectors;
        } catch (ProviderFailure e) {
            breaker.failed();
            throw e;
        }
    }

    private List<float[]> ask(List<String> texts, Duration deadline) {
        var request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(deadline)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Json.bytes(Map.of("model", name(), "input", texts))));
        if (!config.apiKey().isEmpty()) {
            request.header("Authorization", "Bearer " + config.apiKey());
        }
        try {
            return read(client.send(request.build(), BodyHandlers.ofInputStream()), texts.size());
        } catch (HttpTimeoutException e) {
            throw failure(Reason.TOO_SLOW, "took too long");
        } catch (IOException e) {
            throw failure(Reason.UNREACHABLE, "cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Reason.UNREACHABLE, "was not waited for");
        }
    }

    private List<float[]> read(HttpResponse<InputStream> answer, int count) throws IOException {
        try (var body = answer.body()) {
            int status = answer.statusCode();
            if (status != 200) {
                boolean isBusy = status == 429 || status >= 500;
                throw failure(
                        isBusy ? Reason.OVERLOADED : Reason.REFUSED, "answered with " + status);
            }
            var vectors = vectors(Json.parse(body.readNBytes(MAX_ANSWER)).path("data"), count);
            dimensions = vectors.getFirst().length;
            return vectors;
        }
    }

    /// In the order of their numbers, which is not always that of the answer.
    private List<float[]> vectors(JsonNode data, int count) {
        var vectors = new float[count][];
        for (var one : data) {
            int index = one.path("index").asInt(-1);
            var numbers = one.path("embedding");
            if (index >= 0 && index < count && !numbers.isEmpty()) {
                var vector = new float[numbers.size()];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = (float) numbers.get(i).asDouble();
                }
                vectors[index] = Vectors.normal(vector);
            }
        }
        for (var vector : vectors) {
            if (vector == null || vector.length != vectors[0].length) {
                throw failure(Reason.GARBAGE, "answered something else than vectors");
            }
        }
        return List.of(vectors);
    }

    private ProviderFailure failure(Reason reason, String what) {
        return new ProviderFailure(reason, name() + " at " + endpoint.getHost() + " " + what);
    }
}
