package dev.parley.actions;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.actions.ActionStore.Stored;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The five operations on actions.
public final class ActionsResource {
    private static final String THING = "Action";

    private final Database database;
    private final ActionStore actions;
    private final SealedHeaders headers;
    private final GuardedClient outgoing;
    private final Ids ids;
    private final InstantSource clock;

    public ActionsResource(
            Database database,
            ActionStore actions,
            SealedHeaders headers,
            GuardedClient outgoing,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.actions = actions;
        this.headers = headers;
        this.outgoing = outgoing;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/actions", access.toRead(), this::listActions),
                Route.post("/v1/actions", access.toWrite(), this::createAction),
                Route.get("/v1/actions/:action_id", access.toRead(), this::getAction),
                Route.put("/v1/actions/:action_id", access.toWrite(), this::updateAction),
                Route.delete("/v1/actions/:action_id", access.toWrite(), this::deleteAction));
    }

    private Response listActions(Request request) {
        var listing = Listing.of(request);
        return actions.page(database, Caller.of(request).org(), listing).response();
    }

    private Response createAction(Request request) {
        var caller = Caller.of(request);
        var input = checked(request);
        var now = now();
        var id = new ActionId(ids.next("act"));
        var action = action(id, caller, input, caller.user().value(), now, now);
        var sealed = headers.seal(caller.org(), id, input.endpoint(), null);
        database.run(
                caller.org(), tx -> actions.insert(tx, caller.org(), new Stored(action, sealed)));
        return Response.record(action);
    }

    private Response getAction(Request request) {
        var org = Caller.of(request).org();
        return database.transact(org, tx -> actions.find(tx, org, id(request)))
                .map(stored -> Response.record(stored.action()))
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Response updateAction(Request request) {
        var caller = Caller.of(request);
        var input = checked(request);
        return database.transact(
                caller.org(),
                tx -> {
                    var stored = locked(tx, caller.org(), request);
                    var before = stored.action();
                    var sealed =
                            headers.seal(
                                    caller.org(),
                                    before.id(),
                                    input.endpoint(),
                                    kept(stored, input));
                    var after =
                            action(
                                    before.id(),
                                    caller,
                                    input,
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    actions.update(tx, caller.org(), new Stored(after, sealed));
                    return Response.record(after);
                });
    }

    /// What masked values may stand for. Whoever may change an address must not be able to have a
    /// secret they cannot read sent to it (E3).
    private static @Nullable String kept(Stored stored, ActionInput input) {
        return input.endpoint() instanceof Endpoint.Http http
                        && http.hasOriginOf(stored.action().endpoint())
                ? stored.sealedHeaders()
                : null;
    }

    private Response deleteAction(Request request) {
        var org = Caller.of(request).org();
        database.run(org, tx -> actions.delete(tx, org, locked(tx, org, request).action().id()));
        return Response.acknowledged("Action deleted");
    }

    /// Outside of a transaction, because finding a host may take a while (S1).
    private ActionInput checked(Request request) {
        var input = request.body(ActionInput::read);
        if (input.endpoint() instanceof Endpoint.Http http) {
            outgoing.check(http.url(), List.of("body", "endpoint", "url"));
        }
        return input;
    }

    private Stored locked(Handle tx, OrgId org, Request request) {
        var found =
                actions.findForUpdate(tx, org, id(request))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        request.checkMatch(Json.bytes(found.action()));
        return found;
    }

    private static Action action(
            ActionId id,
            Caller caller,
            ActionInput input,
            String createdBy,
            String createdAt,
            String now) {
        return new Action(
                id,
                caller.org(),
                input.name(),
                input.description(),
                input.parameters(),
                input.endpoint() instanceof Endpoint.Http http ? http.masked() : input.endpoint(),
                input.invocationTrigger(),
                input.userWaitingText(),
                input.userSuccessText(),
                input.userErrorText(),
                createdBy,
                createdAt,
                caller.user().value(),
                now);
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }

    private static ActionId id(Request request) {
        return new ActionId(request.id("action_id", THING));
    }
}
