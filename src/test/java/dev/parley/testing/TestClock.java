package dev.parley.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A clock that only moves when the test says so, and then wakes whoever waits for it.
public final class TestClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05.000006Z");

    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        advanceTo(now.plus(by));
    }

    public void advanceTo(Instant to) {
        now = to;
        sleepers.forEach(Runnable::run);
    }

    /// Calls `wake` each time the clock has moved.
    public void onAdvance(Runnable wake) {
        sleepers.add(wake);
    }
}
