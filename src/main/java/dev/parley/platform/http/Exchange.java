package dev.parley.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One request to one route: who is it, may they ask this often, read the body, hand it to a
/// virtual thread, write the answer.
final class Exchange {
    private static final long LINGER_MILLIS = 2_000;

    private final Route route;
    private final RateLimit limit;
    private final UploadFolder folder;
    private final long maxUpload;

    Exchange(Route route, RateLimit limit, UploadFolder folder, long maxUpload) {
        this.route = route;
        this.limit = limit;
        this.folder = folder;
        this.maxUpload = maxUpload;
    }

    /// On the event loop. The body is read only once the sender is known.
    void begin(RoutingContext context) {
        var request = context.request();
        var credentials = Credentials.of(request);
        var known = route.access().known(credentials);
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
                                    var principal = route.access().admit(credentials);
                                    loop.runOnContext(_ -> {
                                        request.resume();
                                        read(context, principal);
                                    });
                                    return null;
                                }));
    }

    private void read(RoutingContext context, Principal principal) {
        Map<String, String> quota;
        try {
            quota = limit.spend(principal);
        } catch (Problem.TooManyRequests problem) {
            refuse(context, problem);
            return;
        }
        new BodyReader(
                        context,
                        route.takesFiles(),
                        folder,
                        maxUpload,
                        problem -> refuseBody(context, problem))
                .read((body, uploads) -> handle(context, principal, quota, body, uploads));
    }

    private void handle(
            RoutingContext context,
            Principal principal,
            Map<String, String> quota,
            byte[] body,
            List<Upload> uploads) {
        var http = context.request();
        var request =
                new Request(
                        principal,
                        route.method() + " " + http.uri(),
                        context.pathParams(),
                        context.queryParams(),
                        http.headers(),
                        body,
                        uploads);
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        answer(http.response(), () -> answerOf(request).with(quota));
                    } finally {
                        uploads.forEach(upload -> UploadFolder.remove(upload.file()));
                    }
                });
    }

    private Response answerOf(Request request) {
        try {
            return route.handler().handle(request);
        } catch (RuntimeException e) {
            return ProblemResponses.of(e, name());
        }
    }

    /// Runs `work` and writes what it answers; nothing when it answers null.
    private void answer(HttpServerResponse response, Supplier<@Nullable Response> work) {
        Response answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            answer = ProblemResponses.of(e, name());
        }
        if (answer != null) {
            answer.writeTo(response);
        }
    }

    private String name() {
        return route.method() + " " + route.path();
    }

    /// A request that asks too often; its connection may stay when nothing more of it comes.
    private static void refuse(RoutingContext context, Problem problem) {
        if (hasBody(context.request())) {
            refuseBody(context, problem);
        } else {
            ProblemResponses.of(problem).writeTo(context.response());
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

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        && !"0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }
}
