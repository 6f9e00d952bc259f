package dev.parley.keys;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.IssueKey;
import dev.parley.accounts.IssueKey.Kind;
import dev.parley.accounts.Permission;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Fields;
import dev.parley.platform.time.Timestamps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The four operations on keys. A key acts for the member who made it, with that member's role at
/// the moment of use, so it never can do more; its secret is answered once and no cache keeps it.
public final class KeysResource {
    private static final String THING = "Key";
    private static final Duration SHOWN_AFTER_END = Duration.ofDays(30);
    private static final Duration CALL_KEYS_KEPT = Duration.ofDays(1);

    private final Database database;
    private final IssueKey issueKey;
    private final InstantSource clock;
    private final KeyStore keys = new KeyStore();

    public KeysResource(Database database, IssueKey issueKey, InstantSource clock) {
        this.database = database;
        this.issueKey = issueKey;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/api-keys", access.toRead(), this::listKeys),
                Route.post("/v1/api-keys", access.toAdminister(), this::createKey),
                Route.get("/v1/api-keys/call-key", access.toCall(), this::getCallKey),
                Route.delete("/v1/api-keys/:key_id", access.toAdminister(), this::deleteKey));
    }

    private Response listKeys(Request request) {
        var org = Caller.of(request).org();
        var now = clock.instant();
        return Response.ok(
                database.transact(org, tx -> keys.list(tx, org, now, now.minus(SHOWN_AFTER_END))));
    }

    private Response createKey(Request request) {
        var kind = request.body(KeysResource::kind);
        return issue(request, kind);
    }

    private static Kind kind(Fields body) {
        var type =
                body.optionalChoice("key_type", Set.of(Kind.API_KEY.wire(), Kind.CALL_KEY.wire()));
        return Kind.CALL_KEY.wire().equals(type) ? Kind.CALL_KEY : Kind.API_KEY;
    }

    private Response getCallKey(Request request) {
        if (!Caller.of(request).may(Permission.READ)) {
            throw new Problem.Forbidden("A call key makes no further keys");
        }
        return issue(request, Kind.CALL_KEY);
    }

    private Response issue(Request request, Kind kind) {
        var caller = Caller.of(request);
        return database.transact(
                caller.org(),
                tx -> {
                    var old = clock.instant().minus(CALL_KEYS_KEPT);
                    keys.forgetCallKeys(tx, caller.org(), caller.user(), old);
                    return answer(caller, issueKey.run(tx, caller.org(), caller.user(), kind));
                });
    }

    private static Response answer(Caller caller, IssueKey.Issued key) {
        var user = caller.user().value();
        return Response.ok(
                        new ApiKey(
                                key.id(),
                                caller.org(),
                                user,
                                key.text(),
                                key.kind().wire(),
                                user,
                                Timestamps.write(key.issuedAt()),
                                Timestamps.write(key.expiresAt()),
                                true))
                .with("Cache-Control", "no-store");
    }

    private Response deleteKey(Request request) {
        var caller = Caller.of(request);
        var id = request.id("key_id", THING);
        database.run(caller.org(), tx -> revoke(tx, caller, id));
        return Response.acknowledged("Key revoked");
    }

    private void revoke(Handle tx, Caller caller, String id) {
        var role =
                keys.roleBehind(tx, caller.org(), id)
                        .orElseThrow(() -> new Problem.NotFound(THING));
        if (!caller.role().mayAppoint(role)) {
            throw new Problem.Forbidden(
                    "Your role may not revoke a key of somebody who is " + role);
        }
        keys.revoke(tx, caller.org(), id, clock.instant());
    }
}
