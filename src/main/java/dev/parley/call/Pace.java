package dev.parley.call;

import dev.parley.call.lines.Line;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Ticks of 20 milliseconds on a schedule fixed at the start: one that comes late does not delay
/// those after it.
public final class Pace {
    private static final long TICK = Duration.ofMillis(Line.FRAME_MILLIS).toNanos();

    private final long start;
    private long ticks;

    /// @param start of [System#nanoTime()]
    public Pace(long start) {
        this.start = start;
    }

    /// Waits for the next tick.
    ///
    /// @return when it was meant to be
    public long await() {
        long due = start + ++ticks * TICK;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    /// Ticks so far.
    public long ticks() {
        return ticks;
    }
}
