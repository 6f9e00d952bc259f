package dev.parley.live;

import dev.parley.live.CallLog.Entry;
import dev.parley.live.CallLog.Timings;
import dev.parley.live.TurnState.Ended;
import dev.parley.live.TurnState.Listening;
import dev.parley.live.TurnState.Speaking;
import dev.parley.live.TurnState.Thinking;
import dev.parley.live.TurnState.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who has the floor, and the moves by which it changes hands. What happened is decided elsewhere.
final class Floor {
    private final Script script;
    private final Supplier<String> turnIds;
    private final Toolbox toolbox;
    private final Outbox out;
    private TurnState state = new Waiting();
    private Instant now = Instant.MIN;
    private String lastSentence = "";
    private List<String> unsaid = List.of();
    private boolean isCallerSpeaking;
    private int replies;

    Floor(Script script, Line line, Supplier<String> turnIds, Toolbox toolbox) {
        this.script = script;
        this.out = new Outbox(line);
        this.turnIds = turnIds;
        this.toolbox = toolbox;
    }

    TurnState state() {
        return state;
    }

    Outbox out() {
        return out;
    }

    /// A clock that steps back stands still.
    Instant pass(Instant at) {
        now = at.isAfter(now) ? at : now;
        return now;
    }

    /// The agent's last sentence so far.
    String lastSentence() {
        return lastSentence;
    }

    /// The state as it is after something that is no move.
    void stay(TurnState same) {
        state = same;
    }

    /// Asks the brain for an answer to everything unanswered.
    void ask(String utterance, Timings timings) {
        out.saveCaller(utterance, now);
        switch (state) {
            case Thinking thinking -> {
                out.add(new Effect.StopReply());
                start(thinking.hear(utterance, ++replies, timings, now));
            }
            case Listening listening ->
                    start(listening.hear(beginTurn(), ++replies, utterance, timings, now));
            case Speaking _, Waiting(), Ended() -> throw new IllegalStateException("no floor");
        }
    }

    /// Lines of all that was heard are saved already.
    private void start(Thinking thinking) {
        var heard = thinking.heard();
        var history = out.before(heard.size());
        var turn = new Brain.Turn(history, String.join(" ", heard), now, toolbox);
        out.add(new Effect.StartReply(thinking.reply(), turn));
        state = thinking;
    }

    /// The agent falls silent to hear what a voice wants.
    void pause(Speaking speaking) {
        state = speaking.pause(now);
        out.toLine(new Effect.PauseTurn(speaking.turn()));
        out.tell(new Entry.AgentPaused(speaking.turn(), now));
    }

    /// @param heard the caller's words that were no interruption
    void resume(Speaking speaking, String heard) {
        state = speaking.resume(now);
        out.toLine(new Effect.ResumeTurn(speaking.turn()));
        out.tell(new Entry.AgentResumed(speaking.turn(), heard, now));
    }

    /// The caller takes the floor.
    ///
    /// @param heard the caller's words so far
    void giveWay(Speaking speaking, String heard) {
        out.tell(new Entry.AgentGaveWay(speaking.turn(), heard, now));
        out.stopReply(state);
        var played = out.played(speaking.turn());
        unsaid = speaking.words().unheard(played);
        out.abort(speaking, now);
        state = speaking.giveWay(played, now);
    }

    /// Nobody wanted the floor after all: the agent says what it was kept from saying.
    void goOn() {
        if (state instanceof Listening && !unsaid.isEmpty()) {
            say(String.join(" ", unsaid));
        }
    }

    /// The caller is speaking, or not any more: silence is counted from `since`.
    void hears(boolean isCallerSpeaking, Instant since) {
        this.isCallerSpeaking = isCallerSpeaking;
        if (state instanceof Listening listening) {
            state = new Listening(since, listening.unanswered());
        }
    }

    /// The caller goes on before the agent has begun.
    void giveWay(Thinking thinking) {
        out.add(new Effect.StopReply());
        out.leave(thinking, now);
        state = thinking.listen(now);
    }

    void say(String text) {
        become(send(new Listening(now).speak(beginTurn(), now), Sentences.of(text)).complete());
    }

    /// Says that the answer takes a while, in the turn of the answer.
    void fill() {
        become(send(speaking(), Sentences.of(script.filler())));
    }

    void speak(String sentence) {
        become(send(speaking(), List.of(sentence)));
    }

    /// Whether the agent has said nothing in this turn but that it takes a while.
    boolean hasOnlyFilled() {
        return state instanceof Speaking speaking
                && speaking.reply() > 0
                && speaking.words().sentences().equals(Sentences.of(script.filler()));
    }

    /// Nothing is to be added to the turn.
    void complete(@Nullable EndReason ending) {
        become((ending == null ? speaking() : farewell(speaking(), ending)).complete());
    }

    /// @param ending why the conversation ends with this turn, null when it goes on
    void apologise(@Nullable EndReason ending) {
        var sorry = send(speaking(), Sentences.of(script.apology()));
        become((ending == null ? sorry : farewell(sorry, ending)).complete());
    }

    private Speaking farewell(Speaking speaking, EndReason reason) {
        var said = Sentences.endsWith(speaking.words().all(), script.farewell());
        return (said ? speaking : send(speaking, Sentences.of(script.farewell()))).end(reason, now);
    }

    private Speaking send(Speaking speaking, List<String> sentences) {
        var next = speaking;
        for (var sentence : sentences) {
            next = next.write(sentence, now);
            lastSentence = sentence;
            out.send(next, next.words().sentences().size() - 1);
        }
        return next;
    }

    /// The turn as it is now, which is over once all of it is delivered.
    void become(Speaking speaking) {
        state = speaking;
        if (speaking.words().isOver() && out.hasLine()) {
            out.end(speaking, now);
            state = speaking.listen(now);
            if (speaking.ending() != null) {
                end(speaking.ending());
            }
        }
    }

    /// The agent's turn to go on with: the one it is in, or a new one.
    private Speaking speaking() {
        return switch (state) {
            case Speaking speaking -> speaking;
            case Thinking thinking -> begin(thinking);
            case Waiting(), Listening _, Ended() -> new Listening(now).speak(beginTurn(), now);
        };
    }

    /// An agent does not begin to talk while the caller does.
    private Speaking begin(Thinking thinking) {
        var speaking = thinking.speak(now);
        if (isCallerSpeaking) {
            pause(speaking);
            return speaking.pause(now);
        }
        return speaking;
    }

    void restore(Line restored) {
        out.use(restored);
        switch (state) {
            case Listening listening -> state = new Listening(now, listening.unanswered());
            case Speaking speaking -> {
                var onward = speaking.resume(now);
                out.send(onward, onward.words().delivered());
                become(onward);
            }
            case Waiting(), Thinking _, Ended() -> {}
        }
    }

    void end(EndReason reason) {
        out.stopReply(state);
        switch (state) {
            case Speaking speaking -> out.leave(speaking, now);
            case Thinking thinking -> out.leave(thinking, now);
            case Waiting(), Listening _, Ended() -> {}
        }
        state = new Ended();
        out.add(new Effect.Close(reason, now));
    }

    private String beginTurn() {
        unsaid = List.of();
        var turn = turnIds.get();
        out.tell(new Entry.TurnBegan(turn, now));
        return turn;
    }
}
