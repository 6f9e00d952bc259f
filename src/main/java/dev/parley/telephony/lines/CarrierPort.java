package dev.parley.telephony.lines;

import dev.parley.live.EndReason;
import dev.parley.voice.AudioPort;
import io.vertx.core.http.ServerWebSocket;
import java.util.Arrays;
import java.util.Base64;

/// Sound on its way to a telephone. On the socket's event loop.
final class CarrierPort implements AudioPort {
    private static final short ENDED = 1000;

    private final ServerWebSocket socket;
    private final Dialect dialect;
    private final String stream;
    private final String media;
    private final Runnable hangUp;
    private int pendingMarks;
    private int clearedMarks;
    private boolean isClosed;

    /// @param hangUp asks the carrier to end the call; not when somebody else has it now
    CarrierPort(ServerWebSocket socket, Dialect dialect, String stream, Runnable hangUp) {
        this.socket = socket;
        this.dialect = dialect;
        this.stream = stream;
        this.media = dialect.media(stream);
        this.hangUp = hangUp;
    }

    /// Nobody reads on a telephone.
    @Override
    public void sentence(String turn, String text) {}

    @Override
    public void audio(String turn, byte[] bytes, int length) {
        var sound = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        // written by hand: fifty of these a second need no tree
        send(media + Base64.getEncoder().encodeToString(sound) + Dialect.MEDIA_END);
    }

    @Override
    public void mark(String name) {
        pendingMarks++;
        send(dialect.mark(stream, name));
    }

    /// A mark came back.
    ///
    /// @return whether what was sent before it was heard, not dropped
    boolean isHeard() {
        pendingMarks = Math.max(0, pendingMarks - 1);
        if (clearedMarks > 0) {
            clearedMarks--;
            return false;
        }
        return true;
    }

    @Override
    public void endTurn(String turn) {}

    @Override
    public void abortTurn(String turn) {
        switch (dialect) {
            case TWILIO -> clearedMarks = pendingMarks;
            case PLIVO -> pendingMarks = 0;
        }
        send(dialect.clear(stream));
    }

    @Override
    public boolean isWritable() {
        return !isClosed && !socket.isClosed() && !socket.writeQueueFull();
    }

    @Override
    public void hangUp(EndReason reason) {
        if (!isClosed) {
            isClosed = true;
            socket.close(ENDED, reason.wire());
            if (reason != EndReason.TRANSFERRED) {
                hangUp.run();
            }
        }
    }

    /// The far side has closed.
    void closed() {
        isClosed = true;
    }

    private void send(String message) {
        if (!isClosed && !socket.isClosed()) {
            socket.writeTextMessage(message);
        }
    }
}
