package dev.parley.connections;

import dev.parley.calls.Admission;
import dev.parley.calls.Admission.Admitted;
import dev.parley.calls.Admission.Full;
import dev.parley.calls.Admission.Stopping;
import dev.parley.calls.Admission.Taken;
import dev.parley.calls.Call;
import dev.parley.calls.Calls;
import dev.parley.connections.SocketAdmission.Knock;
import dev.parley.live.CallLog;
import dev.parley.live.Limits;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.ProblemResponses;
import dev.parley.voice.SpokenCalls;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `GET /v1/connections/{connection_id}/socket`: who may not have a socket is told so in HTTP,
/// before there is one; who comes at a bad moment in a close code, which pages can read.
public final class SocketRoute {
    private static final String PATH = "/v1/connections/:connection_id/socket";
    private static final int MAX_ID = 64;

    private final SocketAdmission admission;
    private final Calls calls;
    private final SpokenCalls spokenCalls;
    private final SocketConfig config;
    private final Supplier<URI> publicUrl;

    /// @param publicUrl how clients reach this server; asked per request, known once it listens
    public SocketRoute(
            SocketAdmission admission,
            Calls calls,
            SpokenCalls spokenCalls,
            SocketConfig config,
            Supplier<URI> publicUrl) {
        this.admission = admission;
        this.calls = calls;
        this.spokenCalls = spokenCalls;
        this.config = config;
        this.publicUrl = publicUrl;
    }

    public void addTo(Router router) {
        router.get(PATH).handler(this::knocked);
    }

    /// On the event loop, which never waits: whoever is behind the request is found elsewhere.
    private void knocked(RoutingContext context) {
        var request = context.request();
        request.pause();
        var loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().start(() -> answer(context, loop));
    }

    private void answer(RoutingContext context, Context loop) {
        var request = context.request();
        try {
            Origins.check(
                    request.headers().getAll(HttpHeaders.ORIGIN),
                    publicUrl.get(),
                    config.allowedOrigins());
            var invitation = admission.admit(knock(context));
            var query = context.queryParams();
            var options =
                    SocketOptions.of(
                            query.getAll("audio"), query.getAll("frames"), query.getAll("events"));
            checkHandshake(request);
            var limits = options.audio().isPresent() ? Limits.SPOKEN : Limits.TYPED;
            var answer = calls.admit(invitation.within(limits));
            loop.runOnContext(_ -> upgrade(request, loop, options, answer));
        } catch (RuntimeException e) {
            ProblemResponses.of(e, "GET " + PATH).writeTo(request.response());
        }
    }

    private static Knock knock(RoutingContext context) {
        var id = context.pathParam("connection_id");
        var query = context.queryParams();
        return new Knock(
                new ConnectionId(id == null || id.length() > MAX_ID ? "" : id),
                Credentials.of(context.request()),
                query.getAll("ticket"),
                query.names());
    }

    /// Looked at before a conversation is begun for it.
    private static void checkHandshake(HttpServerRequest request) {
        var isGood =
                request.headers().contains(HttpHeaders.UPGRADE, "websocket", true)
                        && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                        && isNonce(request.getHeader("Sec-WebSocket-Key"));
        if (!isGood) {
            throw new Problem.Invalid(
                    "header", "Upgrade", "Open a WebSocket, version 13, here", "upgrade_required");
        }
    }

    private static boolean isNonce(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == 16;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void upgrade(
            HttpServerRequest request, Context loop, SocketOptions options, Admission answer) {
        request.toWebSocket()
                .onSuccess(socket -> greet(socket, request, loop, options, answer))
                .onFailure(_ -> {
                    if (answer instanceof Admitted(var call, _)) {
                        call.decline();
                    }
                });
    }

    private void greet(
            ServerWebSocket socket,
            HttpServerRequest request,
            Context loop,
            SocketOptions options,
            Admission answer) {
        var line = new SocketLine(socket, request.connection(), loop, config, options.events());
        switch (answer) {
            case Admitted(var call, var isNew) -> {
                var events = new SocketEvents(line, call.conversation());
                events.began(isNew);
                SocketReader.listen(socket, line, call, join(call, line, loop, options, events));
            }
            case Taken() -> refuse(socket, line, CloseCode.TAKEN, "another socket holds the call");
            case Full() -> refuse(socket, line, CloseCode.FULL, "the server is full");
            case Stopping() -> refuse(socket, line, CloseCode.RESTARTING, "the server restarts");
        }
    }

    /// @return where the caller's sound goes; null in a conversation that is typed
    private @Nullable Sound join(
            Call call, SocketLine line, Context loop, SocketOptions options, CallLog events) {
        if (options.audio().isEmpty()) {
            call.join(line, events);
            return null;
        }
        var format = options.audio().get();
        var port = new SocketPort(line, format, options.isBinary());
        var spoken = spokenCalls.join(call, port, format, new SocketLoop(loop), events);
        return new Sound(spoken, format);
    }

    private static void refuse(
            ServerWebSocket socket, SocketLine line, CloseCode code, String reason) {
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> line.closed());
        line.close(code, reason);
    }
}
