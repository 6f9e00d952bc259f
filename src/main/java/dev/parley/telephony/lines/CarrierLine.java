package dev.parley.telephony.lines;

import dev.parley.audio.AudioFormat;
import dev.parley.calls.Admission;
import dev.parley.calls.Admission.Admitted;
import dev.parley.calls.Call;
import dev.parley.calls.Handset;
import dev.parley.connections.SocketLoop;
import dev.parley.live.CallLog;
import dev.parley.telephony.lines.CarrierMessage.Key;
import dev.parley.telephony.lines.CarrierMessage.Media;
import dev.parley.telephony.lines.CarrierMessage.Other;
import dev.parley.telephony.lines.CarrierMessage.Played;
import dev.parley.telephony.lines.CarrierMessage.Started;
import dev.parley.telephony.lines.CarrierMessage.Stopped;
import dev.parley.voice.SpokenCall;
import dev.parley.voice.SpokenCalls;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One media socket from its opening to its end. On its event loop.
final class CarrierLine {
    private static final Logger log = LoggerFactory.getLogger(CarrierLine.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(5);
    private static final short POLICY = 1008;
    private static final short FULL = 1013;

    /// Two seconds of sound that come before the call is there.
    private static final int MAX_EARLY = 100;

    /// Four times what a call sends; more at once after a line was held up (W4).
    private static final int MESSAGES_PER_SECOND = 200;

    private static final int MESSAGES_AT_ONCE = 1_000;

    private final ServerWebSocket socket;
    private final Context loop;
    private final Dialect dialect;
    private final Calling calling;
    private final SpokenCalls spokenCalls;
    private final Queue<byte[]> early = new ArrayDeque<>();
    private @Nullable CarrierPort port;
    private @Nullable SpokenCall spoken;
    private @Nullable CarrierHandset handset;
    private String stream = "";
    private double allowance = MESSAGES_AT_ONCE;
    private long allowedAt = System.nanoTime();
    private boolean isOver;

    /// What the socket is for; may wait for the database.
    interface Calling {
        /// @return empty when that call has nothing to do with this socket
        Optional<Admission> admit(String callId);

        /// Asks the carrier to end the call.
        void hangUp(String callId);

        /// Asks the carrier to connect the caller with a number.
        ///
        /// @throws Handset.Refused when it does not, or may not be asked
        void transfer(String callId, String number);
    }

    CarrierLine(
            ServerWebSocket socket,
            Context loop,
            Dialect dialect,
            Calling calling,
            SpokenCalls spokenCalls) {
        this.socket = socket;
        this.loop = loop;
        this.dialect = dialect;
        this.calling = calling;
        this.spokenCalls = spokenCalls;
    }

    void listen() {
        socket.textMessageHandler(this::receive);
        socket.binaryMessageHandler(_ -> refuse("messages are text"));
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> closed());
        loop.owner()
                .setTimer(
                        START_WITHIN.toMillis(),
                        _ -> {
                            if (stream.isEmpty()) {
                                refuse("no start in time");
                            }
                        });
    }

    private void receive(String text) {
        if (isOver) {
            return;
        }
        if (!isAllowed()) {
            refuse("too much at once");
            return;
        }
        try {
            take(CarrierMessage.read(text));
        } catch (IOException _) {
            refuse("no message of this protocol");
        }
    }

    private boolean isAllowed() {
        long now = System.nanoTime();
        allowance =
                Math.min(
                        MESSAGES_AT_ONCE,
                        allowance + (now - allowedAt) * (MESSAGES_PER_SECOND / 1e9));
        allowedAt = now;
        return --allowance >= 0;
    }

    private void take(CarrierMessage message) {
        switch (message) {
            case Started started -> start(started);
            case Media(var of, var sound) -> withStream(of, it -> it.hear(sound, 0, sound.length));
            case Played(var of, var mark) -> {
                if (port != null && port.isHeard()) {
                    withStream(of, it -> it.played(mark));
                }
            }
            case Key(var of, var digit) -> withStream(of, it -> it.press(digit));
            case Stopped() -> end();
            case Other() -> {}
        }
        if (spoken == null && message instanceof Media(var of, var sound) && of.equals(stream)) {
            if (early.size() < MAX_EARLY && !stream.isEmpty()) {
                early.add(sound);
            }
        }
    }

    /// Messages of another stream than the one that was started are nobody's (H7).
    private void withStream(String of, Consumer<SpokenCall> action) {
        if (spoken != null && (of.isEmpty() || of.equals(stream))) {
            action.accept(spoken);
        }
    }

    private void start(Started started) {
        if (!stream.isEmpty() || !isId(started.streamId()) || !isId(started.callId())) {
            refuse("one start with the ids of a call");
            return;
        }
        stream = started.streamId();
        Thread.ofVirtual().name("carrier-line").start(() -> admit(started));
    }

    private void admit(Started started) {
        try {
            var admission = calling.admit(started.callId());
            loop.runOnContext(_ -> join(started, admission));
        } catch (RuntimeException e) {
            log.warn("A telephone call cannot begin: {}", e.toString());
            loop.runOnContext(_ -> refuse("try again"));
        }
    }

    private void join(Started started, Optional<Admission> admission) {
        if (admission.isPresent() && admission.get() instanceof Admitted(var admitted, _)) {
            if (isOver) {
                admitted.decline();
                return;
            }
            var made =
                    new CarrierPort(
                            socket,
                            dialect,
                            stream,
                            () ->
                                    Thread.ofVirtual()
                                            .name("hang-up")
                                            .start(() -> calling.hangUp(started.callId())));
            port = made;
            spoken =
                    spokenCalls.join(
                            admitted,
                            made,
                            AudioFormat.MULAW_8000,
                            new SocketLoop(loop),
                            watch(admitted));
            handset = new CarrierHandset(loop, made, spoken, admitted, calling, started.callId());
            admitted.comesBy(handset);
            for (var sound = early.poll(); sound != null; sound = early.poll()) {
                spoken.hear(sound, 0, sound.length);
            }
        } else if (admission.isEmpty()) {
            refuse("another call's socket");
        } else {
            isOver = true;
            socket.close(FULL, "not now");
        }
    }

    private static CallLog watch(Call call) {
        return entry -> {
            if (entry instanceof CallLog.Entry.Broke(var cause)) {
                log.warn("{}: {}", call.conversation(), cause.toString());
            }
        };
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9-]{1,64}");
    }

    private void refuse(String why) {
        if (!isOver) {
            end();
            socket.close(POLICY, why);
        }
    }

    /// The carrier's streams do not come back: the end of the socket is the end of the call.
    private void closed() {
        end();
    }

    private void end() {
        if (!isOver) {
            isOver = true;
            if (port != null) {
                port.closed();
            }
            if (handset != null) {
                handset.gone();
            }
            if (spoken != null) {
                spoken.hangUp();
            }
        }
    }
}
