package dev.parley.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioInput;
import dev.parley.audio.voice.EchoGuard;
import dev.parley.calls.Call;
import dev.parley.live.EndReason;
import dev.parley.live.Line;
import dev.parley.live.SessionEvent.KeysPressed;
import dev.parley.live.SessionEvent.SoundFailed;
import dev.parley.live.SessionEvent.SoundSent;
import dev.parley.recordings.Recorder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// A line that carries sound: what the live conversation says on it, what the socket hears on it.
final class SpokenLine implements Line, SpokenCall, Mouth.Witness {
    private static final Pattern KEYS = Pattern.compile("[0-9*#A-D]{1,32}");

    private final Call call;
    private final AudioPort port;
    private final Loop loop;
    private final Recorder recorder;
    private final EchoGuard echoes = new EchoGuard();
    private final AudioInput input;
    private final Ear ear;
    private final Mouth mouth;
    private final Synthesis synthesis;
    private final InstantSource clock;
    private boolean isOver;

    /// What a line is made with besides its socket.
    record Parts(VoiceKit kit, Recorder recorder, InstantSource clock, LongSupplier nanos) {}

    SpokenLine(Call call, AudioPort port, AudioFormat format, Loop loop, Parts parts) {
        this.call = call;
        this.port = port;
        this.loop = loop;
        this.recorder = parts.recorder();
        this.clock = parts.clock();
        this.mouth = new Mouth(port, format, loop, parts.nanos(), this);
        this.synthesis =
                new Synthesis(
                        parts.kit().speaker(),
                        clock,
                        () -> loop.run(this::breathe),
                        cause -> call.post(new SoundFailed(cause)));
        this.ear =
                new Ear(
                        parts.kit().detector(),
                        echoes,
                        recorder,
                        parts.nanos(),
                        parts.kit().listener(),
                        call::post);
        this.input = new AudioInput(format, ear);
    }

    @Override
    public void say(String turn, int place, String sentence, Runnable delivered) {
        loop.run(() -> {
            if (!isOver) {
                synthesis.make(mouth.say(turn, place, sentence, delivered));
            }
        });
    }

    @Override
    public void endTurn(String turn) {
        loop.run(() -> {
            if (!isOver) {
                port.endTurn(turn);
            }
        });
    }

    @Override
    public void abortTurn(String turn) {
        loop.run(() -> {
            if (!isOver) {
                mouth.abort(turn);
            }
        });
    }

    @Override
    public void pauseTurn(String turn) {
        loop.run(() -> {
            if (!isOver) {
                mouth.pause();
            }
        });
    }

    @Override
    public void resumeTurn(String turn) {
        loop.run(() -> {
            if (!isOver) {
                mouth.resume();
            }
        });
    }

    @Override
    public Played heard(String turn) {
        return mouth.playhead().played(turn);
    }

    @Override
    public void settle() {
        loop.run(() -> {
            if (!isOver) {
                ear.settle();
            }
        });
    }

    @Override
    public void hangUp(EndReason reason) {
        loop.run(() -> {
            close();
            port.hangUp(reason); // a caller who has hung up waits for the socket to be closed
        });
    }

    @Override
    public void hear(byte[] bytes, int offset, int length) {
        if (!isOver) {
            input.accept(bytes, offset, length);
        }
    }

    @Override
    public void played(String mark) {
        mouth.played(mark);
    }

    @Override
    public void played(String turn, long millis) {
        mouth.played(turn, millis);
    }

    @Override
    public void press(String keys) {
        if (!isOver && KEYS.matcher(keys).matches()) {
            call.post(new KeysPressed(keys));
        }
    }

    @Override
    public void whenQuiet(Runnable done) {
        mouth.whenQuiet(done);
    }

    @Override
    public void hangUp() {
        close();
        call.hangUp();
    }

    @Override
    public void leave() {
        close();
        call.leave(this);
    }

    @Override
    public void said(short[] frame, long heardAt) {
        echoes.played(frame, heardAt);
        recorder.agent(frame, heardAt);
    }

    @Override
    public void began(Sentence sentence) {
        var made = sentence.firstMadeAt();
        Instant at = made == null ? clock.instant() : made;
        call.post(new SoundSent(sentence.turn(), at));
    }

    private void breathe() {
        if (!isOver) {
            mouth.breathe();
        }
    }

    private void close() {
        if (!isOver) {
            isOver = true;
            mouth.close();
            ear.close();
        }
    }
}
