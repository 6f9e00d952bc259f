package dev.parley.sessions;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.SessionTokens;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.users.EmailAddress;
import dev.parley.users.User;
import dev.parley.users.UserStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sign-in of people: begin a session, end all of them, change one's password. An unknown address
/// and a wrong password get the same answer after the same time.
public final class SessionsResource {
    private static final String SESSIONS = "/v1/sessions";

    private final Database database;
    private final AccountStore accounts;
    private final UserStore users;
    private final Passwords passwords;
    private final SessionTokens tokens;
    private final SessionConfig config;
    private final InstantSource clock;
    private final Attempts attempts;

    public SessionsResource(
            Database database,
            AccountStore accounts,
            UserStore users,
            Passwords passwords,
            SessionTokens tokens,
            SessionConfig config,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post(SESSIONS, Place.ACCESS, this::createSession),
                Route.delete(SESSIONS, access.toRead(), this::deleteSessions),
                Route.put("/v1/users/:user_id/password", access.toRead(), this::changePassword));
    }

    /// @param org which of the organizations one belongs to; the oldest when null
    private record SignIn(EmailAddress email, String password, @Nullable String org) {
        static SignIn read(Fields body) {
            return new SignIn(
                    EmailAddress.read(body, "email"),
                    body.text("password", 1, Passwords.MAX_LENGTH),
                    body.optionalText("orgId", 1, 64));
        }
    }

    private record PasswordChange(@Nullable String oldPassword, String newPassword) {
        static PasswordChange read(Fields body) {
            return new PasswordChange(
                    body.optionalText("oldPassword", 1, Passwords.MAX_LENGTH),
                    body.text("newPassword", Passwords.MIN_LENGTH, Passwords.MAX_LENGTH));
        }
    }

    private Response createSession(Request request) {
        var signIn = request.body(SignIn::read);
        var place = ((Place) request.principal()).address();
        var account = signIn.email().key();
        attempts.count(place, account);
        var found =
                database.system(tx ->
                        accounts.signIn(
                                tx, account, Optional.ofNullable(signIn.org()).map(OrgId::new)));
        boolean isRight =
                found.map(member -> passwords.isRight(signIn.password(), member.password()))
                        .orElseGet(() -> passwords.isNobodys(signIn.password()));
        if (!isRight) {
            throw new Problem.Unauthorized("The address or the password is wrong");
        }
        attempts.succeeded(place, account);
        var member = found.orElseThrow();
        return database.transact(
                member.org(), tx -> session(tx, member.org(), member.user(), member.sessions()));
    }

    private Response deleteSessions(Request request) {
        var caller = Caller.of(request);
        database.run(caller.org(), tx -> users.endSessions(tx, caller.org(), caller.user()));
        return Response.acknowledged("Signed out everywhere");
    }

    private Response changePassword(Request request) {
        var caller = Caller.of(request);
        var change = request.body(PasswordChange::read);
        var user = database.transact(caller.org(), tx -> own(tx, caller, request));
        var before =
                database.transact(
                        caller.org(), tx -> users.password(tx, caller.org(), caller.user()));
        before.ifPresent(hash -> checkOld(caller.credential(), user, change, hash));
        var after = passwords.hash(change.newPassword());
        return database.transact(
                caller.org(),
                tx -> {
                    if (!users.password(tx, caller.org(), caller.user()).equals(before)) {
                        throw new Problem.Conflict("The password has just been changed");
                    }
                    users.setPassword(tx, caller.org(), caller.user(), after, clock.instant());
                    int sessions = users.sessions(tx, caller.org(), caller.user());
                    return session(tx, caller.org(), caller.user(), sessions);
                });
    }

    private void checkOld(String place, User user, PasswordChange change, String hash) {
        attempts.count(place, user.email().key());
        var old = change.oldPassword();
        if (old == null || !passwords.isRight(old, hash)) {
            throw new Problem.Invalid(
                    "body", "oldPassword", "This is not the present password", "value_error");
        }
        attempts.succeeded(place, user.email().key());
    }

    private User own(Handle tx, Caller caller, Request request) {
        var id = new UserId(request.id("user_id", "User"));
        var user = users.find(tx, caller.org(), id).orElseThrow(() -> new Problem.NotFound("User"));
        if (!id.equals(caller.user())) {
            throw new Problem.Forbidden("Everybody changes their own password");
        }
        return user;
    }

    private Response session(Handle tx, OrgId org, UserId id, int sessions) {
        var user = users.find(tx, org, id).orElseThrow(() -> new Problem.NotFound("User"));
        var token = tokens.issue(org, id, sessions, config.life());
        var answer =
                Json.object()
                        .put("token", token.text())
                        .put("expiresAt", Timestamps.write(token.expiresAt()));
        answer.set("user", Json.stored(user.document()));
        return Response.ok(answer).with("Cache-Control", "no-store");
    }
}
