package dev.parley.call.lines;

import dev.parley.talk.TalkFailed;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A socket that sends one message after the other and hands over whole ones.
final class Wire implements WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOST = 1006;

    /// Hears what arrives, on a thread of the socket.
    interface Ears {
        void text(String message);

        void bytes(byte[] message);

        void closed(int code, String reason);
    }

    private final Ears ears;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;

    private Wire(Ears ears) {
        this.ears = ears;
    }

    /// @throws TalkFailed when the server does not open it
    static Wire open(HttpClient client, URI address, Ears ears) {
        var wire = new Wire(ears);
        try {
            wire.socket =
                    client.newWebSocketBuilder()
                            .connectTimeout(PATIENCE)
                            .buildAsync(address, wire)
                            .join();
            return wire;
        } catch (CompletionException e) {
            throw new TalkFailed("The server refused the socket: " + String.valueOf(e.getCause()));
        }
    }

    void text(String message) {
        send(to -> to.sendText(message, true));
    }

    void bytes(byte[] message) {
        send(to -> to.sendBinary(ByteBuffer.wrap(message), true));
    }

    void close() {
        send(to -> to.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /// A message may be sent only once the one before it is.
    private synchronized void send(Function<WebSocket, CompletableFuture<WebSocket>> message) {
        var to = socket;
        if (to != null) {
            sent = sent.handle((_, _) -> to).thenCompose(message).exceptionally(_ -> null);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            ears.text(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            var whole = bytes.toByteArray();
            bytes.reset();
            ears.bytes(whole);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        ears.closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
        ears.closed(LOST, "the line is lost");
    }
}
