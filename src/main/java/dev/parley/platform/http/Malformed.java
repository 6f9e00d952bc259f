package dev.parley.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/// Answers what is not HTTP as this server reads it, and closes the connection, because nobody
/// knows where the next request would begin.
final class Malformed {
    private Malformed() {}

    static void answer(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response(request.decoderResult().cause()).writeTo(request.response());
    }

    private static Response response(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                    ProblemResponses.document(414, "URI Too Long", "The address is too long");
            case TooLongHttpHeaderException _ ->
                    ProblemResponses.document(
                            431, "Request Header Fields Too Large", "The headers are too large");
            case null, default ->
                    ProblemResponses.document(400, "Bad Request", "This is not a valid request");
        };
    }
}
