package dev.parley.invites;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Role;
import dev.parley.platform.database.Database;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.users.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Invitations in the database. One is `open` until it is `accepted` or `revoked`; an address has
/// one open invitation at most.
final class InviteStore {
    private static final Columns COLUMNS =
            new Columns("invitation_record")
                    .of(
                            "id",
                            "email",
                            "orgId",
                            "role",
                            "isEmailVerified",
                            "last_sent_date",
                            "sent_count",
                            "guestInviteCode",
                            "createdBy",
                            "createdAt",
                            "updatedBy",
                            "updatedAt")
                    .text("email", "email")
                    .exact("role", "role")
                    .sortable("last_sent_date", "last_sent_at");

    /// The open ones.
    Page page(Database database, OrgId org, Listing listing) {
        return COLUMNS.page(database, org, listing, Map.of("status", "open"));
    }

    /// An open invitation.
    ///
    /// @param sent how often it was sent
    /// @param by who sent it last
    /// @param document as the API answers it
    record Invite(
            InviteId id,
            EmailAddress email,
            Role role,
            int sent,
            Instant expiresAt,
            String by,
            String document) {}

    Optional<Invite> findOpen(Handle tx, OrgId org, EmailAddress email) {
        return find(tx, org, "i.email_key = :value", email.key());
    }

    Optional<Invite> findOpen(Handle tx, OrgId org, InviteId id) {
        return find(tx, org, "i.id = :value", id.value());
    }

    /// By the hash of the code that was sent last.
    Optional<Invite> findOpen(Handle tx, OrgId org, byte[] hash) {
        return find(tx, org, "i.hash = :value", hash);
    }

    /// Locked until the transaction ends.
    private static Optional<Invite> find(Handle tx, OrgId org, String condition, Object value) {
        return tx.createQuery(
                        """
                        SELECT i.id, i.email, i.email_key, i.role, i.sent_count, i.expires_at,
                               i.updated_by, r.document
                        FROM invitation i
                        JOIN invitation_record r ON r.org_id = i.org_id AND r.id = i.id
                        WHERE i.org_id = :org AND i.status = 'open' AND %s FOR UPDATE OF i
                        """
                                .formatted(condition))
                .bind("org", org.value())
                .bind("value", value)
                .map((row, _) -> invite(row))
                .findOne();
    }

    private static Invite invite(ResultSet row) throws SQLException {
        return new Invite(
                new InviteId(row.getString("id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                Role.valueOf(row.getString("role")),
                row.getInt("sent_count"),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("updated_by"),
                row.getString("document"));
    }

    /// An invitation that is sent now.
    record Sending(
            InviteId id,
            EmailAddress email,
            Role role,
            byte[] hash,
            int sent,
            Instant at,
            Instant expiresAt,
            String by) {}

    /// Keeps a first sending, or a further one of the same invitation.
    void save(Handle tx, OrgId org, Sending sending) {
        tx.createUpdate(
                        """
                        INSERT INTO invitation (org_id, id, email, email_key, role, status, hash,
                            sent_count, last_sent_at, expires_at,
                            created_by, created_at, updated_by, updated_at)
                        VALUES (:org, :id, :email, :key, :role, 'open', :hash, :sent, :at, :expiresAt,
                            :by, :at, :by, :at)
                        ON CONFLICT (org_id, id) DO UPDATE SET
                            email = :email, role = :role, hash = :hash, sent_count = :sent,
                            last_sent_at = :at, expires_at = :expiresAt,
                            updated_by = :by, updated_at = :at
                        """)
                .bind("org", org.value())
                .bind("id", sending.id().value())
                .bind("email", sending.email().text())
                .bind("key", sending.email().key())
                .bind("role", sending.role().name())
                .bind("hash", sending.hash())
                .bind("sent", sending.sent())
                .bind("at", sending.at())
                .bind("expiresAt", sending.expiresAt())
                .bind("by", sending.by())
                .execute();
    }

    /// Closes an open invitation.
    ///
    /// @param status `accepted` or `revoked`
    void close(Handle tx, OrgId org, InviteId id, String status, String by, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE invitation SET status = :status, updated_by = :by, updated_at = :now
                        WHERE org_id = :org AND id = :id AND status = 'open'
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("status", status)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }
}
