package dev.parley.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for what another thread or process does, by asking until it is done.
public final class Await {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {}

    /// Returns once `condition` holds; fails with its last error after `patience`.
    public static void until(Duration patience, Runnable condition) {
        until(
                patience,
                () -> {
                    condition.run();
                    return true;
                });
    }

    /// Returns once `condition` holds without throwing; fails with its last error after `patience`.
    public static <T> T until(Duration patience, Supplier<T> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return condition.get();
            } catch (AssertionError | RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("Not within " + patience, e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
