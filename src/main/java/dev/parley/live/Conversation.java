package dev.parley.live;

import static java.util.Objects.requireNonNull;

import dev.parley.live.CallLog.Entry;
import dev.parley.live.CallLog.Timings;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.OfReply;
import dev.parley.live.SessionEvent.OfTool;
import dev.parley.live.SessionEvent.OfVoice;
import dev.parley.live.SessionEvent.ReplyBegan;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.SoundFailed;
import dev.parley.live.SessionEvent.SoundSent;
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
import org.jspecify.annotations.Nullable;

/// The rules of turn-taking, free of threads, sockets and clocks: an event in, effects out.
final class Conversation {
    private final Script script;
    private final Limits limits;
    private final Floor floor;
    private final Outbox out;
    private final CallerVoice voice;
    private Instant now = Instant.MIN;
    private Instant startedAt = Instant.MIN;
    private Instant lostAt = Instant.MIN;
    private int utterances;
    private int silences;
    private int failures;

    Conversation(
            Script script, Limits limits, Line line, Supplier<String> turnIds, Toolbox toolbox) {
        this.script = script;
        this.limits = limits;
        this.floor = new Floor(script, line, turnIds, toolbox);
        this.out = floor.out();
        this.voice = new CallerVoice(limits.turnTaking(), floor);
    }

    boolean isOver() {
        return state() instanceof Ended;
    }

    /// When `TimePassed` is to come if nothing else does; null for never.
    @Nullable Instant deadline() {
        var due = due();
        return due == null ? null : due.at();
    }

    /// @param at when it happened; a clock that steps back stands still
    List<Effect> on(Instant at, SessionEvent event) {
        now = floor.pass(at);
        var due = due();
        if (due != null && !due.at().isAfter(now)) {
            happen(due.what());
        }
        if (!isOver()) {
            decide(event);
        }
        return out.empty();
    }

    private TurnState state() {
        return floor.state();
    }

    private void decide(SessionEvent event) {
        switch (event) {
            case Started() -> greet();
            case CallerSaid(var text) -> {
                voice.forget();
                hear(text, Timings.heard(now));
            }
            case OfVoice _ when state() instanceof Waiting -> {}
            case OfVoice sound -> listen(sound);
            case SoundFailed(var cause) -> {
                out.tell(new Entry.Broke(cause));
                conclude(EndReason.ERROR_PROVIDER);
            }
            case SoundSent(var turn, var made)
                    when state() instanceof Speaking speaking && speaking.turn().equals(turn) ->
                    floor.stay(speaking.sounded(made, now));
            case SoundSent _ -> {}
            case CallerHungUp() -> floor.end(EndReason.USER_HANGUP);
            case GoodbyeAsked(var reason) -> conclude(reason);
            case CutOff(var reason) -> floor.end(reason);
            case LineLost(var lost) -> lostAt = out.drop(lost) ? now : lostAt;
            case LineRestored(var restored) -> {
                voice.forget();
                floor.restore(restored);
            }
            case TimePassed() -> {}
            case SentenceDelivered(var turn, var sentence)
                    when state() instanceof Speaking speaking && speaking.turn().equals(turn) -> {
                floor.become(speaking.deliver(sentence, now));
                voice.endTurn();
                takeAnswer();
            }
            case SentenceDelivered _ -> {}
            case OfReply late when !state().openReply().equals(OptionalInt.of(late.reply())) -> {}
            case OfReply reply -> take(reply);
            case OfTool used -> {
                out.save(used, now);
                floor.stay(state().goOn(now));
            }
        }
    }

    private void take(OfReply reply) {
        switch (reply) {
            case ReplyBegan _ when state() instanceof Thinking thinking ->
                    floor.stay(thinking.answered(now));
            case ReplyBegan _ -> {}
            case SourcesNamed(_, var sources) when state() instanceof Speaking speaking -> {
                out.tell(new Entry.SourcesNamed(speaking.turn(), sources, now));
                floor.stay(speaking.drawnFrom(sources));
            }
            case SourcesNamed _ -> {}
            case SentenceWritten(_, var sentence) -> floor.speak(sentence);
            case ReplyWritten(_, var goodbye) -> written(goodbye);
            case ReplyFailed(_, var cause) -> fail(cause);
        }
    }

    private void greet() {
        if (state() instanceof Waiting) {
            startedAt = now;
            floor.say(script.greeting());
        }
    }

    private void listen(OfVoice sound) {
        voice.on(sound, now);
        if (voice.hasWords()) {
            silences = 0;
        }
        takeAnswer();
    }

    /// What the caller said aloud, once it is over and the floor is the caller's.
    private void takeAnswer() {
        if (state() instanceof Listening) {
            var said = voice.takeFinished(now);
            if (said != null) {
                hear(said.text(), said.timings());
            } else if (voice.takeNothing()) {
                floor.goOn();
            }
        }
    }

    private void hear(String text, Timings timings) {
        var utterance = Sentences.clean(text, limits.maxUtteranceChars());
        if (utterance.isEmpty() || state() instanceof Waiting) {
            return;
        }
        if (++utterances > limits.maxUtterances()) {
            floor.end(EndReason.ERROR_FLOOD);
            return;
        }
        silences = 0;
        switch (state()) {
            case Listening _, Thinking _ -> floor.ask(utterance, timings);
            case Speaking speaking when speaking.isFinal() -> out.saveCaller(utterance, now);
            case Speaking speaking -> {
                floor.giveWay(speaking, utterance);
                floor.ask(utterance, timings);
            }
            case Waiting(), Ended() -> {}
        }
    }

    private void written(boolean goodbye) {
        if (!goodbye && (state() instanceof Thinking || floor.hasOnlyFilled())) {
            apologise();
            return;
        }
        failures = 0;
        floor.complete(goodbye ? EndReason.AGENT_HANGUP : null);
        voice.endTurn();
        takeAnswer();
    }

    private void fail(Throwable cause) {
        out.tell(new Entry.Broke(cause));
        apologise();
    }

    private void apologise() {
        floor.apologise(++failures >= limits.maxFailures() ? EndReason.ERROR_PROVIDER : null);
    }

    /// Says goodbye, in this turn if there is one.
    private void conclude(EndReason reason) {
        if (state() instanceof Waiting || !out.hasLine()) {
            floor.end(reason);
        } else if (state() instanceof Speaking speaking && speaking.ending() != null) {
            floor.stay(speaking.isFinal() ? speaking : speaking.end(reason, now));
        } else {
            out.stopReply(state());
            voice.release();
            floor.complete(reason);
        }
    }

    private @Nullable Due due() {
        var lost = out.hasLine() ? null : lostAt;
        return Due.earlier(Due.next(state(), limits, startedAt, lost), voice.due());
    }

    private void happen(Due.What what) {
        switch (what) {
            case LINE -> floor.end(EndReason.USER_HANGUP);
            case CONVERSATION -> conclude(EndReason.MAX_DURATION_REACHED);
            case FILLER -> floor.fill();
            case TURN -> turnIsDue();
            case VOICE -> {
                voice.pass(now);
                takeAnswer();
            }
        }
    }

    private void turnIsDue() {
        switch (state()) {
            case Listening _ -> breakSilence();
            case Speaking speaking when speaking.ending() != null ->
                    floor.end(requireNonNull(speaking.ending()));
            case Thinking _, Speaking _ -> {
                out.stopReply(state());
                fail(new TimeoutException("the reply stalled"));
            }
            case Waiting(), Ended() -> {}
        }
    }

    private void breakSilence() {
        voice.forget();
        if (++silences >= limits.maxSilences()) {
            conclude(EndReason.INACTIVITY);
        } else {
            floor.say(script.idlePrompt());
        }
    }
}
