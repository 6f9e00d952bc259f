package dev.parley.sessions;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.accounts.SessionTokens;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.sessions.StartSession.Kept;
import dev.parley.users.EmailAddress;
import dev.parley.users.User;
import dev.parley.users.UserStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sign-in of people: begin a session, see whose it is, end it or all of them, change one's
/// password. An unknown address and a wrong password get the same answer after the same time.
public final class SessionsResource {
    private static final String SESSIONS = "/v1/sessions";
    private static final String CURRENT = SESSIONS + "/current";

    private final Database database;
    private final AccountStore accounts;
    private final UserStore users;
    private final Passwords passwords;
    private final SessionTokens firstLinks;
    private final StartSession start;
    private final InstantSource clock;
    private final Attempts attempts;

    public SessionsResource(
            Database database,
            AccountStore accounts,
            UserStore users,
            Passwords passwords,
            Secret secret,
            Browsers browsers,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.firstLinks = SessionTokens.ofFirstLinks(secret, clock);
        this.start =
                new StartSession(
                        users,
                        SessionTokens.ofSessions(secret, clock),
                        browsers.config().life(),
                        browsers.url());
        this.clock = clock;
        this.attempts = new Attempts(clock);
    }

    /// Where people sign in.
    ///
    /// @param url how browsers reach this server
    public record Browsers(SessionConfig config, Supplier<URI> url) {}

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post(SESSIONS, Place.ACCESS, this::createSession),
                Route.post(SESSIONS + "/first", Place.ACCESS, this::createFirstSession),
                Route.delete(SESSIONS, access.toRead(), this::deleteSessions),
                Route.get(CURRENT, access.toRead(), this::getCurrentSession),
                Route.delete(CURRENT, access.toRead(), _ -> start.forget("Signed out")),
                Route.put("/v1/users/:user_id/password", access.toRead(), this::changePassword));
    }

    /// @param org which of the organizations one belongs to; the oldest when null
    private record SignIn(EmailAddress email, String password, @Nullable String org, Kept kept) {
        static SignIn read(Fields body) {
            return new SignIn(
                    EmailAddress.read(body, "email"),
                    body.text("password", 1, Passwords.MAX_LENGTH),
                    body.optionalText("orgId", 1, 64),
                    keeperOf(body));
        }
    }

    /// @param token of the link printed where the server starts
    private record FirstSignIn(String token, Kept kept) {
        static FirstSignIn read(Fields body) {
            return new FirstSignIn(body.text("token", 1, 256), keeperOf(body));
        }
    }

    private static Kept keeperOf(Fields body) {
        return body.flag("asCookie", false) ? Kept.BY_BROWSER : Kept.BY_CLIENT;
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
                member.org(),
                tx -> start.run(tx, member.org(), member.user(), member.sessions(), signIn.kept()));
    }

    /// A link works once, and only while its owner has no password (K11).
    private Response createFirstSession(Request request) {
        var signIn = request.body(FirstSignIn::read);
        var link = firstLinks.read(signIn.token()).orElseThrow(SessionsResource::worthless);
        return database.transact(
                link.org(),
                tx -> {
                    int number =
                            users.useFirstLink(tx, link.org(), link.user(), link.number())
                                    .orElseThrow(SessionsResource::worthless);
                    return start.run(tx, link.org(), link.user(), number, signIn.kept());
                });
    }

    private static Problem worthless() {
        return new Problem.Unauthorized(
                "This link was used or is too old; the server prints a new one when it starts");
    }

    private Response getCurrentSession(Request request) {
        var caller = Caller.of(request);
        return database.transact(
                caller.org(),
                tx -> {
                    var user =
                            users.find(tx, caller.org(), caller.user())
                                    .orElseThrow(() -> new Problem.NotFound("User"));
                    var answer = Json.object().put("hasPassword", user.hasPassword());
                    answer.set("user", Json.stored(user.document()));
                    answer.putObject("organization")
                            .put("orgId", caller.org().value())
                            .put("name", accounts.organization(tx, caller.org()).name());
                    var permissions = answer.putArray("permissions");
                    caller.permissions().stream()
                            .sorted()
                            .forEach(permission -> permissions.add(permission.name()));
                    return Response.ok(answer).with("Cache-Control", "no-store");
                });
    }

    private Response deleteSessions(Request request) {
        var caller = Caller.of(request);
        database.run(caller.org(), tx -> users.endSessions(tx, caller.org(), caller.user()));
        return start.forget("Signed out everywhere");
    }

    private Response changePassword(Request request) {
        var caller = Caller.of(request);
        var change = request.body(PasswordChange::read);
        var kept = request.header("authorization").isEmpty() ? Kept.BY_BROWSER : Kept.BY_CLIENT;
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
                    return start.run(tx, caller.org(), caller.user(), sessions, kept);
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
}
