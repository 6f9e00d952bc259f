package dev.parley;

import dev.parley.platform.database.Database;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.Map;

/// The heartbeat: answers when the server and its database do.
final class Status {
    private final Database database;

    Status(Database database) {
        this.database = database;
    }

    Route route() {
        return Route.get(
                "/status",
                Access.PUBLIC,
                _ -> {
                    database.system(tx -> tx.execute("SELECT 1"));
                    return Response.ok(Map.of("status", "ok"));
                });
    }
}
