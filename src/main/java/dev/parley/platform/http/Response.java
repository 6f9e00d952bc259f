package dev.parley.platform.http;

import dev.parley.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/// An answer.
///
/// @param headers beyond the content type
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json";
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("x-content-type-options");

    /// 200 with `value` as JSON.
    public static Response ok(Object value) {
        return json(200, Json.bytes(value));
    }

    /// 200 with JSON that is already text, UTF-8.
    public static Response okJson(byte[] json) {
        return json(200, json);
    }

    static Response json(int status, byte[] json) {
        return new Response(status, JSON, json, Map.of());
    }

    /// 200 with the contract's acknowledgement.
    public static Response acknowledged(String message) {
        return ok(Map.of("message", message));
    }

    /// The same answer with one more header.
    public Response with(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, Map.copyOf(more));
    }

    /// Answers with this, unless the client is gone or has its answer.
    public void writeTo(HttpServerResponse http) {
        if (http.ended() || http.closed()) {
            return;
        }
        http.setStatusCode(status);
        http.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        http.putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.forEach(http::putHeader);
        http.end(Buffer.buffer(body));
    }
}
