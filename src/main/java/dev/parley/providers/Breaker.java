package dev.parley.providers;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Stops asking an endpoint that keeps failing: after some failures in a row nobody asks for a
/// while, then one may try.
public final class Breaker {
    static final int FAILURES_IN_A_ROW = 5;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanoClock;
    private int failures;
    private long closedToAllSince;

    public Breaker(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /// Whether it may be asked now.
    public synchronized boolean allows() {
        if (failures < FAILURES_IN_A_ROW) {
            return true;
        }
        long now = nanoClock.getAsLong();
        if (now - closedToAllSince < PAUSE.toNanos()) {
            return false;
        }
        // The one who tries may never report back, so the next one waits for a pause and no longer.
        closedToAllSince = now;
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
    }

    public synchronized void failed() {
        failures++;
        closedToAllSince = nanoClock.getAsLong();
    }
}
