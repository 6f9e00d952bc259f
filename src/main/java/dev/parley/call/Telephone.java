package dev.parley.call;

import dev.parley.call.lines.Heard;
import dev.parley.call.lines.Heard.Closed;
import dev.parley.call.lines.Heard.Sentence;
import dev.parley.call.lines.Heard.Silenced;
import dev.parley.call.lines.Heard.Told;
import dev.parley.call.lines.Heard.TurnEnded;
import dev.parley.call.lines.Heard.Voice;
import dev.parley.call.lines.Line;
import dev.parley.call.sound.Playback;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// Holds one call in real time on the thread that runs it: listens, speaks when the agent has
/// finished, or breaks in, and keeps both sides and when everything happened.
public final class Telephone {
    private static final long QUIET = Duration.ofMillis(900).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private final Line line;
    private final Queue<Heard> heard;
    private final Optional<Duration> interruptAfter;
    private final Consumer<Heard> told;
    private final Playback playback;
    private final Tape tape;
    private final long start = System.nanoTime();
    private final Deque<Utterance> unsaid = new ArrayDeque<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Exchange now = Exchange.begun("", false, start).ended(start);
    private short[] speaking = new short[0];
    private int spoken;
    private boolean isAnswered;
    private long lastSign = start;
    private long agentBegan = start;
    private Optional<Closed> closed = Optional.empty();

    /// @param heard filled by the line
    /// @param interruptAfter how long the agent may speak before it is interrupted; empty to hear
    ///   it out
    /// @param told of everything heard, in order
    public Telephone(
            Line line,
            Queue<Heard> heard,
            Optional<Duration> interruptAfter,
            Consumer<Heard> told) {
        this.line = line;
        this.heard = heard;
        this.interruptAfter = interruptAfter;
        this.told = told;
        this.playback = new Playback(line.rate());
        this.tape = new Tape(line.rate(), start);
    }

    /// Says all of it, hears the last answer out and hangs up.
    ///
    /// @return the greeting and one exchange for everything said
    public List<Exchange> run(Collection<Utterance> utterances) {
        unsaid.addAll(utterances);
        var pace = new Pace(start);
        boolean isOver = false;
        while (!isOver && closed.isEmpty()) {
            pace.await();
            long at = System.nanoTime();
            listen();
            line.tick(at);
            speak(at);
            isOver = decide(at);
        }
        line.close();
        exchanges.add(now);
        return List.copyOf(exchanges);
    }

    /// What the agent's voice was like on arrival.
    public Playback playback() {
        return playback;
    }

    /// How the line went down, when the server did it.
    public Optional<Closed> closed() {
        return closed;
    }

    /// Writes the caller's side on the left, the agent's on the right, as they were heard.
    public void write(Path file) throws IOException {
        tape.write(file);
    }

    private void listen() {
        for (var next = heard.poll(); next != null; next = heard.poll()) {
            hear(next);
            told.accept(next);
        }
    }

    private void hear(Heard next) {
        switch (next) {
            case Voice(var at, var samples) -> {
                if (!playback.isSounding(at) && at - lastSign > QUIET) {
                    agentBegan = at;
                }
                tape.heard(playback.arrive(at, samples.length), samples);
                now = now.voice(at);
                sign(Math.max(at, playback.end()));
            }
            case Sentence(var at, _) -> {
                if (speaking.length == 0) {
                    now = now.voice(at);
                }
                sign(at);
            }
            case Silenced(var at) -> {
                playback.silence(at);
                tape.silence(at);
                now = now.silenced(at);
            }
            case TurnEnded _ -> playback.rest();
            case Told _ -> {}
            case Closed end -> closed = Optional.of(end);
        }
    }

    private void sign(long at) {
        lastSign = Math.max(lastSign, at);
        isAnswered = spoken >= speaking.length;
    }

    private void speak(long at) {
        var frame = new short[line.frame()];
        if (spoken < speaking.length) {
            var part = Arrays.copyOfRange(speaking, spoken, spoken + frame.length);
            System.arraycopy(part, 0, frame, 0, Math.min(part.length, speaking.length - spoken));
            spoken += frame.length;
            if (spoken >= speaking.length) {
                now = now.ended(at);
                lastSign = at;
                isAnswered = false;
            }
        }
        line.speak(frame);
        tape.spoke(frame);
    }

    /// Begins what is to be said next, when it is time.
    ///
    /// @return whether the call is over
    private boolean decide(long at) {
        if (spoken < speaking.length) {
            return false;
        }
        boolean breaksIn =
                interruptAfter
                        .filter(after ->
                                playback.isSounding(at)
                                        && !unsaid.isEmpty()
                                        && at - agentBegan >= after.toNanos())
                        .isPresent();
        boolean isQuiet = at - lastSign > (isAnswered ? QUIET : PATIENCE);
        if (!breaksIn && !isQuiet) {
            return false;
        }
        if (unsaid.isEmpty()) {
            return true;
        }
        say(unsaid.remove(), at);
        return false;
    }

    private void say(Utterance utterance, long at) {
        exchanges.add(now);
        now = Exchange.begun(utterance.words(), playback.isSounding(at), at);
        playback.rest();
        isAnswered = false;
        lastSign = at;
        speaking = utterance.sound().samples();
        spoken = 0;
        if (speaking.length == 0) {
            line.type(utterance.words());
            now = now.ended(at);
        }
    }
}
