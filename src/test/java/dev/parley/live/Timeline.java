package dev.parley.live;

import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.testing.FakeLine;
import dev.parley.testing.TestClock;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A conversation as a script: what happens at which second, and what came of it. One thread, one
/// clock; the rules are the real ones.
public final class Timeline {
    private final TestClock clock = new TestClock();
    private final List<String> events = new ArrayList<>();
    private final List<TranscriptLine> lines = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CallLog.Entry> log = new ArrayList<>();
    private final Queue<SessionEvent> mailbox = new ArrayDeque<>();
    private final Conversation conversation;
    private Line line = new FakeLine();
    private Sentences sentences = new Sentences();
    private boolean delivers = true;
    private int reply;
    private int turns;

    public Timeline(Script script, Limits limits) {
        conversation =
                new Conversation(script, limits, line, () -> "dia." + ++turns, Toolbox.EMPTY);
        happen(new Started());
    }

    /// Lets time pass until that second; whatever falls due on the way happens.
    public Timeline at(double second) {
        var to = TestClock.START.plusNanos(Math.round(second * 1e9));
        for (var due = conversation.deadline();
                due != null && !due.isAfter(to);
                due = conversation.deadline()) {
            clock.advanceTo(due.isAfter(clock.instant()) ? due : clock.instant());
            happen(new TimePassed());
        }
        clock.advanceTo(to);
        return this;
    }

    public Timeline callerSays(String text) {
        return happen(new CallerSaid(text));
    }

    public Timeline callerHangsUp() {
        return happen(new CallerHungUp());
    }

    public Timeline brainSays(String piece) {
        sentences.add(piece).forEach(it -> happen(new SentenceWritten(reply, it)));
        return this;
    }

    public Timeline brainFinishes() {
        return brainEnds(false);
    }

    public Timeline brainSaysGoodbye() {
        return brainEnds(true);
    }

    public Timeline brainFails() {
        return happen(new ReplyFailed(reply, new IllegalStateException("no brain")));
    }

    public Timeline lineIsLost() {
        return happen(new LineLost(line));
    }

    public Timeline callerIsBack() {
        return happen(new LineRestored(new FakeLine()));
    }

    public Timeline serverDrains() {
        return happen(new GoodbyeAsked(EndReason.ERROR_RESTART));
    }

    /// From now on sentences are sent, but get nowhere.
    public Timeline nothingIsDelivered() {
        delivers = false;
        return this;
    }

    /// Frames and questions to the brain in order, each as the second it happened at and a word.
    public List<String> happened() {
        return events;
    }

    /// The transcript as `speaker: words`.
    public List<String> transcript() {
        return lines.stream().map(it -> it.speaker().wire() + ": " + it.message()).toList();
    }

    public List<TranscriptLine> lines() {
        return lines;
    }

    /// What the brain was asked, turn by turn.
    public List<String> asked() {
        return asked;
    }

    public List<CallLog.Entry> log() {
        return log;
    }

    private Timeline brainEnds(boolean goodbye) {
        sentences.rest().forEach(it -> happen(new SentenceWritten(reply, it)));
        return happen(new ReplyWritten(reply, goodbye));
    }

    private Timeline happen(SessionEvent first) {
        mailbox.add(first);
        for (var event = mailbox.poll(); event != null; event = mailbox.poll()) {
            conversation.on(clock.instant(), event).forEach(this::perform);
        }
        return this;
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.StartReply(var number, var turn) -> {
                reply = number;
                sentences = new Sentences();
                asked.add(turn.heard());
            }
            case Effect.Expect(var heard) -> note("expect " + heard);
            case Effect.StopReply() -> note("stop");
            case Effect.SendSentence(var turn, var place, var text) -> {
                note(turn + " " + text);
                if (delivers) {
                    mailbox.add(new SentenceDelivered(turn, place));
                }
            }
            case Effect.EndTurn(var turn) -> note(turn + " END_OF_TURN");
            case Effect.AbortTurn(var turn) -> note(turn + " ABORT");
            case Effect.PauseTurn(var turn) -> note(turn + " PAUSE");
            case Effect.ResumeTurn(var turn) -> note(turn + " RESUME");
            case Effect.Settle() -> note("settle");
            case Effect.SaveLine(var said) -> lines.add(said);
            case Effect.UseLine(var restored) -> line = restored;
            case Effect.DropLine() -> note("lost");
            case Effect.Tell(var entry) -> log.add(entry);
            case Effect.Close(var reason, _) -> note("close " + reason.wire());
        }
    }

    private void note(String what) {
        var millis = Duration.between(TestClock.START, clock.instant()).toMillis();
        events.add(millis / 1000.0 + " " + what);
    }
}
