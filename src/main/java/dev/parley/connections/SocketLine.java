package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.live.EndReason;
import dev.parley.live.Line;
import dev.parley.platform.json.Json;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// What the server says on one socket. Whoever calls, everything happens on the socket's event
/// loop; what the client does not take in time waits here, and not for long.
final class SocketLine implements Line {
    private static final int MAX_UNREAD_BYTES = 64 << 10;
    private static final int MAX_WAITING_BYTES = 512 << 10;
    private static final int MAX_WAITING_BEFORE_EVENTS = 64;
    private static final int PULSES_PER_PERIOD = 4;
    private static final int MAX_UNANSWERED = 2;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final ServerWebSocket socket;
    private final HttpConnection connection;
    private final Context loop;
    private final SocketConfig config;
    private final boolean wantsEvents;
    private final Deque<ServerFrame> waiting = new ArrayDeque<>();
    private final long pulse;
    private int waitingBytes;
    private int unread;
    private int unreadBytes;
    private long readAt;
    private long pingedAt = System.nanoTime();
    private int unanswered;
    private boolean isClosing;

    /// On the event loop.
    SocketLine(
            ServerWebSocket socket,
            HttpConnection connection,
            Context loop,
            SocketConfig config,
            boolean wantsEvents) {
        this.socket = socket;
        this.connection = connection;
        this.loop = loop;
        this.config = config;
        this.wantsEvents = wantsEvents;
        keepLittleInTheKernel();
        socket.pongHandler(_ -> unanswered = 0);
        var shorter = Math.min(config.pingEvery().toMillis(), config.readWithin().toMillis());
        pulse =
                loop.owner()
                        .setPeriodic(Math.max(1, shorter / PULSES_PER_PERIOD), _ -> lookAround());
    }

    @Override
    public void say(String turn, int place, String sentence, Runnable delivered) {
        loop.runOnContext(_ -> send(ServerFrame.sentence(turn, sentence, delivered)));
    }

    @Override
    public void endTurn(String turn) {
        loop.runOnContext(_ -> send(ServerFrame.endOfTurn(turn)));
    }

    @Override
    public void abortTurn(String turn) {
        loop.runOnContext(_ -> drop(turn));
    }

    /// Sends no more of `turn`, on the event loop.
    void drop(String turn) {
        waiting.removeIf(frame -> turn.equals(frame.turn()));
        waitingBytes = waiting.stream().mapToInt(ServerFrame::length).sum();
        send(ServerFrame.abort(turn));
    }

    @Override
    public void hangUp(EndReason reason) {
        event(Json.object().put("type", "conversation.ended").put("reason", reason.wire()));
        loop.runOnContext(_ -> close(CloseCode.of(reason), reason.wire()));
    }

    /// Tells a client that wants to know. One that is slow misses some.
    void event(ObjectNode event) {
        if (wantsEvents) {
            loop.runOnContext(_ -> {
                if (waiting.size() < MAX_WAITING_BEFORE_EVENTS) {
                    send(ServerFrame.event(event));
                }
            });
        }
    }

    void close(CloseCode code, String reason) {
        close(code.number(), reason);
    }

    /// Closes the socket, on the event loop; nothing is sent afterwards.
    void close(int code, String reason) {
        if (!isClosing) {
            isClosing = true;
            waiting.clear();
            socket.close((short) code, reason);
            loop.owner().setTimer(CLOSE_WITHIN.toMillis(), _ -> cut());
        }
    }

    /// The socket is closed, on the event loop.
    void closed() {
        isClosing = true;
        waiting.clear();
        loop.owner().cancelTimer(pulse);
    }

    /// Whether the client takes in what it is sent, on the event loop.
    boolean isRead() {
        return waiting.isEmpty();
    }

    /// On the event loop.
    void send(ServerFrame frame) {
        if (isClosing) {
            return;
        }
        waiting.add(frame);
        waitingBytes += frame.length();
        write();
        if (waitingBytes > MAX_WAITING_BYTES) {
            close(CloseCode.POLICY, "too much is unread");
        }
    }

    private void write() {
        while (!waiting.isEmpty() && unreadBytes < MAX_UNREAD_BYTES) {
            var frame = waiting.remove();
            var length = frame.length();
            waitingBytes -= length;
            unreadBytes += length;
            readAt = unread++ == 0 ? System.nanoTime() : readAt;
            written(frame)
                    .onSuccess(_ -> {
                        unread--;
                        unreadBytes -= length;
                        readAt = System.nanoTime();
                        frame.delivered().run();
                        write();
                    });
        }
    }

    private Future<Void> written(ServerFrame frame) {
        var sound = frame.sound();
        return sound == null
                ? socket.writeTextMessage(frame.json())
                : socket.writeBinaryMessage(sound);
    }

    private void lookAround() {
        var now = System.nanoTime();
        if (unread > 0 && now - readAt > config.readWithin().toNanos()) {
            close(CloseCode.POLICY, "nothing is read");
            cut();
        } else if (now - pingedAt >= config.pingEvery().toNanos()) {
            ping(now);
        }
    }

    /// The kernel would take minutes of sound for a client that reads nothing, and play them late.
    private void keepLittleInTheKernel() {
        if (connection instanceof ConnectionBase tcp) {
            tcp.channel().config().setOption(ChannelOption.SO_SNDBUF, MAX_UNREAD_BYTES);
        }
    }

    /// Closing as the protocol says waits for whatever is unread, so the channel itself is closed.
    private void cut() {
        if (connection instanceof ConnectionBase tcp) {
            tcp.channel().unsafe().close(tcp.channel().newPromise());
        } else {
            connection.close();
        }
    }

    private void ping(long now) {
        pingedAt = now;
        if (unanswered >= MAX_UNANSWERED) {
            close(CloseCode.POLICY, "no answer to pings");
            cut();
        } else if (!isClosing) {
            unanswered++;
            socket.writePing(Buffer.buffer("parley"));
        }
    }
}
