package dev.parley.bench;

import dev.parley.call.sound.Playback;
import dev.parley.call.sound.Signals;
import dev.parley.call.sound.Telephony;
import io.vertx.core.http.WebSocket;
import java.util.Arrays;

/// One caller: speaks a second at moments fixed before the call began, whatever the server does,
/// four times in every 21 seconds, the last time into the agent's answer. On one event loop.
final class LoadCall {
    static final long FRAME_NANOS = 20_000_000;

    private static final int CYCLE = 1_050;
    private static final int GREETING = 250;
    private static final int SPOKEN = 50;
    private static final int[] BEGINNINGS = {0, 300, 600, 750};
    private static final byte[][] VOICE = voice();
    private static final byte[] SILENCE = CallWire.silence();

    private final CallWire wire;
    private final WebSocket socket;
    private final CallFigures figures;
    private final int stream;
    private final Playback playback = new Playback(Telephony.RATE);
    private final long start;
    private final int phase;
    private int frame;
    private int speaking = SPOKEN;
    private boolean isInterruption;
    private boolean isAwaited;
    private boolean isSilenced = true;
    private boolean isOver;
    private long voiceBegan;
    private long voiceEnded;
    private long lastFrame;
    private int gapsSeen;

    /// @param start when the first frame is meant to be sent
    /// @param phase where in the cycle it begins
    /// @param stream which caller it is to the recogniser
    LoadCall(
            CallWire wire,
            WebSocket socket,
            CallFigures figures,
            long start,
            int phase,
            int stream) {
        this.wire = wire;
        this.socket = socket;
        this.figures = figures;
        this.start = start;
        this.phase = phase;
        this.stream = stream;
        wire.listen(socket, this::sound, this::silenced);
        socket.closeHandler(_ -> closed());
        wire.begin(socket);
    }

    static int cycle() {
        return CYCLE;
    }

    /// Sends what is due by `now`.
    void tick(long now) {
        for (long due = due(); !isOver && due - now <= 0; due = due()) {
            int place = (frame + phase) % CYCLE;
            if (frame >= GREETING && Arrays.binarySearch(BEGINNINGS, place) >= 0) {
                begin(due, place == BEGINNINGS[3]);
            }
            wire.send(socket, speaking < SPOKEN ? VOICE[speaking++] : SILENCE);
            if (figures.isMeasured(due)) {
                figures.frames++;
                CallFigures.record(figures.lateness, now - due);
            }
            frame++;
        }
    }

    private long due() {
        return start + frame * FRAME_NANOS;
    }

    private void begin(long due, boolean breaksIn) {
        settle();
        isInterruption = breaksIn && playback.isSounding(due);
        isSilenced = !isInterruption;
        isAwaited = true;
        voiceBegan = due;
        voiceEnded = due + (SPOKEN - 1) * FRAME_NANOS;
        lastFrame = due;
        speaking = 0;
        playback.rest();
    }

    /// What became of the turn before.
    private void settle() {
        if (isAwaited && figures.isMeasured(voiceBegan)) {
            figures.unanswered++;
        }
        if (!isSilenced && figures.isMeasured(voiceBegan)) {
            figures.unaborted++;
        }
    }

    private void sound(long samples) {
        long now = System.nanoTime();
        playback.arrive(now, (int) samples);
        countGaps(now);
        if (!isSilenced) {
            lastFrame = now;
        } else if (isAwaited && now - voiceEnded > 0) {
            isAwaited = false;
            if (figures.isMeasured(voiceBegan) && !isInterruption) {
                figures.answers.add(new Answer(stream, voiceEnded, now));
            }
        }
    }

    private void countGaps(long now) {
        var gaps = playback.gaps();
        for (; gapsSeen < gaps.size(); gapsSeen++) {
            if (gaps.get(gapsSeen).toNanos() > CallFigures.GAP_NANOS && figures.isMeasured(now)) {
                figures.gaps++;
            }
        }
    }

    private void silenced() {
        long now = System.nanoTime();
        playback.silence(now);
        if (!isSilenced && figures.isMeasured(voiceBegan)) {
            CallFigures.record(figures.aborts, now - voiceBegan);
            CallFigures.record(figures.lastFrames, lastFrame - voiceBegan);
        }
        isSilenced = true;
    }

    private void closed() {
        if (!isOver && figures.isMeasured(System.nanoTime())) {
            figures.lost++;
        }
        isOver = true;
    }

    void hangUp() {
        isOver = true;
        wire.end(socket);
    }

    private static byte[][] voice() {
        var encoded = Telephony.encode(Signals.speech(Telephony.RATE, SPOKEN * 20).samples());
        int length = Telephony.RATE / 50;
        var frames = new byte[SPOKEN][];
        for (int i = 0; i < SPOKEN; i++) {
            frames[i] = Arrays.copyOfRange(encoded, i * length, (i + 1) * length);
        }
        return frames;
    }
}
