package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.testing.RawSocket;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that does not read: W5 of the threats.
class SocketLineIT {
    private static final SocketConfig CONFIG =
            new SocketConfig(Set.of(), Duration.ofSeconds(20), Duration.ofSeconds(3));
    private static final String SENTENCE = "Far too much. ".repeat(4_000);

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<SocketLine> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Semaphore delivered = new Semaphore(0);
    private RawSocket client;
    private SocketLine line;

    @BeforeEach
    void open() {
        var server = vertx.createHttpServer().requestHandler(this::upgrade).listen(0).await();
        client = RawSocket.open("ws://127.0.0.1:" + server.actualPort() + "/", 4 << 10);
        line = opened.join();
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close().await();
    }

    private void upgrade(HttpServerRequest request) {
        request.toWebSocket()
                .onSuccess(socket -> {
                    var loop = vertx.getOrCreateContext();
                    var made = new SocketLine(socket, request.connection(), loop, CONFIG, false);
                    socket.exceptionHandler(_ -> {});
                    socket.closeHandler(_ -> {
                        made.closed();
                        closed.complete(null);
                    });
                    opened.complete(made);
                });
    }

    @Test
    void w5ClosesAClientThatReadsNothing() throws Exception {
        stall();

        closed.get(5, TimeUnit.SECONDS);
    }

    @Test
    void w5KeepsLittleForIt() throws Exception {
        stall();

        for (int i = 0; i < 20; i++) {
            line.say("dia.1", 0, SENTENCE, delivered::release);
        }

        closed.get(5, TimeUnit.SECONDS);
        assertThat(delivered.availablePermits()).isZero();
    }

    @Test
    void w5SendsNoSoundToAClientThatReadsNothing() throws Exception {
        var port = new SocketPort(line, AudioFormat.PCM_S16LE_16000, true);
        var second = new byte[32_000];
        var sent = new AtomicInteger();

        // as a voice does: whenever there is room
        vertx.setPeriodic(
                1,
                _ -> {
                    if (port.isWritable()) {
                        port.audio("dia.1", second, second.length);
                        sent.incrementAndGet();
                    }
                });

        closed.get(10, TimeUnit.SECONDS);
        System.out.println("sent before the end: " + sent + " seconds of sound");
        assertThat(sent.get() * second.length).isLessThan(8 << 20);
    }

    /// Talks until nothing is taken any more.
    private void stall() throws InterruptedException {
        int said = 0;
        do {
            line.say("dia.1", 0, SENTENCE, delivered::release);
            said++;
        } while (delivered.tryAcquire(1, TimeUnit.SECONDS));
        System.out.println("taken of " + said + " sentences: all but one");
        for (int i = 0; i < 3; i++) {
            line.say("dia.1", 0, SENTENCE, delivered::release);
        }
    }
}
