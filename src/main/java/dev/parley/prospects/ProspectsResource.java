package dev.parley.prospects;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The five operations on prospects.
public final class ProspectsResource {
    private static final String THING = "Prospect";

    private final Database database;
    private final ProspectStore prospects;
    private final AccountStore accounts;
    private final DeletedProspects deleted;
    private final Ids ids;
    private final InstantSource clock;

    /// Told when a prospect goes, in the same transaction, so that nothing keeps pointing at it.
    @FunctionalInterface
    public interface DeletedProspects {
        void unlink(Handle tx, OrgId org, ProspectId prospect, String by, String at);
    }

    public ProspectsResource(
            Database database,
            ProspectStore prospects,
            AccountStore accounts,
            DeletedProspects deleted,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.prospects = prospects;
        this.accounts = accounts;
        this.deleted = deleted;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/prospects", access.toRead(), this::listProspects),
                Route.post("/v1/prospects", access.toWrite(), this::createProspect),
                Route.get("/v1/prospects/:prospect_id", access.toRead(), this::getProspect),
                Route.put("/v1/prospects/:prospect_id", access.toWrite(), this::updateProspect),
                Route.delete("/v1/prospects/:prospect_id", access.toWrite(), this::deleteProspect));
    }

    private Response listProspects(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        var keys = keys(request);
        return prospects.page(database, org, listing, keys).response();
    }

    /// What `email` and `phone` ask for, as callers are recognised by it.
    private Map<String, String> keys(Request request) {
        var keys = new HashMap<String, String>();
        request.query("email")
                .map(ProspectsResource::withPlus)
                .ifPresent(email -> keys.put("email_key", sure(ProspectStore.emailKey(email))));
        var phone = request.query("phone").map(ProspectsResource::withPlus);
        if (phone.isPresent()) {
            var caller = Caller.of(request);
            var region = database.transact(caller.org(), tx -> region(tx, caller));
            keys.put("phone_key", sure(ProspectStore.phoneKey(phone.get(), region)));
        }
        return keys;
    }

    /// A plus sign that was not encoded arrives as a blank.
    private static String withPlus(String text) {
        return text.replaceFirst("^ (?=\\d)", "+").replaceFirst("(?<=\\S) (?=\\S+@)", "+");
    }

    /// The key, or one that nobody has.
    private static String sure(@Nullable String key) {
        return key == null ? "" : key;
    }

    private Response createProspect(Request request) {
        var caller = Caller.of(request);
        var input = request.body(ProspectInput::read);
        var now = now();
        var prospect =
                prospect(
                        new ProspectId(ids.next("pro")),
                        caller,
                        input,
                        caller.user().value(),
                        now,
                        now);
        database.run(
                caller.org(),
                tx -> prospects.insert(tx, caller.org(), prospect, region(tx, caller)));
        return Response.record(prospect);
    }

    private Response getProspect(Request request) {
        var org = Caller.of(request).org();
        return database.transact(org, tx -> prospects.find(tx, org, id(request)))
                .map(Response::record)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Response updateProspect(Request request) {
        var caller = Caller.of(request);
        var id = id(request);
        var input = request.body(ProspectInput::read);
        return database.transact(
                caller.org(),
                tx -> {
                    var before =
                            prospects
                                    .findForUpdate(tx, caller.org(), id)
                                    .orElseThrow(() -> new Problem.NotFound(THING));
                    request.checkMatch(Json.bytes(before));
                    var after =
                            prospect(
                                    id,
                                    caller,
                                    input,
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    prospects.update(tx, caller.org(), before, after, region(tx, caller));
                    return Response.record(after);
                });
    }

    private Response deleteProspect(Request request) {
        var caller = Caller.of(request);
        var id = id(request);
        database.run(
                caller.org(),
                tx -> {
                    var before =
                            prospects
                                    .findForUpdate(tx, caller.org(), id)
                                    .orElseThrow(() -> new Problem.NotFound(THING));
                    request.checkMatch(Json.bytes(before));
                    prospects.delete(tx, caller.org(), before);
                    deleted.unlink(
                            tx,
                            caller.org(),
                            id,
                            caller.user().value(),
                            Timestamps.write(clock.instant()));
                });
        return Response.acknowledged("Prospect deleted");
    }

    private Prospect prospect(
            ProspectId id,
            Caller caller,
            ProspectInput input,
            String createdBy,
            String createdAt,
            String now) {
        return new Prospect(
                id,
                caller.org(),
                input.name(),
                input.email(),
                input.phoneNumber(),
                input.externalReference(),
                input.status(),
                input.prospectProps(),
                createdBy,
                createdAt,
                caller.user().value(),
                now);
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }

    private String region(Handle tx, Caller caller) {
        return accounts.organization(tx, caller.org()).country();
    }

    private static ProspectId id(Request request) {
        return new ProspectId(request.id("prospect_id", THING));
    }
}
