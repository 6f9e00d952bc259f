package dev.parley.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioOutput;
import dev.parley.audio.Pcm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Says the agent's sentences on one line, never further ahead of what is heard than a pause may be
/// late. Everything happens on the line's loop; only [#played] may be asked from elsewhere.
final class Mouth {
    /// How far sound is sent ahead of when it is heard.
    static final Duration LEAD = Duration.ofMillis(200);

    private static final long LEAD_NANOS = LEAD.toNanos();
    private static final long FRAME_NANOS = Duration.ofMillis(Pcm.FRAME_MILLIS).toNanos();

    /// Half as many messages as frames halve what a call costs, and make no pause later: it begins
    /// with what is not sent.
    private static final int FRAMES_TOGETHER = 2;

    /// Half a second.
    private static final int FRAMES_BETWEEN_MARKS = 25;

    /// Told what is said while it is said. On the loop.
    interface Witness {
        /// A frame is heard at that moment.
        void said(short[] frame, long heardAt);

        /// The first sound of a sentence's turn was sent.
        void began(Sentence sentence);
    }

    private final AudioPort port;
    private final Loop loop;
    private final LongSupplier nanos;
    private final Witness witness;
    private final AudioOutput output;
    private final byte[] bytes;
    private final short[] frame = new short[Pcm.FRAME];
    private final Deque<Sentence> sentences = new ArrayDeque<>();
    private final Queue<Runnable> awaited = new ArrayDeque<>();
    private final Playhead playhead = new Playhead();
    private FrameRing ring = new FrameRing();
    private @Nullable AutoCloseable pulse;
    private String soundingTurn = "";
    private long heardUntil;
    private int filled;
    private int sinceMark;
    private boolean isPaused;

    Mouth(AudioPort port, AudioFormat format, Loop loop, LongSupplier nanos, Witness witness) {
        this.port = port;
        this.loop = loop;
        this.nanos = nanos;
        this.witness = witness;
        this.output = new AudioOutput(format);
        this.bytes = new byte[FRAMES_TOGETHER * output.frameBytes()];
        this.heardUntil = nanos.getAsLong();
    }

    /// A place for the sound of a sentence, which is heard after all that was said before.
    Sentence say(String turn, int place, String text, Runnable delivered) {
        var sentence = new Sentence(turn, place, text, delivered, ring);
        sentence.heardUntil(nanos.getAsLong());
        sentences.add(sentence);
        if (pulse == null) {
            pulse = loop.pulse(FRAMES_TOGETHER * Pcm.FRAME_MILLIS, this::breathe);
        }
        return sentence;
    }

    void pause() {
        isPaused = true;
    }

    void resume() {
        isPaused = false;
        breathe();
    }

    /// Says no more of `turn`.
    void abort(String turn) {
        isPaused = false;
        sentences.removeIf(sentence -> {
            boolean isOfTurn = sentence.turn().equals(turn);
            if (isOfTurn) {
                sentence.cancel();
            }
            return isOfTurn;
        });
        ring = new FrameRing();
        heardUntil = Math.min(heardUntil, nanos.getAsLong());
        output.reset();
        playhead.drop();
        port.abortTurn(turn);
    }

    void close() {
        sentences.forEach(Sentence::cancel);
        sentences.clear();
        rest();
    }

    /// Runs `done` once nothing is left to be heard.
    void whenQuiet(Runnable done) {
        if (sentences.isEmpty()) {
            done.run();
        } else {
            awaited.add(done);
        }
    }

    /// How far a turn was heard; from any thread.
    Playhead playhead() {
        return playhead;
    }

    /// Everything up to the mark was heard.
    void played(String mark) {
        playhead.confirm(mark);
    }

    /// So much of `turn` was heard; all of it when `millis` is less than zero.
    void played(String turn, long millis) {
        if (turn.equals(soundingTurn)) {
            playhead.confirm(millis);
        }
    }

    /// Sends what is due, and tells of what was heard.
    void breathe() {
        long now = nanos.getAsLong();
        deliver(now);
        if (!isPaused) {
            send(now);
        }
        playhead.at(now, heardUntil);
        if (sentences.isEmpty()) {
            rest();
        }
    }

    private void rest() {
        var beating = pulse;
        pulse = null;
        if (beating != null) {
            try {
                beating.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        for (var done = awaited.poll(); done != null; done = awaited.poll()) {
            done.run();
        }
    }

    private void deliver(long now) {
        for (var first = sentences.peek();
                first != null && first.isSent() && first.heardUntil() - now <= 0;
                first = sentences.peek()) {
            sentences.remove();
            if (first.sent() == 0) { // what cannot be spoken can be read at least
                port.sentence(first.turn(), first.text());
            }
            first.deliver();
        }
    }

    private void send(long now) {
        for (var sentence : sentences) {
            while (heardUntil - now < LEAD_NANOS && port.isWritable() && sentence.next(frame)) {
                send(sentence, now);
            }
            flush(sentence);
            if (!sentence.isSent()) {
                return;
            }
            sentence.heardUntil(Math.max(sentence.heardUntil(), now));
        }
    }

    private void send(Sentence sentence, long now) {
        if (sentence.sent() == 1) {
            begin(sentence);
        }
        playhead.sent(sentence);
        filled += output.encode(frame, bytes, filled);
        if (filled == bytes.length) {
            flush(sentence);
        }
        long heardAt = Math.max(heardUntil, now);
        heardUntil = heardAt + FRAME_NANOS;
        sentence.heardUntil(heardUntil);
        witness.said(frame, heardAt);
        if (++sinceMark >= FRAMES_BETWEEN_MARKS || sentence.isSent()) {
            sinceMark = 0;
            flush(sentence);
            port.mark(playhead.mark());
        }
    }

    private void flush(Sentence sentence) {
        if (filled > 0) {
            port.audio(sentence.turn(), bytes, filled);
            filled = 0;
        }
    }

    private void begin(Sentence sentence) {
        port.sentence(sentence.turn(), sentence.text());
        if (!sentence.turn().equals(soundingTurn)) {
            soundingTurn = sentence.turn();
            playhead.begin();
            witness.began(sentence);
        }
    }
}
