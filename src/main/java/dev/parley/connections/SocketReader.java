package dev.parley.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.calls.Call;
import dev.parley.connections.ClientFrame.Audio;
import dev.parley.connections.ClientFrame.Mistake;
import dev.parley.connections.ClientFrame.Played;
import dev.parley.connections.ClientFrame.Stop;
import dev.parley.connections.ClientFrame.Words;
import dev.parley.live.EndReason;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.platform.http.HttpServer;
import dev.parley.platform.json.Json;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/// What a client says on one socket, read on its event loop: so much a second, and few mistakes. A
/// client that goes beyond that is not let back in; one that is lost is.
final class SocketReader {
    private static final int MAX_MISTAKES = 5;
    private static final Rate TYPED = new Rate(50, 300, 1 << 20, 4 << 20);

    /// The contract's own chunks come 345 a second; lines that were held up come in a heap.
    private static final Rate SPOKEN = new Rate(700, 3_500, 1 << 20, 4 << 20);

    private static final short CLOSED_ON_PURPOSE = 1000;

    /// How much a client may send, of messages and bytes, every second and at once.
    private record Rate(int frames, int framesAtOnce, int bytes, int bytesAtOnce) {}

    private final ServerWebSocket socket;
    private final SocketLine line;
    private final Call call;
    private final @Nullable Sound sound;
    private final Allowance frames;
    private final Allowance bytes;
    private Buffer message = Buffer.buffer();
    private boolean isText;
    private int mistakes;
    private boolean isDeaf;
    private boolean toldOfAudio;

    private SocketReader(
            ServerWebSocket socket, SocketLine line, Call call, @Nullable Sound sound) {
        this.socket = socket;
        this.line = line;
        this.call = call;
        this.sound = sound;
        var now = System.nanoTime();
        var rate = sound == null ? TYPED : SPOKEN;
        this.frames = new Allowance(rate.frames(), rate.framesAtOnce(), now);
        this.bytes = new Allowance(rate.bytes(), rate.bytesAtOnce(), now);
    }

    /// Hears `socket` from now on, for `call`.
    ///
    /// @param sound where the caller's sound goes; null in a conversation that is typed
    static void listen(ServerWebSocket socket, SocketLine line, Call call, @Nullable Sound sound) {
        var reader = new SocketReader(socket, line, call, sound);
        socket.frameHandler(reader::receive);
        socket.exceptionHandler(reader::broke);
        socket.closeHandler(_ -> reader.closed());
    }

    private void receive(WebSocketFrame frame) {
        if (isDeaf || frame.isClose()) {
            return;
        }
        var now = System.nanoTime();
        var length = frame.binaryData().length();
        if (!frames.take(1, now) || !bytes.take(length, now)) {
            flooded();
        } else if (frame.isText() || frame.isBinary()) {
            isText = frame.isText();
            message = Buffer.buffer();
            add(frame);
        } else if (frame.isContinuation()) {
            add(frame);
        }
    }

    private void add(WebSocketFrame frame) {
        message.appendBuffer(frame.binaryData());
        if (message.length() > HttpServer.MAX_MESSAGE) {
            giveUp(CloseCode.TOO_BIG, "a message should be at most 1 MiB");
        } else if (frame.isFinal()) {
            var whole = message;
            message = Buffer.buffer();
            complete(whole);
        }
    }

    private void complete(Buffer whole) {
        if (!isText) {
            if (sound == null) {
                regret("Frames should be text");
            } else if (!sound.hear(whole.getBytes())) {
                flooded();
            }
            return;
        }
        try {
            hear(UTF_8.newDecoder().decode(ByteBuffer.wrap(whole.getBytes())).toString());
        } catch (CharacterCodingException _) {
            giveUp(CloseCode.NOT_TEXT, "text should be UTF-8");
        }
    }

    private void flooded() {
        isDeaf = true;
        call.end(EndReason.ERROR_FLOOD);
    }

    private void giveUp(CloseCode code, String reason) {
        isDeaf = true;
        line.close(code, reason);
        hangUp();
    }

    private void hangUp() {
        if (sound == null) {
            call.hangUp();
        } else {
            sound.call().hangUp();
        }
    }

    private void hear(String message) {
        try {
            switch (ClientFrame.read(message)) {
                case Words(var text) -> call.post(new CallerSaid(text));
                case Stop() -> {
                    isDeaf = true;
                    hangUp();
                }
                case Audio(var samples) when sound != null -> {
                    if (!sound.hear(samples)) {
                        flooded();
                    }
                }
                case Audio _ -> tellOfAudio();
                case Played(var turn, var millis) when sound != null ->
                        sound.call().played(turn, millis);
                case Played _ -> {}
            }
        } catch (Mistake mistake) {
            regret(String.valueOf(mistake.getMessage()));
        }
    }

    private void tellOfAudio() {
        if (!toldOfAudio) {
            toldOfAudio = true;
            line.event(
                    Json.object()
                            .put("type", "audio.ignored")
                            .put("detail", "This conversation is typed: audio=none"));
        }
    }

    private void regret(String what) {
        line.event(Json.object().put("type", "frame.refused").put("detail", what));
        if (++mistakes > MAX_MISTAKES) {
            giveUp(CloseCode.POLICY, "too many mistakes; the last: " + what);
        }
    }

    private void broke(Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted && !isDeaf) {
            isDeaf = true;
            line.close(corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
            hangUp();
        }
    }

    private void closed() {
        line.closed();
        var code = socket.closeStatusCode();
        if (isDeaf || code != null && code == CLOSED_ON_PURPOSE) {
            hangUp();
        } else if (sound != null) {
            sound.call().leave();
        } else {
            call.leave(line);
        }
    }
}
