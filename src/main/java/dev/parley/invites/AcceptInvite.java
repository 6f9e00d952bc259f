package dev.parley.invites;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.accounts.UserId;
import dev.parley.invites.InviteStore.Invite;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.ids.Ids;
import dev.parley.users.EmailAddress;
import dev.parley.users.User;
import dev.parley.users.UserStore;
import dev.parley.users.UserStore.NewUser;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes whoever holds an invitation's code a member, once. The code is what the address was sent,
/// so it proves the address; somebody who is signed in may accept for their own address only (T10).
final class AcceptInvite {
    private final Database database;
    private final InviteStore invites;
    private final UserStore users;
    private final Secret secret;
    private final Ids ids;
    private final InstantSource clock;

    AcceptInvite(
            Database database,
            InviteStore invites,
            UserStore users,
            Secret secret,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.invites = invites;
        this.users = users;
        this.secret = secret;
        this.ids = ids;
        this.clock = clock;
    }

    /// The code is of no invitation, or of one that was accepted, revoked, sent anew or has
    /// expired; which of them is not told.
    static final class CodeRefused extends RuntimeException {
        CodeRefused() {
            super("No open invitation has this code", null, false, false);
        }
    }

    /// What an accepting person is signed in as.
    ///
    /// @param password a hash, taken along when no other password is chosen
    record Person(EmailAddress email, @Nullable String password) {}

    /// Who is signed in, to whatever organization.
    Person person(Caller caller) {
        return database.transact(
                caller.org(),
                tx -> {
                    var email =
                            users.find(tx, caller.org(), caller.user())
                                    .orElseThrow(Problem.Unauthorized::new)
                                    .email();
                    var password = users.password(tx, caller.org(), caller.user());
                    return new Person(email, password.orElse(null));
                });
    }

    /// Refuses what is no code before anything costly is done for it.
    ///
    /// @throws CodeRefused likewise
    void check(InviteCode code) {
        database.transact(code.org(), tx -> open(tx, code));
    }

    private Invite open(Handle tx, InviteCode code) {
        return invites.findOpen(tx, code.org(), code.hash(secret))
                .filter(open -> clock.instant().isBefore(open.expiresAt()))
                .orElseThrow(CodeRefused::new);
    }

    /// @param password a hash; null for somebody who cannot sign in yet
    User run(
            InviteCode code,
            Optional<Person> person,
            @Nullable String fullName,
            @Nullable String password) {
        var org = code.org();
        return database.transact(
                org,
                tx -> {
                    users.lockAll(tx, org);
                    var invite = open(tx, code);
                    person.ifPresent(accepting -> checkAddress(accepting, invite));
                    var taken = person.map(Person::password).orElse(null);
                    var user = join(tx, org, invite, fullName, password == null ? taken : password);
                    invites.close(tx, org, invite.id(), "accepted", user.value(), clock.instant());
                    return users.find(tx, org, user).orElseThrow();
                });
    }

    private static void checkAddress(Person person, Invite invite) {
        if (!person.email().key().equals(invite.email().key())) {
            throw new Problem.Forbidden("This invitation is for another address");
        }
    }

    private UserId join(
            Handle tx,
            OrgId org,
            Invite invite,
            @Nullable String fullName,
            @Nullable String password) {
        var member = users.find(tx, org, invite.email());
        if (member.isPresent()) {
            return begin(tx, org, invite, member.get(), fullName, password);
        }
        var user =
                new NewUser(
                        new UserId(ids.next("usr")),
                        invite.email(),
                        invite.role(),
                        fullName,
                        null,
                        password,
                        invite.by());
        users.insert(tx, org, user, clock.instant());
        return user.id();
    }

    /// Somebody whose record was made before and who now gets a password. A code sent for one role
    /// opens no account that has been given another since.
    private UserId begin(
            Handle tx,
            OrgId org,
            Invite invite,
            User member,
            @Nullable String fullName,
            @Nullable String password) {
        if (member.hasPassword() || member.role() != invite.role()) {
            throw new Problem.Conflict("This address belongs to a member already");
        }
        if (password != null) {
            users.setPassword(tx, org, member.id(), password, clock.instant());
        }
        if (fullName != null) {
            users.rename(tx, org, member.id(), fullName, clock.instant());
        }
        return member.id();
    }
}
