package dev.parley.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionStore;
import dev.parley.actions.Endpoint;
import dev.parley.actions.SealedHeaders;
import dev.parley.deliveries.Delivery.Status;
import dev.parley.deliveries.DeliveryStore.Stored;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.outgoing.Answer;
import dev.parley.platform.outgoing.Bounds;
import dev.parley.platform.outgoing.Call;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.outgoing.NotReached;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.platform.time.Timestamps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One sending of a delivery: signed after Standard Webhooks, posted, and noted with what follows
/// from the answer. Holds no transaction while it waits.
public final class SendEvent {
    private static final Logger log = LoggerFactory.getLogger(SendEvent.class);
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(15), 64 << 10, 0);
    private static final int GONE = 410;

    private final Database database;
    private final Jobs jobs;
    private final GuardedClient outgoing;
    private final SealedHeaders headers;
    private final SigningSecrets secrets;
    private final InstantSource clock;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final ReceiverStore receivers = new ReceiverStore();

    public SendEvent(
            Database database,
            Jobs jobs,
            GuardedClient outgoing,
            SealedHeaders headers,
            SigningSecrets secrets,
            InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.outgoing = outgoing;
        this.headers = headers;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// A delivery, ready to go.
    record Parcel(Delivery delivery, Call call) {}

    /// What came back.
    ///
    /// @param wish how long the receiver wants to be left alone
    private record Reply(Attempt attempt, Duration wish) {
        boolean isTaken() {
            var status = attempt.statusCode();
            return status != null && status / 100 == 2;
        }

        boolean isGone() {
            var status = attempt.statusCode();
            return status != null && status == GONE;
        }
    }

    /// Always a POST, whatever the action does in a conversation.
    Parcel parcel(Handle tx, Stored stored, ActionStore.Stored action) {
        var delivery = stored.delivery();
        var org = delivery.orgId();
        var id = delivery.id().value();
        var at = clock.instant();
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers.open(org, delivery.actionId(), action.sealedHeaders()));
        all.putAll(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(at.getEpochSecond()),
                        "webhook-signature",
                        secrets.sign(tx, org, delivery.actionId(), id, at, stored.body())));
        var url = ((Endpoint.Http) action.action().endpoint()).url();
        return new Parcel(
                delivery, new Call("POST", url, all, stored.body().getBytes(UTF_8), BOUNDS));
    }

    /// Sends the parcel and notes what became of it. When that cannot be noted, it is sent once
    /// more, which a receiver recognises by the id.
    void run(Parcel parcel) {
        var delivery = parcel.delivery();
        try {
            var reply = send(parcel);
            if (reply != null) {
                database.run(
                        delivery.orgId(), tx -> note(tx, delivery.orgId(), delivery.id(), reply));
                jobs.hurry();
            }
        } catch (RuntimeException e) {
            log.warn("What became of {} could not be noted", delivery.id(), e);
        }
    }

    /// Null when this server was stopped meanwhile, which is no receiver's fault.
    private @Nullable Reply send(Parcel parcel) {
        var at = Timestamps.write(clock.instant());
        long start = System.nanoTime();
        int number = parcel.delivery().attempts() + 1;
        try {
            var answer = outgoing.send(parcel.call());
            return new Reply(
                    new Attempt(
                            number,
                            at,
                            millisSince(start),
                            answer.status(),
                            null,
                            Attempt.beginning(answer)),
                    wish(answer));
        } catch (NotReached e) {
            var attempt = new Attempt(number, at, millisSince(start), null, e.getMessage(), null);
            return e.reason() == Reason.CLOSED ? null : new Reply(attempt, Duration.ZERO);
        }
    }

    private Duration wish(Answer answer) {
        return Schedule.wish(answer.headers(), clock.instant());
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void note(Handle tx, OrgId org, DeliveryId id, Reply reply) {
        var found = deliveries.findForUpdate(tx, org, id);
        // Sent by somebody else as well, or removed, before this could be noted.
        if (found.isEmpty() || found.get().delivery().attempts() != reply.attempt().number() - 1) {
            return;
        }
        var delivery = found.get().delivery();
        deliveries.insertAttempt(tx, org, id, reply.attempt());
        if (reply.isGone()) {
            receivers.markGone(tx, org, delivery.actionId(), clock.instant());
        }
        var next = next(delivery, reply);
        deliveries.update(tx, org, next, null);
        if (!next.isPending() || next.attempts() == 1) {
            var now = clock.instant();
            deliveries
                    .behind(tx, org, next)
                    .forEach(waiting -> DeliverEvent.enqueue(jobs, tx, waiting, now));
        }
        if (next.isPending()) {
            var again = next.nextAttemptAt();
            DeliverEvent.enqueue(
                    jobs, tx, next, again == null ? clock.instant() : Timestamps.instant(again));
        }
    }

    private Delivery next(Delivery delivery, Reply reply) {
        var now = clock.instant();
        if (reply.isTaken()) {
            return delivery.attempted(Status.DELIVERED, null, now);
        }
        if (reply.isGone()) {
            return delivery.attempted(Status.DISABLED, null, now);
        }
        var chance = ThreadLocalRandom.current().nextDouble();
        return Schedule.next(delivery.attempts() + 1, reply.wish(), chance, now)
                .map(again -> delivery.attempted(Status.PENDING, again, now))
                .orElseGet(() -> delivery.attempted(Status.FAILED, null, now));
    }
}
