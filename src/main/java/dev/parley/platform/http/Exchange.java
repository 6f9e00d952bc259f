package dev.parley.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// One request to one route: who is it, read the body, hand it to a virtual thread, write the
/// answer.
final class Exchange {
    private static final long LINGER_MILLIS = 2_000;

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
            refuseBody(context, new Problem.TooLarge(HttpServer.MAX_BODY));
            return;
        }
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuseBody(context, new Problem.UnsupportedMediaType("Send the body uncompressed"));
            return;
        }
        var body = Buffer.buffer();
        var vertx = context.vertx();
        long deadline =
                vertx.setTimer(
                        HttpServer.BODY_SECONDS * 1_000L,
                        _ -> stopReading(context, new Problem.TooSlow(HttpServer.BODY_SECONDS)));
        request.exceptionHandler(_ -> vertx.cancelTimer(deadline));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > HttpServer.MAX_BODY) {
                vertx.cancelTimer(deadline);
                stopReading(context, new Problem.TooLarge(HttpServer.MAX_BODY));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ -> {
            vertx.cancelTimer(deadline);
            handle(context, principal, body.getBytes());
        });
    }

    private static void stopReading(RoutingContext context, Problem problem) {
        context.request().handler(null);
        context.request().endHandler(null);
        refuseBody(context, problem);
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
        } catch (RuntimeException e) {
            answer = ProblemResponses.of(e, route.method() + " " + route.path());
        }
        if (answer != null) {
            answer.writeTo(response);
        }
    }

    /// The rest of the body is not worth reading: answer and close. What still comes is thrown away
    /// for a moment, because a client that is cut off while sending never sees the answer.
    private static void refuseBody(RoutingContext context, Problem problem) {
        var request = context.request();
        var response = request.response();
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ProblemResponses.of(problem).writeTo(response);
        context.vertx().setTimer(LINGER_MILLIS, _ -> request.connection().close());
    }

    private static boolean declaredTooLarge(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && length.length() > 6
                && Long.parseLong(length) > HttpServer.MAX_BODY;
    }
}
