package dev.parley.sessions;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.SessionTokens;
import dev.parley.accounts.UserId;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Response;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.users.UserStore;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Signs somebody in who has been recognised.
final class StartSession {
    private final UserStore users;
    private final SessionTokens tokens;
    private final Duration life;
    private final Supplier<URI> publicUrl;

    /// @param publicUrl how browsers reach this server
    StartSession(UserStore users, SessionTokens tokens, Duration life, Supplier<URI> publicUrl) {
        this.users = users;
        this.tokens = tokens;
        this.life = life;
        this.publicUrl = publicUrl;
    }

    /// Where the session's token goes.
    enum Kept {
        /// Into the answer.
        BY_CLIENT,
        /// Into a cookie, and nowhere a script could read it.
        BY_BROWSER
    }

    /// @param number of the member's present sessions
    Response run(Handle tx, OrgId org, UserId id, int number, Kept kept) {
        var user = users.find(tx, org, id).orElseThrow(() -> new Problem.NotFound("User"));
        var token = tokens.issue(org, id, number, life);
        var answer = Json.object().put("expiresAt", Timestamps.write(token.expiresAt()));
        answer.set("user", Json.stored(user.document()));
        return switch (kept) {
            case BY_CLIENT -> answer(answer.put("token", token.text()));
            case BY_BROWSER ->
                    answer(answer)
                            .with(
                                    "Set-Cookie",
                                    SessionCookie.holding(token.text(), life, publicUrl.get()));
        };
    }

    /// The answer after which a browser has no session of this server.
    Response forget(String message) {
        return Response.acknowledged(message)
                .with("Set-Cookie", SessionCookie.none(publicUrl.get()));
    }

    private static Response answer(Object body) {
        return Response.ok(body).with("Cache-Control", "no-store");
    }
}
