package dev.parley.talk;

import dev.parley.platform.json.Json;
import dev.parley.talk.Happening.Closed;
import dev.parley.talk.Happening.Received;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Passes on what the server sends.
final class SocketEars implements WebSocket.Listener {
    private static final int LOST = 1006;

    private final Consumer<Happening> told;
    private final StringBuilder part = new StringBuilder();

    SocketEars(Consumer<Happening> told) {
        this.told = told;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                var frame = Json.parse(part.toString().getBytes(StandardCharsets.UTF_8));
                told.accept(new Received(frame));
            } catch (IOException e) {
                told.accept(new Closed(LOST, "the server sent something that is not JSON"));
            }
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        told.accept(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable cause) {
        told.accept(new Closed(LOST, "the line is lost"));
    }
}
