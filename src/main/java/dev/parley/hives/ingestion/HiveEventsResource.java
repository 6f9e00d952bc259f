package dev.parley.hives.ingestion;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.HiveStore;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far the reading of a hive has come, told while it goes on.
public final class HiveEventsResource {
    private static final String THING = "Hive";
    private static final int MOST = 200;
    private static final int MOST_OF_ONE = 20;
    private static final int LONGEST = 600;

    private final Database database;
    private final HiveStore hives = new HiveStore();
    private final Map<OrgId, Integer> open = new HashMap<>();

    public HiveEventsResource(Database database) {
        this.database = database;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/hives/:hive_id/events", access.toRead(), this::getHiveEvents));
    }

    private Response getHiveEvents(Request request) {
        var org = Caller.of(request).org();
        var id = new HiveId(request.id("hive_id", THING));
        var life = Duration.ofSeconds(request.query("seconds").map(this::seconds).orElse(LONGEST));
        if (database.transact(org, tx -> hives.find(tx, org, id)).isEmpty()) {
            throw new Problem.NotFound(THING);
        }
        enter(org);
        var events =
                new HiveEvents(
                        () -> database.transact(org, tx -> hives.find(tx, org, id)),
                        life,
                        () -> leave(org));
        return Response.flow("text/event-stream", events).with("Cache-Control", "no-store");
    }

    private int seconds(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= LONGEST) {
            return Integer.parseInt(text);
        }
        throw new Problem.Invalid(
                "query", "seconds", "Should be from 0 to " + LONGEST, "int_range");
    }

    private synchronized void enter(OrgId org) {
        int all = open.values().stream().mapToInt(Integer::intValue).sum();
        int own = open.getOrDefault(org, 0);
        if (all >= MOST || own >= MOST_OF_ONE) {
            throw new Problem.TooManyRequests(10);
        }
        open.put(org, own + 1);
    }

    private synchronized void leave(OrgId org) {
        open.computeIfPresent(org, (_, count) -> count > 1 ? count - 1 : null);
    }
}
