package dev.parley.calls;

import dev.parley.accounts.AccountStore;
import dev.parley.platform.database.Database;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the calls of this server whose key was revoked, whose member or organization is gone,
/// wherever that happened, seconds after it did (K4, T13).
public final class CallWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CallWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final AccountStore accounts;
    private final Calls calls;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("call-watch").factory());

    public CallWatch(Database database, AccountStore accounts, Calls calls) {
        this.database = database;
        this.accounts = accounts;
        this.calls = calls;
    }

    public void start() {
        watch.scheduleWithFixedDelay(
                this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /// Calls go on while the database is away.
    private void look() {
        try {
            var held = calls.held();
            if (!held.isEmpty()) {
                calls.endHeldWith(database.system(tx -> accounts.worthless(tx, held)));
            }
        } catch (RuntimeException e) {
            log.warn("Could not look whose calls go on: {}", e.getClass().getSimpleName());
        }
    }
}
