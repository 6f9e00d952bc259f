package dev.parley.retries;

import dev.parley.platform.http.Response;
import dev.parley.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer as it is kept for whoever asks the same again.
record KeptAnswer(int status, String contentType, String body, Map<String, String> headers) {
    static KeptAnswer of(Response response, byte[] body) {
        return new KeptAnswer(
                response.status(),
                response.contentType(),
                new String(body, StandardCharsets.UTF_8),
                response.headers());
    }

    static KeptAnswer read(byte[] json) {
        return Json.stored(new String(json, StandardCharsets.UTF_8), KeptAnswer.class);
    }

    byte[] bytes() {
        return Json.bytes(this);
    }

    Response again() {
        return Response.of(status, contentType, body.getBytes(StandardCharsets.UTF_8))
                .with(headers)
                .with("Idempotency-Replayed", "true");
    }
}
