package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.Brain.Answer;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Brain.Turn;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.testing.Await;
import dev.parley.testing.FakeLine;
import dev.parley.testing.FakeTools;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/// What agents do while they talk, on real threads.
@Timeout(60)
class SessionToolsTest {
    private static final int OFTEN = 200;
    private static final Script SCRIPT =
            new Script("Hello.", "Bye.", "Still there?", "Sorry.", "Wait.");

    private final FakeTools tools = new FakeTools(FakeTools.ORDER);
    private final FakeLine line = new FakeLine();
    private final BlockingQueue<TranscriptLine> lines = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Doer brain = new Doer();
    private final LiveSession session =
            new LiveSession(
                    new Persona(brain, SCRIPT, tools),
                    line,
                    Limits.DEFAULT,
                    new TranscriptSink() {
                        @Override
                        public void said(TranscriptLine said) {
                            assertThat(over.getCount()).isEqualTo(1);
                            lines.add(said);
                        }

                        @Override
                        public void ended(
                                EndReason reason, Instant at, @Nullable Measures measures) {
                            over.countDown();
                        }
                    },
                    CallLog.NONE,
                    Instant::now);

    @RepeatedTest(OFTEN)
    void keepsWhatWasAskedAndWhatCameBack() throws Exception {
        greet();
        session.post(new CallerSaid("Two wings."));
        tools.next();
        awaitLine("AI One moment. Got {\"number\":7}.");
        session.post(new CallerHungUp());
        awaitEnd();

        assertThat(transcript())
                .containsExactly(
                        "AI Hello.",
                        "USER Two wings.",
                        "TOOL_REQUEST {\"name\":\"place_order\",\"arguments\":{\"items\":[]}}",
                        "TOOL {\"number\":7}",
                        "AI One moment. Got {\"number\":7}.");
        assertThat(lines.stream().filter(l -> l.speaker() == Speaker.TOOL).toList().getFirst())
                .extracting(TranscriptLine::messageId)
                .isEqualTo(tools.used().getFirst().id());
    }

    @RepeatedTest(OFTEN)
    void finishesWhatWasBegunWhenTheCallerInterrupts() throws Exception {
        tools.hold();
        greet();
        session.post(new CallerSaid("Two wings."));
        tools.next();
        session.post(new CallerSaid("Hello?"));
        var second = brain.next("Hello?");
        assertThat(second.history())
                .extracting(TranscriptLine::speaker)
                .contains(Speaker.TOOL_REQUEST);
        tools.letGo();
        awaitLine("TOOL {\"number\":7}");
        session.post(new CallerHungUp());
        awaitEnd();

        assertThat(tools.used()).hasSize(1);
        assertThat(transcript()).containsOnlyOnce("TOOL {\"number\":7}");
    }

    @RepeatedTest(OFTEN)
    void waitsForTheResultWhenTheCallerHasHungUp() throws Exception {
        tools.hold();
        greet();
        session.post(new CallerSaid("Two wings."));
        tools.next();
        session.post(new CallerHungUp());
        assertThat(session.awaitEnd(Duration.ofMillis(1))).isFalse();
        tools.letGo();
        awaitEnd();

        assertThat(transcript()).endsWith("TOOL {\"number\":7}");
    }

    // P4
    @RepeatedTest(20)
    void doesNotDoMoreThanTheLimits() throws Exception {
        brain.uses = 1_000;
        greet();
        session.post(new CallerSaid("Again and again."));
        brain.finished.await(10, TimeUnit.SECONDS);

        assertThat(tools.used()).hasSize(Limits.DEFAULT.tools().perTurn());
        session.post(new CallerHungUp());
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        assertThat(session.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void greet() {
        session.start();
        Await.until("greeted", () -> lines.size() == 1);
    }

    private void awaitLine(String text) {
        Await.until(text, () -> transcript().contains(text));
    }

    private List<String> transcript() {
        return lines.stream().map(l -> l.speaker().name() + " " + l.message()).toList();
    }

    /// Says something, does something, and says what came of it; "Hello?" it only answers.
    private static final class Doer implements Brain {
        private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
        private final CountDownLatch finished = new CountDownLatch(1);
        private int uses = 1;

        Turn next(String heardAtTheEnd) throws InterruptedException {
            while (true) {
                var turn = turns.poll(10, TimeUnit.SECONDS);
                if (turn == null) {
                    throw new AssertionError("not asked");
                }
                if (turn.heard().endsWith(heardAtTheEnd)) {
                    return turn;
                }
            }
        }

        @Override
        public Answer answer(Turn turn) {
            turns.add(turn);
            return turn.heard().endsWith("Hello?") ? new Said() : new Done(turn);
        }

        private static final class Said implements Answer {
            @Override
            public Iterator<Speech> iterator() {
                return List.<Speech>of(new Speech.Words("I am on it.")).iterator();
            }

            @Override
            public void close() {}
        }

        private final class Done implements Answer, Iterator<Speech> {
            private final Turn turn;
            private int step;
            private volatile Toolbox.@Nullable Run run;

            Done(Turn turn) {
                this.turn = turn;
            }

            @Override
            public Iterator<Speech> iterator() {
                return this;
            }

            @Override
            public boolean hasNext() {
                return step < 3;
            }

            @Override
            public Speech next() {
                return switch (step++) {
                    case 0 -> new Speech.Words("One moment.");
                    case 1 -> new Speech.Pause();
                    default -> new Speech.Words(" Got " + use() + ".");
                };
            }

            private String use() {
                var results = new ArrayList<String>();
                for (int i = 0; i < uses; i++) {
                    var begun = turn.toolbox().begin("place_order", "{\"items\":[]}");
                    run = begun;
                    results.add(begun.await().text());
                }
                finished.countDown();
                return results.getFirst();
            }

            @Override
            public void close() {
                var begun = run;
                if (begun != null) {
                    begun.abandon();
                }
            }
        }
    }
}
