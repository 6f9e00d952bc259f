package dev.parley.telephony.webhooks;

import dev.parley.calls.Calls;
import dev.parley.jobs.Jobs.Chore;
import dev.parley.platform.database.Database;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the carrier after calls it has told no end of, because what it tells can be lost: a call
/// nobody answers is closed within two minutes all the same (H9).
final class AskAfterCalls {
    private static final Logger log = LoggerFactory.getLogger(AskAfterCalls.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    /// Carriers let a telephone ring for a minute.
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);

    /// A call the carrier does not know by then will never be one.
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(10);

    private static final int AT_ONCE = 20;

    private final Database database;
    private final CarrierCalls calls;
    private final CallProgress progress;
    private final Calls live;
    private final InstantSource clock;

    AskAfterCalls(
            Database database,
            CarrierCalls calls,
            CallProgress progress,
            Calls live,
            InstantSource clock) {
        this.database = database;
        this.calls = calls;
        this.progress = progress;
        this.live = live;
        this.clock = clock;
    }

    Chore of(Carrier carrier) {
        return new Chore("ask-after-calls", EVERY, () -> run(carrier));
    }

    /// Those with a media socket here end with it.
    private void run(Carrier carrier) {
        var now = clock.instant();
        var before = now.minus(FIRST_AFTER);
        database.system(tx -> calls.open(tx, carrier.name(), before, 10 * AT_ONCE)).stream()
                .filter(call -> live.find(call.org(), call.connection().value()).isEmpty())
                .limit(AT_ONCE)
                .forEach(call -> ask(carrier, call, now));
    }

    private void ask(Carrier carrier, CarrierCalls.Open call, Instant now) {
        try {
            var status = carrier.status(call.id());
            boolean isForgotten =
                    status.isEmpty() && call.begunAt().isBefore(now.minus(UNKNOWN_FOR));
            progress.ended(carrier.name(), call.id(), isForgotten ? "failed" : status);
        } catch (CarrierFailure e) {
            log.warn("{} does not tell how a call stands: {}", carrier.name(), e.getMessage());
        }
    }
}
