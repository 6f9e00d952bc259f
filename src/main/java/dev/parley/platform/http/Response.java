package dev.parley.platform.http;

import dev.parley.platform.json.Json;
import java.util.Map;

/// An answer.
///
/// @param headers beyond the content type
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final String JSON = "application/json";

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
}
