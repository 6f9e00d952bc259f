package dev.parley.organizations;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.IssueKey;
import dev.parley.accounts.IssueKey.Issued;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Organization;
import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import dev.parley.users.EmailAddress;
import dev.parley.users.User;
import dev.parley.users.UserStore;
import dev.parley.users.UserStore.NewUser;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/// Makes an organization with its first owner and a key of theirs.
final class CreateOrganization {
    /// Who made what nobody of the organization made.
    private static final String PLATFORM = "trata-system";

    private static final EmailAddress UNKNOWN =
            new EmailAddress("owner@localhost", "owner@localhost");

    private final Database database;
    private final AccountStore accounts;
    private final OrganizationStore organizations;
    private final UserStore users;
    private final IssueKey issueKey;
    private final Ids ids;
    private final InstantSource clock;

    CreateOrganization(
            Database database,
            AccountStore accounts,
            OrganizationStore organizations,
            UserStore users,
            IssueKey issueKey,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.organizations = organizations;
        this.users = users;
        this.issueKey = issueKey;
        this.ids = ids;
        this.clock = clock;
    }

    record Made(User owner, Issued key) {}

    /// The owner's address is the one for invoices where that is one, else a stand-in that the
    /// owner changes.
    Made run(OrganizationInput input, String ownerName) {
        var org = new OrgId(ids.next("org"));
        var owner =
                new NewUser(
                        new UserId(ids.next("usr")),
                        Optional.ofNullable(input.profile().billingEmailAddress())
                                .flatMap(EmailAddress::of)
                                .orElse(UNKNOWN),
                        Role.OWNER,
                        ownerName,
                        null,
                        null,
                        PLATFORM);
        return database.system(tx -> {
            var now = clock.instant();
            var country = Objects.requireNonNullElse(input.country(), "US");
            var made = new Organization(org, input.name(), country, ZoneId.of("UTC"));
            accounts.insert(tx, made, now);
            organizations.update(tx, org, input, PLATFORM, now);
            users.insert(tx, org, owner, now);
            var key = issueKey.run(tx, org, owner.id(), IssueKey.Kind.API_KEY);
            return new Made(users.find(tx, org, owner.id()).orElseThrow(), key);
        });
    }
}
