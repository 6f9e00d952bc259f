package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what another thread or process does, by asking until it is done.
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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

    /// Returns once `condition` is true.
    public static void until(String what, BooleanSupplier condition) {
        until(PATIENCE, () -> assertThat(condition.getAsBoolean()).as(what).isTrue());
    }

    /// What `look` finds, once it finds something.
    public static <T> T value(String what, Supplier<Optional<T>> look) {
        return until(PATIENCE, () -> look.get().orElseThrow(() -> new AssertionError(what)));
    }

    /// Until no job that runs once is left.
    public static void jobsDone(TestServer server) {
        jobsDone(server, "analyse-conversation");
    }

    /// Returns once no job of this kind is left.
    public static void jobsDone(TestServer server, String kind) {
        until(
                "no job is left",
                () ->
                        Rows.texts(
                                        server,
                                        """
                                        SELECT count(*) FROM scheduled_tasks
                                        WHERE task_name = '%s'
                                        """
                                                .formatted(kind))
                                .equals(java.util.List.of("0")));
    }
}
