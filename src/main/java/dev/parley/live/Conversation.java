package dev.parley.live;

import static java.util.Objects.requireNonNull;

import dev.parley.live.CallLog.Entry;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.OfReply;
import dev.parley.live.SessionEvent.OfTool;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.SourcesNamed;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.live.TurnState.Ended;
import dev.parley.live.TurnState.Listening;
import dev.parley.live.TurnState.Speaking;
import dev.parley.live.TurnState.Thinking;
import dev.parley.live.TurnState.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of turn-taking, free of threads, sockets and clocks: an event in, effects out.
final class Conversation {
    private final Script script;
    private final Limits limits;
    private final Supplier<String> turnIds;
    private final Toolbox toolbox;
    private final Outbox out;
    private TurnState state = new Waiting();
    private Instant now = Instant.MIN;
    private Instant startedAt = Instant.MIN;
    private Instant lostAt = Instant.MIN;
    private int replies;
    private int utterances;
    private int silences;
    private int failures;

    Conversation(
            Script script, Limits limits, Line line, Supplier<String> turnIds, Toolbox toolbox) {
        this.script = script;
        this.limits = limits;
        this.out = new Outbox(line);
        this.turnIds = turnIds;
        this.toolbox = toolbox;
    }

    boolean isOver() {
        return state instanceof Ended;
    }

    /// When `TimePassed` is to come if nothing else does; null for never.
    @Nullable Instant deadline() {
        var due = due();
        return due == null ? null : due.at();
    }

    /// @param at when it happened; a clock that steps back stands still
    List<Effect> on(Instant at, SessionEvent event) {
        now = at.isAfter(now) ? at : now;
        var due = due();
        if (due != null && !due.at().isAfter(now)) {
            happen(due.what());
        }
        if (!isOver()) {
            decide(event);
        }
        return out.empty();
    }

    private void decide(SessionEvent event) {
        switch (event) {
            case Started() -> greet();
            case CallerSaid(var text) -> hear(Sentences.clean(text, limits.maxUtteranceChars()));
            case CallerHungUp() -> end(EndReason.USER_HANGUP);
            case GoodbyeAsked(var reason) -> conclude(reason);
            case CutOff(var reason) -> end(reason);
            case LineLost(var lost) -> lostAt = out.drop(lost) ? now : lostAt;
            case LineRestored(var restored) -> restore(restored);
            case TimePassed() -> {}
            case SentenceDelivered(var turn, var sentence)
                    when state instanceof Speaking speaking && speaking.turn().equals(turn) ->
                    become(speaking.deliver(sentence, now));
            case SentenceDelivered _ -> {}
            case OfReply late when !state.openReply().equals(OptionalInt.of(late.reply())) -> {}
            case OfTool used -> {
                out.save(used, now);
                state = state.goOn(now);
            }
            case SourcesNamed(_, var sources) when state instanceof Speaking speaking -> {
                out.tell(new Entry.SourcesNamed(speaking.turn(), sources, now));
                state = speaking.drawnFrom(sources);
            }
            case SourcesNamed _ -> {}
            case SentenceWritten(_, var sentence) -> become(send(speaking(), List.of(sentence)));
            case ReplyWritten(_, var goodbye) -> written(goodbye);
            case ReplyFailed(_, var cause) -> fail(cause);
        }
    }

    private void greet() {
        if (state instanceof Waiting) {
            startedAt = now;
            say(script.greeting());
        }
    }

    private void hear(String utterance) {
        if (utterance.isEmpty() || state instanceof Waiting) {
            return;
        }
        if (++utterances > limits.maxUtterances()) {
            end(EndReason.ERROR_FLOOD);
            return;
        }
        silences = 0;
        switch (state) {
            case Listening _ -> ask(List.of(utterance));
            case Thinking thinking -> {
                out.add(new Effect.StopReply());
                out.saveCaller(utterance, now);
                start(thinking.hear(utterance, ++replies, now));
            }
            case Speaking speaking when speaking.isFinal() -> out.saveCaller(utterance, now);
            case Speaking speaking -> interrupt(speaking, utterance);
            case Waiting(), Ended() -> {}
        }
    }

    /// An agent of whose answer nothing has arrived yet has not been heard: what it was asked
    /// counts as still unanswered.
    private void interrupt(Speaking speaking, String utterance) {
        out.stopReply(state);
        out.abort(speaking, now);
        var unanswered = speaking.words().delivered() == 0 ? speaking.heard() : List.<String>of();
        state = speaking.listen(now);
        ask(Stream.concat(unanswered.stream(), Stream.of(utterance)).toList());
    }

    /// Lines of all but the last of `heard` are saved already.
    private void ask(List<String> heard) {
        out.saveCaller(heard.getLast(), now);
        start(new Listening(now).hear(beginTurn(), ++replies, heard, now));
    }

    private void start(Thinking thinking) {
        var heard = thinking.heard();
        var history = out.before(heard.size());
        var turn = new Brain.Turn(history, String.join(" ", heard), now, toolbox);
        out.add(new Effect.StartReply(thinking.reply(), turn));
        state = thinking;
    }

    private void written(boolean goodbye) {
        if (!goodbye && state instanceof Thinking) {
            apologise();
            return;
        }
        failures = 0;
        var said = goodbye ? farewell(speaking(), EndReason.AGENT_HANGUP) : speaking();
        become(said.complete());
    }

    private void fail(Throwable cause) {
        out.tell(new Entry.Broke(cause));
        apologise();
    }

    private void apologise() {
        var sorry = send(speaking(), Sentences.of(script.apology()));
        var last = ++failures >= limits.maxFailures();
        become((last ? farewell(sorry, EndReason.ERROR_PROVIDER) : sorry).complete());
    }

    /// Says goodbye, in this turn if there is one.
    private void conclude(EndReason reason) {
        if (state instanceof Waiting || !out.hasLine()) {
            end(reason);
        } else if (state instanceof Speaking speaking && speaking.ending() != null) {
            state = speaking.isFinal() ? speaking : speaking.end(reason, now);
        } else {
            out.stopReply(state);
            become(farewell(speaking(), reason).complete());
        }
    }

    private Speaking farewell(Speaking speaking, EndReason reason) {
        var said = Sentences.endsWith(speaking.words().all(), script.farewell());
        return (said ? speaking : send(speaking, Sentences.of(script.farewell()))).end(reason, now);
    }

    private void say(String text) {
        become(send(new Listening(now).speak(beginTurn(), now), Sentences.of(text)).complete());
    }

    private Speaking send(Speaking speaking, List<String> sentences) {
        var next = speaking;
        for (var sentence : sentences) {
            next = next.write(sentence, now);
            out.send(next, next.words().sentences().size() - 1);
        }
        return next;
    }

    /// The turn as it is now, which is over once all of it is delivered.
    private void become(Speaking speaking) {
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
            case Thinking thinking -> thinking.speak(now);
            case Waiting(), Listening _, Ended() -> new Listening(now).speak(beginTurn(), now);
        };
    }

    private void restore(Line restored) {
        out.use(restored);
        switch (state) {
            case Listening _ -> state = new Listening(now);
            case Speaking speaking -> {
                out.send(speaking, speaking.words().delivered());
                become(speaking);
            }
            case Waiting(), Thinking _, Ended() -> {}
        }
    }

    private void end(EndReason reason) {
        out.stopReply(state);
        switch (state) {
            case Speaking speaking -> out.leave(speaking, now);
            case Thinking thinking -> out.leave(thinking, now);
            case Waiting(), Listening _, Ended() -> {}
        }
        state = new Ended();
        out.add(new Effect.Close(reason, now));
    }

    private @Nullable Due due() {
        return Due.next(state, limits, startedAt, out.hasLine() ? null : lostAt);
    }

    private void happen(Due.What what) {
        switch (what) {
            case LINE -> end(EndReason.USER_HANGUP);
            case CONVERSATION -> conclude(EndReason.MAX_DURATION_REACHED);
            case TURN -> turnIsDue();
        }
    }

    private void turnIsDue() {
        switch (state) {
            case Listening _ -> breakSilence();
            case Speaking speaking when speaking.ending() != null ->
                    end(requireNonNull(speaking.ending()));
            case Thinking _, Speaking _ -> {
                out.stopReply(state);
                fail(new TimeoutException("the reply stalled"));
            }
            case Waiting(), Ended() -> {}
        }
    }

    private void breakSilence() {
        if (++silences >= limits.maxSilences()) {
            conclude(EndReason.INACTIVITY);
        } else {
            say(script.idlePrompt());
        }
    }

    private String beginTurn() {
        var turn = turnIds.get();
        out.tell(new Entry.TurnBegan(turn, now));
        return turn;
    }
}
