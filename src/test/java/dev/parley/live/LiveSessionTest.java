package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.Broke;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.testing.FakeLine;
import dev.parley.testing.FakeLine.Frame;
import dev.parley.testing.FakeLine.Frame.HungUp;
import dev.parley.testing.FakeLine.Frame.Said;
import dev.parley.testing.FakeLine.Frame.TurnAborted;
import dev.parley.testing.FakeLine.Frame.TurnEnded;
import dev.parley.testing.ScriptedBrain;
import dev.parley.testing.TestClock;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveSessionTest {
    private static final int OFTEN = 1_000;
    private static final Script SCRIPT =
            new Script("Hello.", "Goodbye!", "There?", "Sorry?", "Wait.");

    private final ScriptedBrain brain = new ScriptedBrain();
    private final FakeLine line = new FakeLine();
    private final Transcript transcript = new Transcript();
    private final List<Throwable> troubles = new CopyOnWriteArrayList<>();
    private final TestClock clock = new TestClock();
    private final LiveSession session = session(Limits.DEFAULT);

    @RepeatedTest(OFTEN)
    void greetsAnswersAndSaysGoodbye() throws Exception {
        session.start();
        readTurn("Hello.");

        session.post(new CallerSaid("Hi"));
        brain.next().says("Hel", "lo you. How", " are you?").finishes();
        readTurn("Hello you.", "How are you?");
        session.post(new CallerSaid("Bye"));
        brain.next().says("See you.").saysGoodbye();
        readTurn("See you.", "Goodbye!");

        assertThat(line.next()).isEqualTo(new HungUp(EndReason.AGENT_HANGUP));
        assertThat(transcriptAtTheEnd(EndReason.AGENT_HANGUP))
                .containsExactly(
                        "Hello.", "Hi", "Hello you. How are you?", "Bye", "See you. Goodbye!");
    }

    @RepeatedTest(OFTEN)
    void stopsTheReplyWhenInterrupted() throws Exception {
        session.start();
        readTurn("Hello.");
        session.post(new CallerSaid("A story."));
        var story = brain.next().says("Once. Upon a time");
        var first = (Said) line.next();

        session.post(new CallerSaid("Stop."));

        assertThat(line.next()).isEqualTo(new TurnAborted(first.turn()));
        brain.next().says("All right.").finishes();
        assertThat(story.isClosed()).isTrue();
        readTurn("All right.");
        session.post(new CallerHungUp());
        assertThat(transcriptAtTheEnd(EndReason.USER_HANGUP))
                .containsExactly("Hello.", "A story.", "Once.", "Stop.", "All right.");
    }

    @RepeatedTest(OFTEN)
    void leavesNothingBehindWhateverHappensAtOnce() throws Exception {
        var random = new Random();
        brain.alwaysSays("Well. ", "So. ", "It is ", "like this. Or", " not.");
        session.start();
        var caller =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = random.nextInt(8); i >= 0; i--) {
                                session.post(new CallerSaid("Hi " + i));
                                linger(random.nextInt(60));
                            }
                        });
        linger(random.nextInt(200));
        if (random.nextBoolean()) {
            caller.join();
        }

        session.post(new CallerHungUp());

        transcriptAtTheEnd(EndReason.USER_HANGUP);
        caller.join();
        assertLawful(line.frames());
    }

    @Test
    void asksTheBrainOnceForWhatComesInOneRush() throws Exception {
        transcript.blocked = new CountDownLatch(1);
        session.start();
        for (int i = 0; i < 100; i++) {
            session.post(new CallerSaid("more"));
        }

        transcript.blocked.countDown();

        assertThat(brain.next().turn().heard()).hasSize(499);
        session.post(new CallerHungUp());
        assertThat(transcriptAtTheEnd(EndReason.USER_HANGUP))
                .filteredOn("more"::equals)
                .hasSize(100);
        assertThat(brain.answers()).hasSize(1);
    }

    private static void linger(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.yield();
        }
    }

    @RepeatedTest(OFTEN)
    void sendsAgainWhatALostLineDidNotDeliver() throws Exception {
        session.start();
        readTurn("Hello.");
        line.keepsBack();
        session.post(new CallerSaid("Hi"));
        brain.next().says("One. Two.").finishes();
        var one = (Said) line.next();
        assertThat(line.next()).isEqualTo(new Said(one.turn(), "Two."));
        line.deliverNext();

        var second = new FakeLine();
        session.post(new LineLost(line));
        session.post(new LineRestored(second));

        assertThat(second.next()).isEqualTo(new Said(one.turn(), "Two."));
        assertThat(second.next()).isEqualTo(new TurnEnded(one.turn()));
        session.post(new CallerHungUp());
        assertThat(transcriptAtTheEnd(EndReason.USER_HANGUP)).endsWith("Hi", "One. Two.");
        assertThat(second.next()).isEqualTo(new HungUp(EndReason.USER_HANGUP));
    }

    @RepeatedTest(OFTEN)
    void treatsALineThatThrowsAsLost() throws Exception {
        session.start();
        readTurn("Hello.");
        line.breaks();
        session.post(new CallerSaid("Hi"));
        var answer = brain.next().says("One. Two");
        var second = new FakeLine();

        while (troubles.isEmpty()) {
            Thread.onSpinWait();
        }
        session.post(new LineRestored(second));

        assertThat(second.next()).isInstanceOf(Said.class);
        session.post(new CallerHungUp());
        transcriptAtTheEnd(EndReason.USER_HANGUP);
        assertThat(answer.isClosed()).isTrue();
    }

    @RepeatedTest(OFTEN)
    void hangsUpALineThatComesTooLate() throws Exception {
        session.start();
        var late = new FakeLine();
        var ending = Thread.ofVirtual().start(() -> session.end(EndReason.ERROR_RESTART));

        var heard = session.post(new LineRestored(late));

        ending.join();
        transcriptAtTheEnd(EndReason.ERROR_RESTART);
        assertThat(heard ? late.frames() : List.of(new HungUp(EndReason.ERROR_RESTART)))
                .contains(new HungUp(EndReason.ERROR_RESTART));
        assertThat(session.post(new CallerSaid("Hello?"))).isFalse();
    }

    @RepeatedTest(100)
    void wakesWhenSomethingIsDue() throws Exception {
        clock.onAdvance(() -> session.post(new TimePassed()));
        session.start();
        readTurn("Hello.");
        settle();

        clock.advance(Duration.ofSeconds(15));
        readTurn("There?");
        settle();
        clock.advance(Duration.ofSeconds(15));
        readTurn("Goodbye!");

        transcriptAtTheEnd(EndReason.INACTIVITY);
    }

    @Test
    void wakesByItselfOnARealClock() throws Exception {
        var hasty =
                new LiveSession(
                        new Persona(brain, SCRIPT, Tools.NONE),
                        line,
                        shortened(Duration.ofMillis(20)),
                        transcript,
                        this::note,
                        Instant::now);
        hasty.start();

        assertThat(hasty.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(transcript.reason).isEqualTo(EndReason.INACTIVITY);
    }

    @Test
    void closesOnAFlood() throws Exception {
        transcript.blocked = new CountDownLatch(1);
        session.start();
        var taken = 0;
        while (session.post(new CallerSaid("more"))) {
            taken++;
        }

        transcript.blocked.countDown();

        assertThat(taken).isBetween(256, 258);
        assertThat(transcriptAtTheEnd(EndReason.ERROR_FLOOD)).hasSizeLessThan(260);
        assertThat(line.frames()).endsWith(new HungUp(EndReason.ERROR_FLOOD));
    }

    @Test
    void goesOnWhenTheBrainRefuses() throws Exception {
        brain.refuses(new IllegalStateException("no"));
        session.start();
        readTurn("Hello.");

        session.post(new CallerSaid("Hi"));

        readTurn("Sorry?");
        session.post(new CallerHungUp());
        transcriptAtTheEnd(EndReason.USER_HANGUP);
        assertThat(troubles).hasSize(1);
    }

    @Test
    void goesOnWhenAReplyBreaks() throws Exception {
        session.start();
        readTurn("Hello.");

        session.post(new CallerSaid("Hi"));
        brain.next().says("Well. So").fails(new IllegalStateException("broke"));

        readTurn("Well.", "Sorry?");
        session.end(EndReason.ERROR_INTERNAL);
        transcriptAtTheEnd(EndReason.ERROR_INTERNAL);
    }

    @Test
    void cutsOffAReplyWithoutEnd() throws Exception {
        session.start();
        readTurn("Hello.");
        session.post(new CallerSaid("Hi"));
        var answer = brain.next();
        for (int i = 0; i < 2_000; i++) {
            answer.says("Blah. ");
        }

        while (!answer.isClosed()) {
            Thread.onSpinWait();
        }
        session.drain();
        transcriptAtTheEnd(EndReason.ERROR_RESTART);
    }

    @Test
    void endsEvenWhenNobodyListens() throws Exception {
        line.breaks();
        transcript.broken = true;
        session.start();
        session.end(EndReason.ERROR_INTERNAL);

        assertThat(session.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(transcript.reason).isEqualTo(EndReason.ERROR_INTERNAL);
    }

    private LiveSession session(Limits limits) {
        return new LiveSession(
                new Persona(brain, SCRIPT, Tools.NONE),
                line,
                limits,
                transcript,
                this::note,
                clock);
    }

    private void note(CallLog.Entry entry) {
        if (entry instanceof Broke(var cause)) {
            troubles.add(cause);
        }
    }

    /// Reads the frames of one whole turn.
    private void readTurn(String... sentences) throws InterruptedException {
        var turn = "";
        for (var sentence : sentences) {
            var said = (Said) line.next();
            assertThat(said.sentence()).isEqualTo(sentence);
            assertThat(turn).isIn("", said.turn());
            turn = said.turn();
        }
        assertThat(line.next()).isEqualTo(new TurnEnded(turn));
    }

    /// Waits until the end of the turn just read is in the transcript, hence the silence has begun.
    private void settle() throws InterruptedException {
        var turns = line.frames().stream().filter(TurnEnded.class::isInstance).count();
        while (transcript.lines.stream().filter(it -> it.speaker() == Speaker.AI).count() < turns) {
            Thread.onSpinWait();
        }
    }

    /// The lines of a session that is over, and of which nothing is left.
    private List<String> transcriptAtTheEnd(EndReason reason) throws InterruptedException {
        assertThat(session.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(transcript.reason).isEqualTo(reason);
        for (var answer : brain.answers()) {
            assertThat(answer.isClosed()).isTrue();
            assertThat(answer.awaitReader()).isTrue();
        }
        assertThat(transcript.lines).extracting(TranscriptLine::timestamp).isSorted();
        return transcript.lines.stream().map(TranscriptLine::message).toList();
    }

    private static void assertLawful(List<Frame> frames) {
        var finished = new HashSet<String>();
        var turns = new ArrayList<String>();
        for (var frame : frames) {
            assertThat(finished).doesNotContain("line");
            switch (frame) {
                case Said(var turn, _) -> {
                    assertThat(finished).doesNotContain(turn);
                    if (turns.isEmpty() || !turns.getLast().equals(turn)) {
                        assertThat(finished).containsAll(turns);
                        turns.add(turn);
                    }
                }
                case TurnEnded(var turn) -> assertThat(finished.add(turn)).isTrue();
                case TurnAborted(var turn) -> assertThat(finished.add(turn)).isTrue();
                case HungUp _ -> finished.add("line");
            }
        }
        assertThat(finished).contains("line");
    }

    private static Limits shortened(Duration idleAfter) {
        var limits = Limits.DEFAULT;
        return new Limits(
                idleAfter,
                limits.maxSilences(),
                limits.maxDuration(),
                limits.resumeWithin(),
                limits.replyWithin(),
                limits.fillAfter(),
                limits.deliverWithin(),
                limits.closeWithin(),
                limits.maxFailures(),
                limits.maxUtteranceChars(),
                limits.maxUtterances(),
                limits.maxReplyChars(),
                limits.tools(),
                limits.turnTaking(),
                limits.maxWaiting());
    }

    private static final class Transcript implements TranscriptSink {
        private final List<TranscriptLine> lines = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch blocked = new CountDownLatch(0);
        private volatile boolean broken;
        private volatile EndReason reason = EndReason.ERROR_PROVIDER;

        @Override
        public void said(TranscriptLine line) {
            try {
                blocked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken) {
                throw new IllegalStateException("the transcript is broken");
            }
            lines.add(line);
        }

        @Override
        public void ended(EndReason why, Instant at, @Nullable Measures measures) {
            assertThat(reason).isEqualTo(EndReason.ERROR_PROVIDER);
            reason = why;
        }
    }
}
