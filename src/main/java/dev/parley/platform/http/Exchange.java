package dev.parley.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request to one route: who is it, read the body, hand it to a virtual thread, write the
/// answer.
final class Exchange {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("x-content-type-options");

    private final Route route;

    Exchange(Route route) {
        this.route = route;
    }

    /// On the event loop. The body is read only once the sender is known.
    void begin(RoutingContext context) {
        var request = context.request();
        var authorization = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        var known = route.access().known(authorization);
        if (known.isPresent()) {
            read(context, known.get());
            return;
        }
        request.pause();
        var loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual()
                .start(() ->
                        answer(
                                request.response(),
                                () -> {
                                    var principal = route.access().admit(authorization);
                                    loop.runOnContext(_ -> {
                                        request.resume();
                                        read(context, principal);
                                    });
                                    return null;
                                }));
    }

    private void read(RoutingContext context, Object principal) {
        var request = context.request();
        if (declaredTooLarge(request)) {
            refuseBody(request, new Problem.TooLarge(HttpServer.MAX_BODY));
            return;
        }
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuseBody(request, new Problem.UnsupportedMediaType("Send the body uncompressed"));
            return;
        }
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > HttpServer.MAX_BODY) {
                request.handler(null);
                request.endHandler(null);
                refuseBody(request, new Problem.TooLarge(HttpServer.MAX_BODY));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ -> handle(context, principal, body.getBytes()));
    }

    private void handle(RoutingContext context, Object principal, byte[] body) {
        var http = context.request();
        var request =
                new Request(
                        principal,
                        context.pathParams(),
                        context.queryParams(),
                        http.headers(),
                        body);
        Thread.ofVirtual()
                .start(() -> answer(http.response(), () -> route.handler().handle(request)));
    }

    /// Runs `work` and writes what it answers; nothing when it answers null.
    private void answer(
            HttpServerResponse response,
            java.util.function.Supplier<@org.jspecify.annotations.Nullable Response> work) {
        Response answer;
        try {
            answer = work.get();
        } catch (Problem problem) {
            answer = ProblemResponses.of(problem);
        } catch (RuntimeException e) {
            answer = isDatabaseAway(e) ? databaseAway(e) : unexpected(e);
        }
        if (answer != null) {
            write(response, answer);
        }
    }

    static void write(HttpServerResponse response, Response answer) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        response.putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        answer.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(answer.body()));
    }

    /// The rest of the body is not worth reading: answer and close.
    private static void refuseBody(HttpServerRequest request, Problem problem) {
        var response = request.response();
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        write(response, ProblemResponses.of(problem));
    }

    private static boolean declaredTooLarge(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && length.length() > 6
                && Long.parseLong(length) > HttpServer.MAX_BODY;
    }

    private Response unexpected(RuntimeException e) {
        var requestId = UUID.randomUUID().toString();
        log.error("Request failed: {} {} {}", route.method(), route.path(), requestId, e);
        return ProblemResponses.unexpected(requestId);
    }

    private Response databaseAway(RuntimeException e) {
        log.warn("Database away: {} {}: {}", route.method(), route.path(), rootMessage(e));
        return ProblemResponses.of(
                new Problem.Unavailable("The database does not answer; try again shortly"));
    }

    /// Connection trouble (08), no resources (53), shut down (57), deadlock and serialization (40),
    /// a full pool.
    private static boolean isDatabaseAway(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof java.sql.SQLTransientConnectionException) {
                return true;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                var state = sql.getSQLState();
                if (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("40")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
