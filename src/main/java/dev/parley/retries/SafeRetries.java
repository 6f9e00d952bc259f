package dev.parley.retries;

import dev.parley.accounts.Caller;
import dev.parley.accounts.Vault;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.http.Route.Handler;
import dev.parley.retries.AnswerStore.Seen;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// The `Idempotency-Key` of every POST, after the IETF's draft-ietf-httpapi-idempotency-key-header:
/// what the first request did and was answered is one transaction, so a repetition gets that answer
/// or does it all, whatever crashed in between (V10, D2). Kept for 24 hours; what failed is not
/// kept.
public final class SafeRetries {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int MAX_KEPT = 1 << 20;

    private final Database database;
    private final Vault vault;
    private final InstantSource clock;
    private final AnswerStore answers = new AnswerStore();

    public SafeRetries(Database database, Vault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// The same operation, safe to repeat if it is one that makes something.
    public Route guard(Route route) {
        return route.method().equals("POST")
                ? route.handledBy(request -> handle(request, route.handler()))
                : route;
    }

    private Response handle(Request request, Handler handler) {
        var key = request.header("idempotency-key");
        if (key.isEmpty() || !(request.principal() instanceof Caller caller)) {
            return handler.handle(request);
        }
        if (!KEY.matcher(key).matches()) {
            throw new Problem.BadRequest(
                    "Idempotency-Key should be 1 to 255 visible ASCII characters");
        }
        var fingerprint = request.fingerprint();
        return database.together(
                caller.org(), tx -> once(tx, caller, key, fingerprint, request, handler));
    }

    private Response once(
            Handle tx,
            Caller caller,
            String key,
            byte[] fingerprint,
            Request request,
            Handler handler) {
        var now = clock.instant();
        answers.forgetBefore(tx, caller.org(), now.minus(KEPT));
        if (answers.take(tx, caller.org(), caller.user(), key, fingerprint, now)) {
            var response = handler.handle(request);
            keep(tx, caller, key, response);
            return response;
        }
        var seen =
                answers.find(tx, caller.org(), caller.user(), key)
                        .orElseThrow(SafeRetries::cannotRepeat);
        return repeat(caller, key, fingerprint, seen);
    }

    private void keep(Handle tx, Caller caller, String key, Response response) {
        if (response.body() instanceof Response.Body.Bytes(var body) && body.length <= MAX_KEPT) {
            var sealed = vault.seal(place(caller, key), KeptAnswer.of(response, body).bytes());
            answers.keep(tx, caller.org(), caller.user(), key, sealed);
        }
    }

    private Response repeat(Caller caller, String key, byte[] fingerprint, Seen seen) {
        if (!Arrays.equals(seen.fingerprint(), fingerprint)) {
            throw new Problem.Invalid(
                    "header",
                    "Idempotency-Key",
                    "This key was used for another request",
                    "idempotency_key_reused");
        }
        if (seen.answer() == null) {
            throw cannotRepeat();
        }
        return KeptAnswer.read(vault.open(place(caller, key), seen.answer())).again();
    }

    private static Problem cannotRepeat() {
        return new Problem.Conflict("This request was carried out, but its answer was not kept");
    }

    private static String place(Caller caller, String key) {
        return caller.org() + " " + caller.user() + " kept_answer " + key;
    }
}
