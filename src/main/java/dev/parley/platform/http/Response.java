package dev.parley.platform.http;

import dev.parley.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/// An answer.
///
/// @param headers beyond the content type
public record Response(int status, String contentType, Body body, Map<String, String> headers) {
    private static final String JSON = "application/json";
    private static final int CHUNK = 64 << 10;
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("x-content-type-options");

    /// What is sent.
    public sealed interface Body {
        /// All of it at once.
        record Bytes(byte[] bytes) implements Body {}

        /// `length` bytes, read as the client takes them.
        record Streamed(InputStream content, long length) implements Body {}

        /// Pieces, sent as they come.
        record Pieces(Flow flow) implements Body {}
    }

    /// Pieces of an answer that become known one after the other.
    public interface Flow extends AutoCloseable {
        /// Waits for the next piece; an empty one says that there is none.
        byte[] next();

        @Override
        void close();
    }

    /// 200 with `value` as JSON.
    public static Response ok(Object value) {
        return json(200, Json.bytes(value));
    }

    /// 200 with JSON that is already text, UTF-8.
    public static Response okJson(byte[] json) {
        return json(200, json);
    }

    /// 200 with one record as JSON, and its version as `ETag`.
    public static Response record(byte[] json) {
        return okJson(json).with("ETag", Etag.of(json));
    }

    /// 200 with one record, and its version as `ETag`.
    public static Response record(Object value) {
        return record(Json.bytes(value));
    }

    static Response json(int status, byte[] json) {
        return of(status, JSON, json);
    }

    /// Bytes of any type.
    public static Response of(int status, String contentType, byte[] bytes) {
        return new Response(status, contentType, new Body.Bytes(bytes), Map.of());
    }

    /// `length` bytes of `content`, which is closed afterwards, however the sending ends.
    public static Response stream(
            int status, String contentType, InputStream content, long length) {
        return new Response(status, contentType, new Body.Streamed(content, length), Map.of());
    }

    /// 200 with `flow`, which is closed afterwards, however the sending ends.
    public static Response flow(String contentType, Flow flow) {
        return new Response(200, contentType, new Body.Pieces(flow), Map.of());
    }

    /// 200 with the contract's acknowledgement.
    public static Response acknowledged(String message) {
        return ok(Map.of("message", message));
    }

    /// The same answer with one more header.
    public Response with(String name, String value) {
        return with(Map.of(name, value));
    }

    /// The same answer with more headers.
    public Response with(Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Response(status, contentType, body, Map.copyOf(all));
    }

    /// Answers with this, unless the client is gone or has its answer. What is streamed is sent
    /// from the caller's thread, which waits for the client; never from an event loop.
    public void writeTo(HttpServerResponse http) {
        if (http.ended() || http.closed()) {
            close();
            return;
        }
        http.setStatusCode(status);
        http.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        http.putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        headers.forEach(http::putHeader);
        switch (body) {
            case Body.Bytes(var bytes) -> http.end(Buffer.buffer(bytes));
            case Body.Streamed(var content, var length) -> send(http, content, length);
            case Body.Pieces(var flow) -> send(http, flow);
        }
    }

    private static void send(HttpServerResponse http, Flow flow) {
        http.setChunked(true);
        try (flow) {
            for (var piece = flow.next(); piece.length > 0 && !http.closed(); piece = flow.next()) {
                http.write(Buffer.buffer(piece)).toCompletionStage().toCompletableFuture().join();
            }
            http.end();
        } catch (CompletionException | IllegalStateException _) {
            http.reset();
        }
    }

    private static void send(HttpServerResponse http, InputStream content, long length) {
        http.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        try (content) {
            long left = length;
            while (left > 0) {
                var chunk = content.readNBytes((int) Math.min(CHUNK, left));
                if (chunk.length == 0) {
                    throw new IOException("The content ended too early");
                }
                http.write(Buffer.buffer(chunk)).toCompletionStage().toCompletableFuture().join();
                left -= chunk.length;
            }
            http.end();
        } catch (IOException | CompletionException | IllegalStateException _) {
            // half an answer cannot be taken back: the broken connection says so
            http.reset();
        }
    }

    private void close() {
        switch (body) {
            case Body.Bytes _ -> {
                // nothing is open
            }
            case Body.Pieces(var flow) -> flow.close();
            case Body.Streamed(var content, _) -> {
                try {
                    content.close();
                } catch (IOException _) {
                    // nobody is left to tell
                }
            }
        }
    }
}
