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

/// What a client says on one socket, read on its event loop: so much a second, and few mistakes. A
/// client that goes beyond that is not let back in; one that is lost is.
final class SocketReader {
    private static final int MAX_MISTAKES = 5;
    private static final int FRAMES_PER_SECOND = 50;
    private static final int FRAMES_AT_ONCE = 300;
    private static final int BYTES_PER_SECOND = 1 << 20;
    private static final int BYTES_AT_ONCE = 4 << 20;
    private static final short CLOSED_ON_PURPOSE = 1000;

    private final ServerWebSocket socket;
    private final SocketLine line;
    private final Call call;
    private final Allowance frames;
    private final Allowance bytes;
    private Buffer message = Buffer.buffer();
    private boolean isText;
    private int mistakes;
    private boolean isDeaf;
    private boolean toldOfAudio;

    private SocketReader(ServerWebSocket socket, SocketLine line, Call call) {
        this.socket = socket;
        this.line = line;
        this.call = call;
        var now = System.nanoTime();
        this.frames = new Allowance(FRAMES_PER_SECOND, FRAMES_AT_ONCE, now);
        this.bytes = new Allowance(BYTES_PER_SECOND, BYTES_AT_ONCE, now);
    }

    /// Hears `socket` from now on, for `call`.
    static void listen(ServerWebSocket socket, SocketLine line, Call call) {
        var reader = new SocketReader(socket, line, call);
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
            isDeaf = true;
            call.end(EndReason.ERROR_FLOOD);
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
            regret("Frames should be text");
            return;
        }
        try {
            hear(UTF_8.newDecoder().decode(ByteBuffer.wrap(whole.getBytes())).toString());
        } catch (CharacterCodingException _) {
            giveUp(CloseCode.NOT_TEXT, "text should be UTF-8");
        }
    }

    private void giveUp(CloseCode code, String reason) {
        isDeaf = true;
        line.close(code, reason);
        call.hangUp();
    }

    private void hear(String message) {
        try {
            switch (ClientFrame.read(message)) {
                case Words(var text) -> call.post(new CallerSaid(text));
                case Stop() -> {
                    isDeaf = true;
                    call.hangUp();
                }
                case Audio() -> tellOfAudio();
                case Played() -> {}
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
            call.hangUp();
        }
    }

    private void closed() {
        line.closed();
        var code = socket.closeStatusCode();
        if (isDeaf || code != null && code == CLOSED_ON_PURPOSE) {
            call.hangUp();
        } else {
            call.leave(line);
        }
    }
}
