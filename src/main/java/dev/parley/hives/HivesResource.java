package dev.parley.hives;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Etag;
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

/// The operations on hives.
public final class HivesResource {
    private static final String THING = "Hive";

    private final Database database;
    private final HiveStore hives;
    private final HiveFiles files;
    private final GuardedClient outgoing;
    private final Ingestion ingestion;
    private final Ids ids;
    private final InstantSource clock;

    public HivesResource(
            Database database,
            HiveStore hives,
            HiveFiles files,
            GuardedClient outgoing,
            Ingestion ingestion,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.hives = hives;
        this.files = files;
        this.outgoing = outgoing;
        this.ingestion = ingestion;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/hives", access.toRead(), this::listHives),
                Route.post("/v1/hives", access.toWrite(), this::createHive),
                Route.get("/v1/hives/:hive_id", access.toRead(), this::getHive),
                Route.put("/v1/hives/:hive_id", access.toWrite(), this::updateHive),
                Route.delete("/v1/hives/:hive_id", access.toWrite(), this::deleteHive),
                Route.post("/v1/hives/:hive_id/ingest", access.toWrite(), this::ingestHive));
    }

    private Response listHives(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        return hives.page(database, org, listing)
                .with(json -> files.completed(org, json))
                .response();
    }

    private Response createHive(Request request) {
        var caller = Caller.of(request);
        var input = checked(request.body(HiveInput::create));
        var by = caller.user().value();
        var now = now();
        var hive =
                new Hive(
                        new HiveId(ids.next("hiv")),
                        caller.org(),
                        input.content(),
                        Hive.PENDING,
                        by,
                        now,
                        by,
                        now);
        var answer =
                database.transact(
                        caller.org(),
                        tx -> {
                            files.check(tx, caller.org(), input);
                            hives.insert(tx, caller.org(), hive);
                            ingestion.begin(tx, hive);
                            return answer(tx, hive);
                        });
        ingestion.hurry();
        return answer;
    }

    private Response getHive(Request request) {
        var org = Caller.of(request).org();
        return database.transact(
                org,
                tx ->
                        hives.find(tx, org, id(request))
                                .map(hive -> answer(tx, hive))
                                .orElseThrow(() -> new Problem.NotFound(THING)));
    }

    private Response updateHive(Request request) {
        var caller = Caller.of(request);
        var input = checked(request.body(HiveInput::update));
        return database.transact(
                caller.org(),
                tx -> {
                    var before = locked(tx, caller.org(), request);
                    files.check(tx, caller.org(), input);
                    var after = before.changed(input.content(), caller.user().value(), now());
                    hives.update(tx, caller.org(), after);
                    if (!after.version().content().equals(before.version().content())) {
                        ingestion.begin(tx, after);
                    }
                    return answer(tx, after);
                });
    }

    /// Reads a hive again. One that waits or is read already is left to that.
    private Response ingestHive(Request request) {
        var org = Caller.of(request).org();
        var answer =
                database.transact(
                        org,
                        tx -> {
                            var found =
                                    hives.findForUpdate(tx, org, id(request))
                                            .orElseThrow(() -> new Problem.NotFound(THING));
                            if (!found.isRead()) {
                                return answer(tx, found);
                            }
                            var waiting =
                                    found.noted(Hive.PENDING, found.content().internalProps());
                            hives.update(tx, org, waiting);
                            ingestion.begin(tx, waiting);
                            return answer(tx, waiting);
                        });
        ingestion.hurry();
        return answer;
    }

    private Response deleteHive(Request request) {
        var org = Caller.of(request).org();
        database.run(org, tx -> hives.delete(tx, org, locked(tx, org, request).id()));
        return Response.acknowledged("Hive deleted");
    }

    /// Outside of a transaction, because finding a host may take a while (S1).
    private HiveInput checked(HiveInput input) {
        var url = input.content().url();
        if (url != null) {
            outgoing.check(url, List.of("body", "url"));
        }
        return input;
    }

    private Hive locked(Handle tx, OrgId org, Request request) {
        var found =
                hives.findForUpdate(tx, org, id(request))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        request.checkMatch(Json.bytes(found.version()));
        return found;
    }

    /// The version is that of the hive as people change it: the addresses of its files, and how far
    /// it has been read, change by themselves.
    private Response answer(Handle tx, Hive hive) {
        return Response.ok(files.completed(tx, hive.orgId(), hive))
                .with("ETag", Etag.of(Json.bytes(hive.version())));
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }

    private static HiveId id(Request request) {
        return new HiveId(request.id("hive_id", THING));
    }
}
