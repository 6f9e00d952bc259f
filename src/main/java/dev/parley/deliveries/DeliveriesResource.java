package dev.parley.deliveries;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionId;
import dev.parley.actions.ActionStore;
import dev.parley.deliveries.Delivery.Status;
import dev.parley.deliveries.DeliveryStore.Stored;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What became of an action's events, and what they are signed with.
public final class DeliveriesResource {
    private static final String THING = "Delivery";
    private static final String ACTION = "Action";

    private final Database database;
    private final Jobs jobs;
    private final SigningSecrets secrets;
    private final InstantSource clock;
    private final ActionStore actions = new ActionStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final ReceiverStore receivers = new ReceiverStore();

    public DeliveriesResource(
            Database database, Jobs jobs, SigningSecrets secrets, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.secrets = secrets;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        var secret = "/v1/actions/:action_id/signing-secret";
        return List.of(
                Route.get(
                        "/v1/actions/:action_id/deliveries", access.toRead(), this::listDeliveries),
                Route.get(secret, access.toAdminister(), this::getSigningSecret),
                Route.post(secret, access.toAdminister(), this::rotateSigningSecret),
                Route.get("/v1/deliveries/:delivery_id", access.toRead(), this::getDelivery),
                Route.post(
                        "/v1/deliveries/:delivery_id/redeliver",
                        access.toWrite(),
                        this::redeliver));
    }

    private Response listDeliveries(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        var action = database.transact(org, tx -> action(tx, org, request));
        return deliveries.page(database, org, action, listing).response();
    }

    private Response getSigningSecret(Request request) {
        var org = Caller.of(request).org();
        return secret(
                database.transact(org, tx -> secrets.show(tx, org, action(tx, org, request))));
    }

    private Response rotateSigningSecret(Request request) {
        var org = Caller.of(request).org();
        return secret(
                database.transact(org, tx -> secrets.rotate(tx, org, action(tx, org, request))));
    }

    private static Response secret(SigningSecrets.Shown shown) {
        return Response.ok(shown).with("Cache-Control", "no-store");
    }

    /// With the event and the log of its sendings.
    private Response getDelivery(Request request) {
        var org = Caller.of(request).org();
        return database.transact(
                org,
                tx -> {
                    var stored = found(deliveries.find(tx, org, id(request)));
                    var answer = Json.stored(Json.write(stored.delivery()));
                    answer.set("event", Json.stored(stored.body()));
                    answer.set("log", Json.tree(deliveries.attempts(tx, org, id(request))));
                    return Response.ok(answer);
                });
    }

    /// Sends it again, now, under the same id, whatever became of it.
    private Response redeliver(Request request) {
        var org = Caller.of(request).org();
        var again =
                database.transact(
                        org,
                        tx -> {
                            var stored = found(deliveries.findForUpdate(tx, org, id(request)));
                            var delivery = stored.delivery();
                            if (receivers.isGone(tx, org, delivery.actionId())) {
                                throw new Problem.Conflict(
                                        "The receiver has said that it is gone; save the action to"
                                                + " send to it again");
                            }
                            return putBack(tx, org, stored);
                        });
        jobs.hurry();
        return Response.ok(again);
    }

    private Delivery putBack(Handle tx, OrgId org, Stored stored) {
        var now = clock.instant();
        var pending = stored.delivery().now(Status.PENDING, now);
        deliveries.update(tx, org, pending, stored.claimedUntil());
        DeliverEvent.enqueue(jobs, tx, pending, now);
        return pending;
    }

    private static Stored found(Optional<Stored> stored) {
        return stored.orElseThrow(() -> new Problem.NotFound(THING));
    }

    private ActionId action(Handle tx, OrgId org, Request request) {
        var id = new ActionId(request.id("action_id", ACTION));
        return actions.find(tx, org, id)
                .map(stored -> stored.action().id())
                .orElseThrow(() -> new Problem.NotFound(ACTION));
    }

    private static DeliveryId id(Request request) {
        return new DeliveryId(request.id("delivery_id", THING));
    }
}
