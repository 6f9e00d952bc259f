package dev.parley.users;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Database;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Members in the database. Their table comes before tenancy (`docs/decisions/0002`), so every
/// statement here names the organization itself.
public final class UserStore {
    private static final Columns EVERYBODY = columns("member_record");
    private static final Columns WITHOUT_RESELLERS = columns("own_member_record");

    private static Columns columns(String view) {
        return new Columns(view)
                .of(
                        "id",
                        "email",
                        "orgId",
                        "role",
                        "fullName",
                        "phoneNumber",
                        "profilePictureUrl",
                        "status",
                        "createdBy",
                        "createdAt",
                        "updatedBy",
                        "updatedAt")
                .text("email", "email")
                .text("fullName", "full_name")
                .text("phoneNumber", "phone_number")
                .exact("role", "role");
    }

    Page page(Database database, OrgId org, Listing listing, boolean withResellers) {
        return (withResellers ? EVERYBODY : WITHOUT_RESELLERS).page(database, org, listing);
    }

    public Optional<User> find(Handle tx, OrgId org, UserId id) {
        return find(tx, org, "r.id = :value", id.value());
    }

    /// The member with this address.
    public Optional<User> find(Handle tx, OrgId org, EmailAddress email) {
        return find(tx, org, "m.email_key = :value", email.key());
    }

    private static Optional<User> find(Handle tx, OrgId org, String condition, String value) {
        return tx.createQuery(
                        """
                        SELECT r.id, m.email, m.email_key, m.role, m.password IS NOT NULL AS signs_in,
                               r.document
                        FROM member m JOIN member_record r ON r.org_id = m.org_id AND r.id = m.id
                        WHERE m.org_id = :org AND r.org_id = :org AND
                        """
                                + condition)
                .bind("org", org.value())
                .bind("value", value)
                .map((row, _) -> user(row))
                .findOne();
    }

    private static User user(ResultSet row) throws SQLException {
        var key = row.getString("email_key");
        return new User(
                new UserId(row.getString("id")),
                new EmailAddress(row.getString("email"), key == null ? "" : key),
                Role.valueOf(row.getString("role")),
                row.getBoolean("signs_in"),
                row.getString("document"));
    }

    /// Keeps every other change of the organization's members waiting until the transaction ends.
    public void lockAll(Handle tx, OrgId org) {
        tx.execute("SELECT 1 FROM organization WHERE id = ? FOR NO KEY UPDATE", org.value());
    }

    int owners(Handle tx, OrgId org) {
        return tx.createQuery("SELECT count(*) FROM member WHERE org_id = :org AND role = 'OWNER'")
                .bind("org", org.value())
                .mapTo(Integer.class)
                .one();
    }

    /// Somebody new.
    ///
    /// @param password a hash of it; null for somebody who cannot sign in yet
    /// @param by who made the record
    public record NewUser(
            UserId id,
            EmailAddress email,
            Role role,
            @Nullable String fullName,
            @Nullable String phoneNumber,
            @Nullable String password,
            String by) {}

    /// @return whether the address was free
    public boolean insert(Handle tx, OrgId org, NewUser user, Instant now) {
        return tx.createUpdate(
                                """
                                INSERT INTO member (org_id, id, email, email_key, full_name, phone_number,
                                    role, password, created_by, created_at, updated_by, updated_at)
                                VALUES (:org, :id, :email, :key, :fullName, :phoneNumber, :role,
                                    :password, :by, :now, :by, :now)
                                ON CONFLICT (org_id, email_key) DO NOTHING
                                """)
                        .bind("org", org.value())
                        .bind("id", user.id().value())
                        .bind("email", user.email().text())
                        .bind("key", user.email().key())
                        .bind("fullName", user.fullName())
                        .bind("phoneNumber", user.phoneNumber())
                        .bind("role", user.role().name())
                        .bind("password", user.password())
                        .bind("by", user.by())
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /// Changes what `input` has; the rest stays.
    void update(Handle tx, OrgId org, UserId id, UserInput input, String by, Instant now) {
        var email = input.email();
        var role = input.role();
        tx.createUpdate(
                        """
                        UPDATE member SET
                            email = coalesce(:email, email), email_key = coalesce(:key, email_key),
                            role = coalesce(:role, role), full_name = coalesce(:fullName, full_name),
                            phone_number = coalesce(:phoneNumber, phone_number),
                            updated_by = :by, updated_at = :now
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("email", email == null ? null : email.text())
                .bind("key", email == null ? null : email.key())
                .bind("role", role == null ? null : role.name())
                .bind("fullName", input.fullName())
                .bind("phoneNumber", input.phoneNumber())
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /// Gives the member a password; sessions begun before it are over.
    public void setPassword(Handle tx, OrgId org, UserId id, String password, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE member SET password = :password, sessions = sessions + 1,
                            updated_by = :id, updated_at = :now
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("password", password)
                .bind("now", now)
                .execute();
    }

    public void rename(Handle tx, OrgId org, UserId id, String fullName, Instant now) {
        update(tx, org, id, new UserInput(null, null, fullName, null), id.value(), now);
    }

    /// The hash of the member's password, when there is one.
    public Optional<String> password(Handle tx, OrgId org, UserId id) {
        return tx.createQuery(
                        """
                        SELECT password FROM member
                        WHERE org_id = :org AND id = :id AND password IS NOT NULL FOR NO KEY UPDATE
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    /// Ends every session of the member.
    public void endSessions(Handle tx, OrgId org, UserId id) {
        tx.execute(
                "UPDATE member SET sessions = sessions + 1 WHERE org_id = ? AND id = ?",
                org.value(),
                id.value());
    }

    /// Lets in once a member who has no password; sessions begun before are over.
    ///
    /// @param number of the member's sessions when the link was made
    /// @return the number of the sessions now; empty when the link is worth nothing
    public Optional<Integer> useFirstLink(Handle tx, OrgId org, UserId id, int number) {
        return tx.createQuery(
                        """
                        UPDATE member SET sessions = sessions + 1
                        WHERE org_id = :org AND id = :id AND sessions = :number
                            AND password IS NULL
                        RETURNING sessions
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne();
    }

    /// The number of the member's present sessions.
    public int sessions(Handle tx, OrgId org, UserId id) {
        return tx.createQuery("SELECT sessions FROM member WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(Integer.class)
                .one();
    }

    /// Removes the member, whose keys go with it.
    void delete(Handle tx, OrgId org, UserId id) {
        tx.execute("DELETE FROM member WHERE org_id = ? AND id = ?", org.value(), id.value());
    }
}
