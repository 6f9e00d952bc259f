package dev.parley.invites;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.Role;
import dev.parley.accounts.Secret;
import dev.parley.invites.AcceptInvite.CodeRefused;
import dev.parley.invites.InviteStore.Invite;
import dev.parley.invites.InviteStore.Sending;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.sessions.Passwords;
import dev.parley.users.EmailAddress;
import dev.parley.users.UserStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Invitations: send, send again, list the open ones, revoke, accept. The code is answered only
/// where no mail is sent, and only when it is made.
public final class InvitesResource {
    private static final String THING = "Invitation";
    private static final String INVITES = "/v1/invites";
    private static final Set<String> APPS = Set.of("trata", "sparr");

    private final Outside outside;
    private final Database database;
    private final UserStore users;
    private final Passwords passwords;
    private final Secret secret;
    private final Ids ids;
    private final InstantSource clock;
    private final InviteStore invites = new InviteStore();
    private final AcceptInvite acceptInvite;
    private final AcceptPage page = new AcceptPage();

    /// How invitations leave the server.
    ///
    /// @param sendsMail whether there is a mail server; else the inviter passes the code on
    public record Outside(
            InviteConfig config, boolean sendsMail, Jobs jobs, Supplier<URI> publicUrl) {}

    public InvitesResource(
            Outside outside,
            Database database,
            UserStore users,
            Passwords passwords,
            Secret secret,
            Ids ids,
            InstantSource clock) {
        this.outside = outside;
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.secret = secret;
        this.ids = ids;
        this.clock = clock;
        this.acceptInvite = new AcceptInvite(database, invites, users, secret, ids, clock);
    }

    public List<Route> routes(Authentication access) {
        var invited = new InvitedAccess(access.toRead());
        return List.of(
                Route.get(INVITES, access.toRead(), this::listInvites),
                Route.post(INVITES, access.toAdminister(), this::sendInvite),
                Route.delete("/v1/invites/:invite_id", access.toAdminister(), this::revokeInvite),
                Route.post("/v1/invites/accept", invited, this::acceptInvite),
                Route.get("/accept-invite", Access.PUBLIC, _ -> page.response()));
    }

    private record Guest(EmailAddress email, Role role) {
        static Guest read(Fields body) {
            return new Guest(
                    EmailAddress.read(body, "email"),
                    Role.valueOf(body.choice("role", Role.NAMES)));
        }
    }

    /// @param code an addition, for who is signed in and so sends another token
    private record Acceptance(
            @Nullable String name, @Nullable String password, @Nullable String code) {
        static final Acceptance EMPTY = new Acceptance(null, null, null);

        static Acceptance read(Fields body) {
            return new Acceptance(
                    body.optionalText("name", 1, 512),
                    body.optionalText("password", Passwords.MIN_LENGTH, Passwords.MAX_LENGTH),
                    body.optionalText("code", 1, 256));
        }
    }

    private Response listInvites(Request request) {
        var org = Caller.of(request).org();
        return invites.page(database, org, Listing.of(request)).response();
    }

    private Response sendInvite(Request request) {
        var caller = Caller.of(request);
        var app = request.query("app").orElse("trata");
        if (!APPS.contains(app)) {
            throw new Problem.Invalid("query", "app", "Should be 'trata' or 'sparr'", "enum");
        }
        var guest = request.body(Guest::read);
        checkAppoints(caller, guest.role());
        var answer = database.transact(caller.org(), tx -> send(tx, caller, guest, app));
        outside.jobs().hurry();
        return answer;
    }

    private Response send(Handle tx, Caller caller, Guest guest, String app) {
        var org = caller.org();
        users.lockAll(tx, org);
        checkNeedsInvite(tx, caller, guest);
        var before = invites.findOpen(tx, org, guest.email());
        before.ifPresent(open -> checkAppoints(caller, open.role()));
        var id = before.map(Invite::id).orElseGet(() -> new InviteId(ids.next("inv")));
        int sent = before.map(Invite::sent).orElse(0) + 1;
        var code = InviteCode.of(secret, org, id, sent);
        var now = clock.instant();
        invites.save(
                tx,
                org,
                new Sending(
                        id,
                        guest.email(),
                        guest.role(),
                        code.hash(secret),
                        sent,
                        now,
                        now.plus(outside.config().life()),
                        caller.user().value()));
        var answer = Json.stored(invites.findOpen(tx, org, id).orElseThrow().document());
        if (outside.sendsMail()) {
            var work = new MailInvite.Work(org.value(), id.value(), sent, app);
            MailInvite.enqueue(outside.jobs(), tx, work);
        } else {
            answer.put("guestInviteCode", code.text())
                    .put("inviteUrl", MailInvite.url(outside.publicUrl().get(), code));
        }
        return Response.ok(answer).with("Cache-Control", "no-store");
    }

    /// A member who cannot sign in yet may be invited to, in the role they have.
    private void checkNeedsInvite(Handle tx, Caller caller, Guest guest) {
        var member = users.find(tx, caller.org(), guest.email());
        if (member.isPresent()
                && (member.get().hasPassword() || member.get().role() != guest.role())) {
            throw new Problem.Conflict("This address belongs to a member already");
        }
    }

    private static void checkAppoints(Caller caller, Role role) {
        if (!caller.role().mayAppoint(role)) {
            throw new Problem.Forbidden("Your role may not invite somebody as " + role);
        }
    }

    private Response revokeInvite(Request request) {
        var caller = Caller.of(request);
        var id = new InviteId(request.id("invite_id", THING));
        database.run(
                caller.org(),
                tx -> {
                    var open =
                            invites.findOpen(tx, caller.org(), id)
                                    .orElseThrow(() -> new Problem.NotFound(THING));
                    checkAppoints(caller, open.role());
                    var by = caller.user().value();
                    invites.close(tx, caller.org(), id, "revoked", by, clock.instant());
                });
        return Response.acknowledged("Invitation revoked");
    }

    private Response acceptInvite(Request request) {
        var acceptance = request.hasBody() ? request.body(Acceptance::read) : Acceptance.EMPTY;
        return switch ((InvitedAccess.Invited) request.principal()) {
            case InvitedAccess.Holder(var code) -> {
                try {
                    yield accept(code, Optional.empty(), acceptance);
                } catch (CodeRefused _) {
                    throw new Problem.Unauthorized();
                }
            }
            case InvitedAccess.SignedIn(var caller) -> {
                var code = Optional.ofNullable(acceptance.code()).flatMap(InviteCode::read);
                var person = Optional.of(acceptInvite.person(caller));
                try {
                    yield accept(code.orElseThrow(CodeRefused::new), person, acceptance);
                } catch (CodeRefused e) {
                    throw new Problem.Invalid(
                            "body", "code", String.valueOf(e.getMessage()), "value_error");
                }
            }
        };
    }

    private Response accept(
            InviteCode code, Optional<AcceptInvite.Person> person, Acceptance acceptance) {
        var chosen = acceptance.password();
        acceptInvite.check(code);
        var password = chosen == null ? null : passwords.hash(chosen);
        var user = acceptInvite.run(code, person, acceptance.name(), password);
        return Response.record(user.document().getBytes(StandardCharsets.UTF_8));
    }
}
