package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.Effect.AbortTurn;
import dev.parley.live.Effect.Close;
import dev.parley.live.Effect.EndTurn;
import dev.parley.live.Effect.SaveLine;
import dev.parley.live.Effect.SendSentence;
import dev.parley.live.Effect.StartReply;
import dev.parley.live.Effect.StopReply;
import dev.parley.live.Effect.Tell;
import dev.parley.live.Effect.UseLine;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.Started;
import dev.parley.testing.FakeLine;
import dev.parley.testing.TestClock;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Script SCRIPT =
            new Script("Hello.", "Goodbye!", "There?", "Sorry?", "Wait.");
    private static final Instant AT = TestClock.START;
    private static final String STAMP = "2026-01-02T03:04:05.000006";

    private final Line line = new FakeLine();
    private int turns;
    private final Conversation conversation =
            new Conversation(SCRIPT, Limits.DEFAULT, line, () -> "dia." + ++turns, Toolbox.EMPTY);

    @Test
    void greetsFirst() {
        assertThat(after(new Started(), new SentenceDelivered("dia.1", 0)))
                .containsExactly(
                        new SendSentence("dia.1", 0, "Hello."),
                        new EndTurn("dia.1"),
                        ai("Hello.", "dia.1"));
    }

    @Test
    void greetsOnce() {
        greet();

        assertThat(after(new Started())).isEmpty();
    }

    @Test
    void hearsNothingBeforeItHasBegun() {
        assertThat(after(new CallerSaid("Hi"), new SentenceDelivered("dia.1", 0))).isEmpty();
    }

    @Test
    void answersWhatTheCallerSaid() {
        greet();

        assertThat(
                        after(
                                new CallerSaid(" Hi "),
                                new SentenceWritten(1, "Hi."),
                                new SentenceWritten(1, "You?"),
                                new SentenceDelivered("dia.2", 0),
                                new ReplyWritten(1, false),
                                new SentenceDelivered("dia.2", 1)))
                .containsExactly(
                        user("Hi"),
                        ask(1, "Hi", ai("Hello.", "dia.1")),
                        new SendSentence("dia.2", 0, "Hi."),
                        new SendSentence("dia.2", 1, "You?"),
                        new EndTurn("dia.2"),
                        ai("Hi. You?", "dia.2"));
    }

    @Test
    void keepsOnlyWhatWasDeliveredWhenInterrupted() {
        greet();
        after(new CallerSaid("A story."));

        assertThat(
                        after(
                                new SentenceWritten(1, "Once."),
                                new SentenceWritten(1, "Upon."),
                                new SentenceDelivered("dia.2", 0),
                                new CallerSaid("Stop."),
                                new SentenceWritten(1, "A time."),
                                new SentenceDelivered("dia.2", 1),
                                new ReplyWritten(1, false)))
                .containsExactly(
                        new SendSentence("dia.2", 0, "Once."),
                        new SendSentence("dia.2", 1, "Upon."),
                        new StopReply(),
                        new AbortTurn("dia.2"),
                        ai("Once.", "dia.2"),
                        user("Stop."),
                        ask(
                                2,
                                "Stop.",
                                ai("Hello.", "dia.1"),
                                user("A story."),
                                ai("Once.", "dia.2")));
    }

    @Test
    void asksAgainWithBothWhenNothingOfTheAnswerArrived() {
        greet();
        after(new CallerSaid("A story."), new SentenceWritten(1, "Once."));

        assertThat(after(new CallerSaid("A short one.")))
                .containsExactly(
                        new StopReply(),
                        new AbortTurn("dia.2"),
                        user("A short one."),
                        ask(2, "A story. A short one.", ai("Hello.", "dia.1")));
    }

    @Test
    void letsTheGreetingBeInterrupted() {
        after(new Started());

        assertThat(after(new CallerSaid("Hi")))
                .containsExactly(new AbortTurn("dia.1"), user("Hi"), ask(1, "Hi"));
    }

    @Test
    void saysTheFarewellInTheTurnOfTheGoodbye() {
        greet();
        after(new CallerSaid("Bye"), new SentenceWritten(1, "See you."));

        assertThat(
                        after(
                                new ReplyWritten(1, true),
                                new SentenceDelivered("dia.2", 0),
                                new SentenceDelivered("dia.2", 1)))
                .containsExactly(
                        new SendSentence("dia.2", 1, "Goodbye!"),
                        new EndTurn("dia.2"),
                        ai("See you. Goodbye!", "dia.2"),
                        new Close(EndReason.AGENT_HANGUP, AT));
    }

    @Test
    void doesNotSayTheFarewellTwice() {
        greet();

        assertThat(
                        after(
                                new CallerSaid("Bye"),
                                new SentenceWritten(1, "OK, goodbye."),
                                new SentenceDelivered("dia.2", 0),
                                new ReplyWritten(1, true)))
                .endsWith(
                        new EndTurn("dia.2"),
                        ai("OK, goodbye.", "dia.2"),
                        new Close(EndReason.AGENT_HANGUP, AT));
    }

    @Test
    void staysWhenTheCallerInterruptsTheGoodbye() {
        greet();
        after(new CallerSaid("Bye"), new ReplyWritten(1, true));

        assertThat(after(new CallerSaid("Wait!")))
                .contains(new AbortTurn("dia.2"), user("Wait!"))
                .noneMatch(Close.class::isInstance);
    }

    @Test
    void savesButDoesNotAnswerWhatComesDuringTheLastWords() {
        greet();
        after(new GoodbyeAsked(EndReason.ERROR_RESTART));

        assertThat(after(new CallerSaid("Wait!"))).containsExactly(user("Wait!"));
    }

    @Test
    void savesWhatWasDeliveredWhenTheCallerHangsUp() {
        greet();
        after(
                new CallerSaid("A story."),
                new SentenceWritten(1, "Once."),
                new SentenceDelivered("dia.2", 0),
                new SentenceWritten(1, "Upon."));

        assertThat(after(new CallerHungUp(), new CallerSaid("x"), new Started()))
                .containsExactly(
                        new StopReply(),
                        ai("Once.", "dia.2"),
                        new Close(EndReason.USER_HANGUP, AT));
    }

    @Test
    void endsAtOnceWhenCutOff() {
        after(new Started());

        assertThat(after(new CutOff(EndReason.ERROR_INTERNAL)))
                .containsExactly(new Close(EndReason.ERROR_INTERNAL, AT));
    }

    @Test
    void apologisesInTheTurnThatFailed() {
        greet();
        after(
                new CallerSaid("Hi"),
                new SentenceWritten(1, "Well."),
                new SentenceDelivered("dia.2", 0));

        assertThat(
                        after(
                                new ReplyFailed(1, new IllegalStateException()),
                                new SentenceDelivered("dia.2", 1)))
                .containsExactly(
                        new SendSentence("dia.2", 1, "Sorry?"),
                        new EndTurn("dia.2"),
                        ai("Well. Sorry?", "dia.2"));
    }

    @Test
    void forgetsFailuresOnceAReplySucceeds() {
        greet();

        for (int reply = 1; reply <= 12; reply++) {
            var turn = "dia." + (reply + 1);
            after(new CallerSaid("Hi"));
            if (reply % 3 == 0) {
                after(new SentenceWritten(reply, "Fine."));
            }
            after(new ReplyWritten(reply, false), new SentenceDelivered(turn, 0));
        }

        assertThat(after(new CallerSaid("Hi"))).anyMatch(StartReply.class::isInstance);
    }

    @Test
    void takesTheEndOfATurnToTheNewLine() {
        greet();
        after(
                new CallerSaid("Hi"),
                new SentenceWritten(1, "Hi."),
                new SentenceDelivered("dia.2", 0),
                new LineLost(line));
        var restored = new FakeLine();

        assertThat(after(new ReplyWritten(1, false), new LineRestored(restored)))
                .containsExactly(new UseLine(restored), new EndTurn("dia.2"), ai("Hi.", "dia.2"));
    }

    @Test
    void doesNotMissALineThatHasBeenReplaced() {
        greet();

        assertThat(after(new LineRestored(new FakeLine()), new LineLost(line)))
                .noneMatch(Effect.DropLine.class::isInstance);
    }

    @Test
    void doesNotCountTheSilenceOfALostLine() {
        greet();
        conversation.on(AT.plusSeconds(14), new LineLost(line));
        conversation.on(AT.plusSeconds(40), new LineRestored(new FakeLine()));

        assertThat(conversation.deadline()).isEqualTo(AT.plusSeconds(55));
    }

    @Test
    void cutsLongUtterancesAndIgnoresEmptyOnes() {
        greet();

        assertThat(after(new CallerSaid(" \n"), new CallerSaid("x".repeat(9_000))))
                .first()
                .isEqualTo(user("x".repeat(4_000)));
    }

    @Test
    void closesOnACallerWhoNeverStops() {
        greet();
        for (int i = 0; i < 1_000; i++) {
            after(new CallerSaid("more"));
        }

        assertThat(after(new CallerSaid("more"))).endsWith(new Close(EndReason.ERROR_FLOOD, AT));
    }

    @Test
    void standsStillWhenTheClockStepsBack() {
        greet();

        assertThat(conversation.on(AT.minus(Duration.ofHours(1)), new CallerSaid("Hi")))
                .contains(user("Hi"));
    }

    private void greet() {
        after(new Started(), new SentenceDelivered("dia.1", 0));
    }

    /// The effects but for what is told to the log.
    private List<Effect> after(SessionEvent... events) {
        var effects = new ArrayList<Effect>();
        for (var event : events) {
            effects.addAll(conversation.on(AT, event));
        }
        effects.removeIf(Tell.class::isInstance);
        return effects;
    }

    private static StartReply ask(int reply, String heard, SaveLine... history) {
        var lines = List.of(history).stream().map(SaveLine::line).toList();
        return new StartReply(reply, new Brain.Turn(lines, heard, AT));
    }

    private static SaveLine user(String words) {
        return new SaveLine(new TranscriptLine(Speaker.USER, words, STAMP, words));
    }

    private static SaveLine ai(String words, String id) {
        return new SaveLine(new TranscriptLine(Speaker.AI, words, STAMP, id));
    }
}
