package dev.parley.hives.ingestion;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something three times a second, and at its beginning; a failure is no reason to stop.
final class Ticker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);
    private static final long MILLIS = 300;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("reading-progress").factory());
    private final Runnable work;

    Ticker(Runnable work) {
        this.work = work;
        work.run();
        clock.scheduleAtFixedRate(this::tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Progress was not noted: {}", e.getClass().getSimpleName());
        }
    }

    /// Returns when nothing is done any more.
    @Override
    public void close() {
        clock.close();
    }
}
