package dev.parley.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest { // N2
    private final AtomicLong now = new AtomicLong();
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void opensAfterFiveFailuresInARowForAPause() {
        fail(4);
        assertThat(breaker.allows()).isTrue();
        fail(1);
        assertThat(breaker.allows()).isFalse();

        now.addAndGet(Breaker.PAUSE.toNanos() - 1);
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void letsOneTryAfterThePauseAndOpensAgainWhenItFails() {
        fail(5);
        now.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();

        breaker.failed();
        now.addAndGet(Breaker.PAUSE.toNanos() - 1);
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void closesWhenTheTrySucceeds() {
        fail(5);
        now.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();

        breaker.succeeded();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsAnotherTryWhenTheFirstNeverReportsBack() {
        fail(5);
        now.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();

        now.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void countsOnlyFailuresInARow() {
        fail(4);
        breaker.succeeded();
        fail(4);
        assertThat(breaker.allows()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
