package dev.parley.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Organizations, members and keys. These tables are asked to learn whose a request is, so they are
/// the one place where a row is found without naming its organization.
public final class AccountStore {
    /// The caller a key of this hash stands for, unless it is unknown, revoked or expired.
    Optional<Caller> callerOf(Handle tx, byte[] hash, Instant now) {
        return tx.createQuery(
                        """
                        SELECT k.org_id, k.user_id, k.id, k.kind, m.role FROM api_key k
                        JOIN member m ON m.org_id = k.org_id AND m.id = k.user_id
                        WHERE k.hash = :hash AND k.revoked_at IS NULL AND k.expires_at > :now
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, _) -> {
                    var role = Role.valueOf(row.getString("role"));
                    var isForCalls = row.getString("kind").equals("call_key");
                    return new Caller(
                            new OrgId(row.getString("org_id")),
                            new UserId(row.getString("user_id")),
                            role,
                            row.getString("id"),
                            isForCalls ? Set.of(Permission.CALL) : role.permissions());
                })
                .findOne();
    }

    /// The organization, which every caller and every job has.
    public Organization organization(Handle tx, OrgId org) {
        return tx.createQuery("SELECT id, name, country FROM organization WHERE id = :org")
                .bind("org", org.value())
                .map((row, _) ->
                        new Organization(
                                new OrgId(row.getString("id")),
                                row.getString("name"),
                                row.getString("country")))
                .one();
    }

    boolean isEmpty(Handle tx) {
        return tx.createQuery("SELECT NOT EXISTS (SELECT 1 FROM organization)")
                .mapTo(Boolean.class)
                .one();
    }

    void insert(Handle tx, Organization organization, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO organization (id, name, country, created_at)
                        VALUES (:id, :name, :country, :now)
                        """)
                .bind("id", organization.id().value())
                .bind("name", organization.name())
                .bind("country", organization.country())
                .bind("now", now)
                .execute();
    }

    void insertOwner(Handle tx, OrgId org, UserId user, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO member (org_id, id, email, full_name, role, created_at)
                        VALUES (:org, :id, 'owner@localhost', 'Owner', 'OWNER', :now)
                        """)
                .bind("org", org.value())
                .bind("id", user.value())
                .bind("now", now)
                .execute();
    }

    void insertKey(Handle tx, Caller owner, String id, byte[] hash, String lastFour, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO api_key (org_id, id, user_id, kind, hash, last_four,
                                             created_at, expires_at)
                        VALUES (:org, :id, :user, 'api_key', :hash, :lastFour, :now,
                                :now::timestamptz + interval '1 year')
                        """)
                .bind("org", owner.org().value())
                .bind("id", id)
                .bind("user", owner.user().value())
                .bind("hash", hash)
                .bind("lastFour", lastFour)
                .bind("now", now)
                .execute();
    }

    /// Gives the oldest key a new secret; the operator's own key is the first one.
    void replaceFirstKey(Handle tx, byte[] hash, String lastFour, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE api_key SET hash = :hash, last_four = :lastFour, revoked_at = NULL,
                               expires_at = :now::timestamptz + interval '1 year'
                        WHERE (org_id, id) =
                              (SELECT org_id, id FROM api_key ORDER BY created_at, id LIMIT 1)
                        """)
                .bind("hash", hash)
                .bind("lastFour", lastFour)
                .bind("now", now)
                .execute();
    }

    /// Keeps `value` at the first call; says whether it is the one kept.
    boolean keepsSecretCheck(Handle tx, byte[] value) {
        tx.createUpdate("INSERT INTO secret_check (value) VALUES (:value) ON CONFLICT DO NOTHING")
                .bind("value", value)
                .execute();
        return tx.createQuery("SELECT value = :value FROM secret_check")
                .bind("value", value)
                .mapTo(Boolean.class)
                .one();
    }
}
