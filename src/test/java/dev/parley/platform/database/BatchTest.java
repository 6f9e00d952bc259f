package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchTest {
    private record Org(String value) implements Tenant {}

    private static final Org OURS = new Org("org.ours");

    @Test
    void answersOneQuestionAtOnce() {
        var batch =
                new Batch<Integer, Integer>(
                        1, (_, asked) -> asked.stream().map(q -> q * 2).toList());

        assertThat(batch.ask(OURS, 21)).isEqualTo(42);
    }

    @Test
    void takesThoseWhoWaitTogether() throws Exception {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var sizes = new LinkedBlockingQueue<Integer>();
        var batch =
                new Batch<Integer, Integer>(
                        1,
                        (_, asked) -> {
                            sizes.add(asked.size());
                            started.countDown();
                            await(goOn);
                            return asked;
                        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batch.ask(OURS, 0));
            started.await();
            var others =
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(i -> threads.submit(() -> batch.ask(OURS, i)))
                            .toList();
            while (batch.waiting(OURS) < 10) {
                Thread.onSpinWait();
            }
            goOn.countDown();

            assertThat(first.get()).isZero();
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).isEqualTo(i + 1);
            }
        }
        assertThat(sizes).containsExactly(1, 10);
    }

    @Test
    void givesEveryoneTheirOwnAnswerUnderLoad() throws Exception {
        Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        var batch =
                new Batch<Integer, String>(
                        2,
                        (tenant, asked) -> {
                            var running =
                                    atOnce.computeIfAbsent(
                                            tenant.value(), _ -> new AtomicInteger());
                            assertThat(running.incrementAndGet()).isLessThanOrEqualTo(2);
                            Thread.yield();
                            running.decrementAndGet();
                            return asked.stream().map(q -> tenant.value() + q).toList();
                        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers =
                    IntStream.range(0, 20_000)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        var org = new Org("org." + i % 3 + ".");
                                        return batch.ask(org, i).equals(org.value() + i);
                                    }))
                            .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void failsThoseWhoWereTogetherAndNobodyElse() {
        var batch =
                new Batch<Integer, Integer>(
                        1,
                        (_, asked) -> {
                            if (asked.contains(13)) {
                                throw new IllegalStateException("unlucky");
                            }
                            return asked;
                        });

        assertThatThrownBy(() -> batch.ask(OURS, 13)).hasMessage("unlucky");
        assertThat(batch.ask(OURS, 14)).isEqualTo(14);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
