package dev.parley.deliveries;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.OrgId;
import dev.parley.actions.Action;
import dev.parley.actions.ActionId;
import dev.parley.actions.ActionStore;
import dev.parley.actions.Endpoint;
import dev.parley.deliveries.Delivery.Status;
import dev.parley.deliveries.DeliveryStore.Stored;
import dev.parley.deliveries.SendEvent.Parcel;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The job that has a delivery sent when it is its turn. It takes the delivery for a while and
/// hands it to a thread of its own, so that no receiver keeps a worker waiting; should this server
/// die meanwhile, the same job comes back when the while is over.
public final class DeliverEvent {
    private static final String JOB = "deliver-event";
    private static final Duration CLAIM = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 8;

    private final Database database;
    private final Jobs jobs;
    private final AccountStore accounts;
    private final ActionStore actions = new ActionStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final ReceiverStore receivers = new ReceiverStore();
    private final SendEvent sendEvent;
    private final Slots slots = new Slots();
    private final InstantSource clock;

    public DeliverEvent(
            Database database,
            Jobs jobs,
            AccountStore accounts,
            SendEvent sendEvent,
            InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.accounts = accounts;
        this.sendEvent = sendEvent;
        this.clock = clock;
    }

    /// What the job is stored with.
    ///
    /// @param number which sending of the delivery this is, from 1; after it the job means nothing
    /// @param waits how often it was put off
    record Work(String org, String action, String delivery, int number, int waits) {
        static Work next(Delivery delivery) {
            return new Work(
                    delivery.orgId().value(),
                    delivery.actionId().value(),
                    delivery.id().value(),
                    delivery.attempts() + 1,
                    0);
        }

        Work putOff() {
            return new Work(org, action, delivery, number, waits + 1);
        }
    }

    /// Has the next sending of `delivery` happen at `when`.
    static void enqueue(Jobs jobs, Handle tx, Delivery delivery, Instant when) {
        enqueue(jobs, tx, Work.next(delivery), when);
    }

    /// A job that comes again while it runs must be another one, so its name says when.
    private static void enqueue(Jobs jobs, Handle tx, Work work, Instant when) {
        var name = work.delivery() + " " + work.number() + " " + when.toEpochMilli();
        jobs.enqueue(tx, JOB, name, work, when);
    }

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(JOB, Work.class, this::run);
    }

    private void run(Work work) {
        var org = new OrgId(work.org());
        var pass = slots.enter(org, new ActionId(work.action())).orElse(null);
        if (pass == null) {
            database.run(org, tx -> putOff(tx, work));
            return;
        }
        Optional<Parcel> parcel = Optional.empty();
        try {
            parcel = database.transact(org, tx -> take(tx, org, work));
        } finally {
            if (parcel.isEmpty()) {
                pass.close();
            }
        }
        parcel.ifPresent(taken ->
                Thread.startVirtualThread(() -> {
                    try (pass) {
                        sendEvent.run(taken);
                    }
                }));
    }

    /// Claims the delivery, if it is its turn and there is somebody to send it to.
    private Optional<Parcel> take(Handle tx, OrgId org, Work work) {
        if (accounts.findOrganization(tx, org).isEmpty()) {
            return Optional.empty();
        }
        var stored =
                deliveries
                        .findForUpdate(tx, org, new DeliveryId(work.delivery()))
                        .filter(found -> found.delivery().isPending())
                        .filter(found -> found.delivery().attempts() == work.number() - 1);
        return stored.flatMap(found -> take(tx, found, work));
    }

    private Optional<Parcel> take(Handle tx, Stored stored, Work work) {
        var delivery = stored.delivery();
        var org = delivery.orgId();
        var now = clock.instant();
        if (stored.isClaimed(now) || deliveries.hasToWait(tx, org, delivery)) {
            putOff(tx, work);
            return Optional.empty();
        }
        var action = actions.find(tx, org, delivery.actionId()).orElseThrow();
        if (!wants(action.action(), delivery) || receivers.isGone(tx, org, delivery.actionId())) {
            deliveries.update(tx, org, delivery.now(Status.DISABLED, now), null);
            return Optional.empty();
        }
        var until = now.plus(CLAIM);
        deliveries.update(tx, org, delivery, until);
        enqueue(jobs, tx, work, until);
        return Optional.of(sendEvent.parcel(tx, stored, action));
    }

    private static boolean wants(Action action, Delivery delivery) {
        return action.endpoint() instanceof Endpoint.Http
                && action.invocationTrigger().equals(EnqueueEvents.trigger(delivery.eventName()));
    }

    /// Longer each time, so that what waits for long costs little.
    private void putOff(Handle tx, Work work) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(work.waits(), MAX_DOUBLINGS));
        enqueue(jobs, tx, work.putOff(), clock.instant().plus(wait));
    }
}
