package dev.parley.keys;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Role;
import dev.parley.accounts.UserId;
import dev.parley.platform.time.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Keys in the database. Their table comes before tenancy (`docs/decisions/0002`), so every
/// statement here names the organization itself.
final class KeyStore {
    /// Every key that works, and those that ended not long ago.
    List<ApiKey> list(Handle tx, OrgId org, Instant now, Instant endedAfter) {
        return tx.createQuery(
                        """
                        SELECT id, user_id, kind, last_four, created_at, expires_at,
                               revoked_at IS NULL AND expires_at > :now AS is_active
                        FROM api_key
                        WHERE org_id = :org AND least(expires_at, revoked_at) > :endedAfter
                        ORDER BY created_at DESC, id DESC
                        """)
                .bind("org", org.value())
                .bind("now", now)
                .bind("endedAfter", endedAfter)
                .map((row, _) -> key(row, org))
                .list();
    }

    private static ApiKey key(ResultSet row, OrgId org) throws SQLException {
        var user = row.getString("user_id");
        return new ApiKey(
                row.getString("id"),
                org,
                user,
                "prl_…" + row.getString("last_four"),
                row.getString("kind"),
                user,
                Timestamps.write(row.getTimestamp("created_at").toInstant()),
                Timestamps.write(row.getTimestamp("expires_at").toInstant()),
                row.getBoolean("is_active"));
    }

    /// The role of the member a working key acts for.
    Optional<Role> roleBehind(Handle tx, OrgId org, String id) {
        return tx.createQuery(
                        """
                        SELECT role FROM api_key k
                        JOIN member m ON m.org_id = k.org_id AND m.id = k.user_id
                        WHERE k.org_id = :org AND m.org_id = :org AND k.id = :id
                          AND k.revoked_at IS NULL
                        FOR UPDATE OF k
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .mapTo(Role.class)
                .findOne();
    }

    void revoke(Handle tx, OrgId org, String id, Instant now) {
        tx.createUpdate("UPDATE api_key SET revoked_at = :now WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /// Forgets call keys that have ended; there is one for every visitor of a page.
    void forgetCallKeys(Handle tx, OrgId org, UserId user, Instant endedBefore) {
        tx.createUpdate(
                        """
                        DELETE FROM api_key WHERE org_id = :org AND user_id = :user
                            AND kind = 'call_key' AND least(expires_at, revoked_at) < :endedBefore
                        """)
                .bind("org", org.value())
                .bind("user", user.value())
                .bind("endedBefore", endedBefore)
                .execute();
    }
}
