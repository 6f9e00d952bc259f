package dev.parley.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A server that speaks Deepgram's protocol for live transcription. It tells sound from silence,
/// and hears in every stretch of sound the next text of its script.
public final class FakeDeepgram implements AutoCloseable {
    /// Mean of the absolute samples of a message from which on it is sound.
    private static final int LOUD = 200;

    /// Messages of sound before the first guess.
    private static final int BEFORE_GUESS = 6;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private final Queue<String> script = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private volatile Mood mood = Mood.WELL;

    /// How it behaves towards who comes from now on.
    public enum Mood {
        WELL,
        /// Answers the handshake with 401.
        REFUSES,
        /// Answers the handshake with 503.
        OVERLOADED,
        /// Never answers the handshake.
        HANGS,
        /// Takes the sound and says nothing.
        SILENT,
        /// Breaks off at the first `Finalize`.
        RESETS,
        /// Says something that is no JSON.
        BABBLES,
        /// Answers the first `Finalize` and says nothing after it.
        TIRES,
        /// Hears nothing in any sound.
        DEAF
    }

    private FakeDeepgram() {
        server =
                vertx.createHttpServer()
                        .webSocketHandshakeHandler(handshake -> {
                            requests.add(
                                    handshake.uri()
                                            + " "
                                            + handshake.headers().get("Authorization"));
                            switch (mood) {
                                case REFUSES -> handshake.reject(401);
                                case OVERLOADED -> handshake.reject(503);
                                case HANGS -> {
                                    // the client gives up
                                }
                                default -> handshake.accept();
                            }
                        })
                        .webSocketHandler(socket -> new Stream(socket, mood))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    public static FakeDeepgram start() {
        return new FakeDeepgram();
    }

    public URI url() {
        return URI.create("ws://127.0.0.1:" + server.actualPort() + "/v1/listen");
    }

    /// What is heard in the next stretches of sound.
    public FakeDeepgram hears(String... texts) {
        script.addAll(List.of(texts));
        return this;
    }

    /// What was to be heard is not.
    public void forgets() {
        script.clear();
    }

    public void is(Mood next) {
        mood = next;
    }

    /// Addresses asked so far, each with its key.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Texts told for good so far.
    public List<String> told() {
        return List.copyOf(told);
    }

    /// Waits until a stream is over.
    public boolean awaitEnd() throws InterruptedException {
        return ended.poll(5, TimeUnit.SECONDS) != null;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private final class Stream {
        private final ServerWebSocket socket;
        private Mood mood;
        private final Queue<String> pending = new ArrayDeque<>();
        private int loud;

        Stream(ServerWebSocket socket, Mood mood) {
            this.socket = socket;
            this.mood = mood;
            socket.binaryMessageHandler(this::sound);
            socket.textMessageHandler(this::command);
            socket.closeHandler(_ -> ended.add("closed"));
        }

        private void sound(Buffer message) {
            long sum = 0;
            for (int i = 0; i + 1 < message.length(); i += 2) {
                sum += Math.abs(message.getShortLE(i));
            }
            if (sum * 2 / Math.max(1, message.length()) < LOUD) {
                return;
            }
            loud++;
            if (loud == BEFORE_GUESS && mood != Mood.SILENT && mood != Mood.DEAF) {
                var text = script.poll();
                if (mood == Mood.BABBLES) {
                    socket.writeTextMessage("<html>");
                } else if (text != null) {
                    pending.add(text);
                    say(text.replaceFirst("\\s\\S+$", ""), false, false);
                }
            }
        }

        private void command(String message) {
            if (message.contains("CloseStream")) {
                socket.close();
            } else if (message.contains("Finalize") && mood == Mood.RESETS) {
                socket.close((short) 1011);
            } else if (message.contains("Finalize") && mood != Mood.SILENT) {
                var text = pending.poll();
                loud = 0;
                say(text == null ? "" : text, true, true);
                if (text != null) {
                    told.add(text);
                }
                mood = mood == Mood.TIRES ? Mood.SILENT : mood;
            }
        }

        private void say(String text, boolean isFinal, boolean isAnswer) {
            ObjectNode json = Api.JSON.createObjectNode();
            json.put("type", "Results").put("is_final", isFinal).put("speech_final", false);
            json.put("from_finalize", isAnswer);
            json.putObject("channel")
                    .putArray("alternatives")
                    .addObject()
                    .put("transcript", text)
                    .put("confidence", 0.98);
            socket.writeTextMessage(json.toString());
        }
    }
}
