package dev.parley.providers;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Ends what takes too long: barks once when something expected has not come in time. Its bark
/// closes a stream; it never interrupts a thread.
public final class Watchdog implements AutoCloseable {
    private final Runnable bark;
    private long expectedBy;
    private long napUntil;
    private boolean expecting;
    private boolean napping;
    private boolean awake;
    private boolean closed;

    public Watchdog(Runnable bark) {
        this.bark = bark;
    }

    /// From now on something has to come within `time`; replaces what was expected before.
    public synchronized void expect(Duration time) {
        expectedBy = System.nanoTime() + time.toNanos();
        expecting = true;
        if (!awake) {
            awake = true;
            Thread.ofVirtual().name("watchdog").start(this::watch);
        }
        if (!napping || expectedBy - napUntil < 0) {
            notifyAll();
        }
    }

    /// Nothing is expected for now.
    public synchronized void rest() {
        expecting = false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void watch() {
        try {
            if (lostPatience()) {
                bark.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean lostPatience() throws InterruptedException {
        while (!closed) {
            long left = expectedBy - System.nanoTime();
            if (expecting && left <= 0) {
                return true;
            }
            napping = expecting;
            if (napping) {
                napUntil = expectedBy;
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wait();
            }
        }
        return false;
    }
}
