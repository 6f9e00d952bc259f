package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A person who types to an agent over a real socket.
public final class Caller implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<JsonNode> first = new CompletableFuture<>();
    private final Semaphore pings = new Semaphore(0);
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private Caller(URI url, String... headers) {
        var builder = CLIENT.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(url, this).join();
    }

    /// Opens the socket of a connection made for it.
    public static Caller of(Api api, String agent) {
        return of(api, agent, "audio=none");
    }

    /// @param options the socket's, as in its query
    public static Caller of(Api api, String agent, String options) {
        return at(connection(api, agent).path("socketUrl").asText() + "&" + options);
    }

    /// @param url of the socket, its options included; without any of sound there is none
    public static Caller at(String url, String... headers) {
        var typed = (url.contains("?") ? "&" : "?") + "audio=none";
        return new Caller(URI.create(url.contains("audio=") ? url : url + typed), headers);
    }

    /// A new connection to `agent`, as the API answers it.
    public static ObjectNode connection(Api api, String agent) {
        return api.post(
                        "/v1/connections?agentId=" + agent,
                        "{\"sourceId\": \"device-1\", \"sourceProps\": {}}")
                .expect(200)
                .object();
    }

    /// The socket's address with a fresh ticket.
    public static String ticket(Api api, JsonNode connection) {
        return api.post("/v1/connections/" + connection.path("id").asText() + "/tickets")
                .expect(200)
                .object()
                .path("socketUrl")
                .asText();
    }

    public void types(String text) {
        send(frame("CLIENT_TO_SERVER_SYNC", text));
    }

    public void stops() {
        send(frame("STOP", ""));
    }

    /// Sends any text as one message.
    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /// Sends sound as one binary message.
    public void sounds(byte[] sound) {
        socket.sendBinary(ByteBuffer.wrap(sound), true).join();
    }

    /// Sends it, unless the server has closed already.
    public void trySend(String text) {
        socket.sendText(text, true).exceptionally(_ -> socket).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /// Completed with the code the server closed with.
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    /// Completed with the first frame.
    public CompletableFuture<JsonNode> first() {
        return first;
    }

    /// Closes as a page does that is left.
    public void closes(int code) {
        socket.sendClose(code, "").join();
    }

    /// Waits for so many pings.
    public void awaitPings(int count) {
        try {
            assertThat(pings.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static String frame(String command, String text) {
        return Api.JSON
                .createObjectNode()
                .put("command", command)
                .put("payloadType", "TEXT")
                .put("payload", text)
                .toString();
    }

    /// The next frame of that command, events aside unless they are meant.
    public JsonNode next(String command) {
        return next(frame -> frame.path("command").asText().equals(command));
    }

    public JsonNode next(Predicate<JsonNode> wanted) {
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var frame = frames.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(frame).as("a frame in time; closed: " + closed).isNotNull();
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The next event of that type.
    public JsonNode event(String type) {
        return next(frame -> frame.path("payload").path("type").asText().equals(type))
                .path("payload");
    }

    /// What the agent says up to the end of its turn.
    public String hears() {
        var said = new ArrayList<String>();
        while (true) {
            var frame = next(any -> !any.path("command").asText().equals("EVENT"));
            switch (frame.path("command").asText()) {
                case "SERVER_TO_CLIENT_SYNC" -> said.add(frame.path("payload").asText());
                case "END_OF_TURN" -> {
                    return String.join(" ", said);
                }
                default -> throw new AssertionError("Unexpected " + frame);
            }
        }
    }

    /// Everything received and not looked at yet.
    public List<JsonNode> rest() {
        var rest = new ArrayList<JsonNode>();
        frames.drainTo(rest);
        return rest;
    }

    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            var frame = Api.read(part.toString());
            first.complete(frame);
            frames.add(frame);
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.release();
        from.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
        closed.complete(1006);
    }

    /// Goes away without a word.
    @Override
    public void close() {
        socket.abort();
    }
}
