package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A client of the server that checks every answer against `openapi.yaml`.
public final class Api {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;
    private final String key;

    public Api(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /// An answer whose shape has been checked.
    public record Answer(int status, String body, HttpResponse<String> http) {
        public ObjectNode object() {
            return (ObjectNode) read(body);
        }

        public ArrayNode array() {
            return (ArrayNode) read(body);
        }

        public Answer expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    public URI url() {
        return url;
    }

    public String key() {
        return key;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, text(body));
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, text(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /// Sends `body` as it is, as JSON.
    public Answer send(String method, String path, @Nullable String body) {
        return send(method, path, body, "application/json");
    }

    public Answer send(String method, String path, @Nullable String body, String contentType) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, publisher)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", contentType);
        return exchange(request.build());
    }

    /// Sends any request and checks the answer.
    public static Answer exchange(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            Contract.check(request.method(), request.uri().getRawPath(), response);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
