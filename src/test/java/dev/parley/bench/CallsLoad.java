package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.call.lines.Ring;
import dev.parley.talk.Api;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/// Callers of one server, all on one event loop. Every call's schedule is fixed when it begins: a
/// server that is late makes nobody wait with the next frame.
final class CallsLoad implements AutoCloseable {
    /// Calls are spread over this many moments of a frame's 20 milliseconds.
    private static final int SLOTS = 4;

    private static final long SLOT_NANOS = LoadCall.FRAME_NANOS / SLOTS;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final WebSocketClient client =
            vertx.createWebSocketClient(
                    new WebSocketClientOptions()
                            .setTcpNoDelay(true)
                            .setMaxConnections(100_000)
                            .setTryUsePerMessageCompression(false));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<List<LoadCall>> slots = new ArrayList<>();
    private final URI server;
    private final Api api;
    private final JsonNode agent;
    private final boolean isTwilio;
    private final String number;
    private final IntSupplier streams;
    private int begun;
    private long slot = System.nanoTime() / SLOT_NANOS;

    /// @param number that is called; for Twilio
    /// @param streams how many callers the recogniser has listened to
    CallsLoad(URI server, String key, boolean isTwilio, String number, IntSupplier streams) {
        this.server = server;
        this.api = new Api(server, key);
        this.agent = api.agent(java.util.Optional.empty());
        this.isTwilio = isTwilio;
        this.number = number;
        this.streams = streams;
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>());
        }
        loop.runOnContext(_ -> vertx.setPeriodic(1, _ -> tick()));
    }

    private void tick() {
        long now = System.nanoTime();
        for (; (slot + 1) * SLOT_NANOS <= now; slot++) {
            for (var call : slots.get((int) ((slot + 1) % SLOTS))) {
                call.tick(now);
            }
        }
    }

    /// Begins one more call at a place of its own in the cycle, and waits until it is listened to.
    void begin(CallFigures figures) {
        begin(figures, (int) (begun * 619L % LoadCall.cycle()));
    }

    /// @param phase where in the cycle it begins, in frames
    void begin(CallFigures figures, int phase) {
        int index = begun++;
        int stream = streams.getAsInt();
        CallWire wire;
        URI address;
        if (isTwilio) {
            var ring = Ring.at(http, server, "+15005550006", number, "%032x".formatted(index));
            wire = new CallWire.Twilio(ring.frames(), ring.parameters());
            address = ring.stream();
        } else {
            var connection = api.connect(agent.path("id").asText());
            wire = new CallWire.Browser();
            address = URI.create(connection.path("socketUrl").asText() + CallWire.Browser.OPTIONS);
        }
        var options =
                new WebSocketConnectOptions()
                        .setHost(address.getHost())
                        .setPort(address.getPort())
                        .setURI(
                                address.getRawQuery() == null
                                        ? address.getRawPath()
                                        : address.getRawPath() + "?" + address.getRawQuery());
        var done = new CompletableFuture<Void>();
        loop.runOnContext(_ ->
                client.connect(options)
                        .onSuccess(socket -> {
                            int at = index % SLOTS;
                            long frame = System.nanoTime() / LoadCall.FRAME_NANOS + 2;
                            long start = frame * LoadCall.FRAME_NANOS + at * SLOT_NANOS;
                            slots.get(at)
                                    .add(new LoadCall(wire, socket, figures, start, phase, stream));
                            done.complete(null);
                        })
                        .onFailure(done::completeExceptionally));
        done.join();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (streams.getAsInt() == stream) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Nobody listens to a caller");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// Does `task` between two events of the calls.
    void between(Runnable task) {
        var done = new CompletableFuture<Void>();
        loop.runOnContext(_ -> {
            task.run();
            done.complete(null);
        });
        done.join();
    }

    /// Ends all calls.
    void end() {
        between(() -> {
            slots.forEach(calls -> calls.forEach(LoadCall::hangUp));
            slots.forEach(List::clear);
        });
    }

    int count() {
        return slots.stream().mapToInt(List::size).sum();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
