package dev.parley.retries;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.UserId;
import dev.parley.accounts.Vault;
import dev.parley.organizations.OperatorKey.Operator;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.http.Route.Handler;
import dev.parley.retries.AnswerStore.Seen;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
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

    /// Whose keys are told apart from others'.
    private record Sender(OrgId org, UserId user) {}

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
        var sender = sender(request.principal());
        if (key.isEmpty() || sender.isEmpty()) {
            return handler.handle(request);
        }
        if (!KEY.matcher(key).matches()) {
            throw new Problem.BadRequest(
                    "Idempotency-Key should be 1 to 255 visible ASCII characters");
        }
        var fingerprint = request.fingerprint();
        return database.together(
                sender.get().org(),
                tx -> once(tx, sender.get(), key, fingerprint, request, handler));
    }

    /// The operator belongs to no organization, and has keys beside those of all of them.
    private static Optional<Sender> sender(Principal principal) {
        return switch (principal) {
            case Caller(var org, var user, _, _, _) -> Optional.of(new Sender(org, user));
            case Operator(var name) -> Optional.of(new Sender(new OrgId(name), new UserId(name)));
            default -> Optional.empty();
        };
    }

    private Response once(
            Handle tx,
            Sender sender,
            String key,
            byte[] fingerprint,
            Request request,
            Handler handler) {
        var now = clock.instant();
        answers.forgetBefore(tx, sender.org(), now.minus(KEPT));
        if (answers.take(tx, sender.org(), sender.user(), key, fingerprint, now)) {
            var response = handler.handle(request);
            keep(tx, sender, key, response);
            return response;
        }
        var seen =
                answers.find(tx, sender.org(), sender.user(), key)
                        .orElseThrow(SafeRetries::cannotRepeat);
        return repeat(sender, key, fingerprint, seen);
    }

    private void keep(Handle tx, Sender sender, String key, Response response) {
        if (response.body() instanceof Response.Body.Bytes(var body) && body.length <= MAX_KEPT) {
            var sealed = vault.seal(place(sender, key), KeptAnswer.of(response, body).bytes());
            answers.keep(tx, sender.org(), sender.user(), key, sealed);
        }
    }

    private Response repeat(Sender sender, String key, byte[] fingerprint, Seen seen) {
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
        return KeptAnswer.read(vault.open(place(sender, key), seen.answer())).again();
    }

    private static Problem cannotRepeat() {
        return new Problem.Conflict("This request was carried out, but its answer was not kept");
    }

    private static String place(Sender sender, String key) {
        return sender.org() + " " + sender.user() + " kept_answer " + key;
    }
}
