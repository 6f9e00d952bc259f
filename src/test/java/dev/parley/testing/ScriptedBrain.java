package dev.parley.testing;

import dev.parley.live.Brain;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A brain whose words the test hands over one by one.
public final class ScriptedBrain implements Brain {
    private final BlockingQueue<ScriptedAnswer> asked = new LinkedBlockingQueue<>();
    private final List<ScriptedAnswer> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException refusal;
    private volatile String[] always = {};

    /// Waits until the brain is asked.
    public ScriptedAnswer next() throws InterruptedException {
        var answer = asked.poll(10, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("the brain was not asked");
        }
        return answer;
    }

    /// Every answer begun so far.
    public List<ScriptedAnswer> answers() {
        return all;
    }

    /// From now on the brain answers everything with these pieces.
    public void alwaysSays(String... pieces) {
        always = pieces;
    }

    /// From now on the brain refuses to answer.
    public void refuses(RuntimeException failure) {
        refusal = failure;
    }

    @Override
    public Answer answer(Turn turn) {
        var failure = refusal;
        if (failure != null) {
            throw failure;
        }
        var answer = new ScriptedAnswer(turn);
        if (always.length > 0) {
            answer.says(always).finishes();
        }
        all.add(answer);
        asked.add(answer);
        return answer;
    }

    private sealed interface Step {
        record Say(Speech speech) implements Step {}

        record Fail(RuntimeException failure) implements Step {}

        record Finish() implements Step {}
    }

    public static final class ScriptedAnswer implements Answer {
        private final Turn turn;
        private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        private volatile boolean closed;
        private final BlockingQueue<Thread> reader = new LinkedBlockingQueue<>();

        private ScriptedAnswer(Turn turn) {
            this.turn = turn;
        }

        public Turn turn() {
            return turn;
        }

        public ScriptedAnswer says(String... pieces) {
            for (var piece : pieces) {
                steps.add(new Step.Say(new Speech.Words(piece)));
            }
            return this;
        }

        public ScriptedAnswer saysGoodbye() {
            steps.add(new Step.Say(new Speech.Goodbye()));
            return this;
        }

        public void finishes() {
            steps.add(new Step.Finish());
        }

        public void fails(RuntimeException failure) {
            steps.add(new Step.Fail(failure));
        }

        public boolean isClosed() {
            return closed;
        }

        /// Waits until somebody has read and nobody does any more.
        public boolean awaitReader() throws InterruptedException {
            var thread = reader.poll(10, TimeUnit.SECONDS);
            return thread != null && thread.join(Duration.ofSeconds(10));
        }

        @Override
        public void close() {
            closed = true;
            steps.add(new Step.Finish());
        }

        @Override
        public Iterator<Speech> iterator() {
            reader.add(Thread.currentThread());
            return new Iterator<>() {
                private @Nullable Speech ahead;

                @Override
                public boolean hasNext() {
                    if (ahead == null && !closed) {
                        ahead =
                                switch (take()) {
                                    case Step.Say(var speech) -> speech;
                                    case Step.Fail(var failure) -> throw failure;
                                    case Step.Finish() -> null;
                                };
                    }
                    return ahead != null;
                }

                @Override
                public Speech next() {
                    var speech = ahead;
                    ahead = null;
                    if (speech == null) {
                        throw new NoSuchElementException();
                    }
                    return speech;
                }
            };
        }

        private Step take() {
            try {
                return steps.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
