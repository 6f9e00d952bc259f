package dev.parley.accounts;

import dev.parley.accounts.Organization.Engines;
import dev.parley.platform.http.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
                            isForCalls ? Permission.OF_CALL_KEYS : role.permissions());
                })
                .findOne();
    }

    /// Whoever the first key of this server was made for, with what a call key may do; empty when
    /// that key is revoked or has expired.
    public Optional<Caller> firstCaller(Handle tx, Instant now) {
        return tx.createQuery(
                        """
                        SELECT k.org_id, k.user_id, k.id, m.role FROM api_key k
                        JOIN member m ON m.org_id = k.org_id AND m.id = k.user_id
                        WHERE k.is_operators AND k.revoked_at IS NULL AND k.expires_at > :now
                        ORDER BY k.created_at LIMIT 1
                        """)
                .bind("now", now)
                .map((row, _) ->
                        new Caller(
                                new OrgId(row.getString("org_id")),
                                new UserId(row.getString("user_id")),
                                Role.valueOf(row.getString("role")),
                                row.getString("id"),
                                Permission.OF_CALL_KEYS))
                .findOne();
    }

    /// The caller a session stands for, unless the member is gone or has ended it.
    Optional<Caller> callerOf(Handle tx, SessionTokens.Session session) {
        return tx.createQuery(
                        """
                        SELECT role FROM member
                        WHERE org_id = :org AND id = :id AND sessions = :number
                        """)
                .bind("org", session.org().value())
                .bind("id", session.user().value())
                .bind("number", session.number())
                .mapTo(Role.class)
                .findOne()
                .map(role ->
                        new Caller(
                                session.org(),
                                session.user(),
                                role,
                                session.credential(),
                                role.permissions()));
    }

    /// What something long-lived was begun with.
    ///
    /// @param credential as in [Caller]; null for what needs none but the organization
    public record Held(OrgId org, @Nullable String credential) {}

    /// Those of `held` that would let nobody in now: revoked, ended, or without an organization. A
    /// key that only has expired still holds what was begun with it.
    public Set<Held> worthless(Handle tx, Set<Held> held) {
        var asked = List.copyOf(held);
        return tx.createQuery(
                        """
                        SELECT org, credential
                        FROM unnest(:orgs::text[], :credentials::text[]) AS held (org, credential)
                        WHERE NOT EXISTS (SELECT 1 FROM organization o WHERE o.id = org)
                           OR credential LIKE 'key.%' AND NOT EXISTS
                              (SELECT 1 FROM api_key k WHERE k.org_id = org AND k.id = credential
                                AND k.revoked_at IS NULL)
                           OR credential LIKE 'session %' AND NOT EXISTS
                              (SELECT 1 FROM member m WHERE m.org_id = org
                                AND m.id = split_part(credential, ' ', 2)
                                AND m.sessions::text = split_part(credential, ' ', 3))
                        """)
                .bindArray("orgs", String.class, asked.stream().map(h -> h.org().value()).toList())
                .bindArray(
                        "credentials", String.class, asked.stream().map(Held::credential).toList())
                .map((row, _) ->
                        new Held(new OrgId(row.getString("org")), row.getString("credential")))
                .collectIntoSet();
    }

    /// Somebody who has a password.
    ///
    /// @param password a hash of it
    /// @param sessions the number of the present sessions
    public record SignIn(OrgId org, UserId user, String password, int sessions) {}

    /// The member with this address in `wanted`, or in the organization joined first.
    ///
    /// @param emailKey what addresses are compared by
    public Optional<SignIn> signIn(Handle tx, String emailKey, Optional<OrgId> wanted) {
        return tx.createQuery(
                        """
                        SELECT org_id, id, password, sessions FROM member
                        WHERE email_key = :key AND password IS NOT NULL
                          AND org_id = coalesce(:org, org_id)
                        ORDER BY created_at, org_id LIMIT 1
                        """)
                .bind("key", emailKey)
                .bind("org", wanted.map(OrgId::value).orElse(null))
                .map((row, _) ->
                        new SignIn(
                                new OrgId(row.getString("org_id")),
                                new UserId(row.getString("id")),
                                row.getString("password"),
                                row.getInt("sessions")))
                .findOne();
    }

    /// The organization, which every caller has.
    ///
    /// @throws Problem.Unauthorized when it was deleted a moment ago
    public Organization organization(Handle tx, OrgId org) {
        return findOrganization(tx, org).orElseThrow(Problem.Unauthorized::new);
    }

    /// Empty once it is deleted; work enqueued before may come later.
    public Optional<Organization> findOrganization(Handle tx, OrgId org) {
        return tx.createQuery(
                        """
                        SELECT id, name, country, timezone,
                            settings::jsonb->'config'->>'transcriber' AS transcriber,
                            settings::jsonb->'config'->>'synthesizer' AS synthesizer
                        FROM organization WHERE id = :org
                        """)
                .bind("org", org.value())
                .map((row, _) ->
                        new Organization(
                                new OrgId(row.getString("id")),
                                row.getString("name"),
                                row.getString("country"),
                                ZoneId.of(row.getString("timezone")),
                                new Engines(
                                        row.getString("transcriber"),
                                        row.getString("synthesizer"))))
                .findOne();
    }

    boolean isEmpty(Handle tx) {
        return tx.createQuery("SELECT NOT EXISTS (SELECT 1 FROM organization)")
                .mapTo(Boolean.class)
                .one();
    }

    public void insert(Handle tx, Organization organization, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO organization (id, name, country, timezone, created_at, updated_at)
                        VALUES (:id, :name, :country, :timezone, :now, :now)
                        """)
                .bind("id", organization.id().value())
                .bind("name", organization.name())
                .bind("country", organization.country())
                .bind("timezone", organization.timezone().getId())
                .bind("now", now)
                .execute();
    }

    void insertOwner(Handle tx, OrgId org, UserId user, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO member (org_id, id, email, email_key, full_name, role,
                            created_at, updated_at)
                        VALUES (:org, :id, 'owner@localhost', 'owner@localhost', 'Owner', 'OWNER',
                            :now, :now)
                        """)
                .bind("org", org.value())
                .bind("id", user.value())
                .bind("now", now)
                .execute();
    }

    void insertKey(Handle tx, OrgId org, UserId user, IssueKey.Issued key, byte[] hash) {
        tx.createUpdate(
                        """
                        INSERT INTO api_key (org_id, id, user_id, kind, hash, last_four,
                                             created_at, expires_at)
                        VALUES (:org, :id, :user, :kind, :hash, :lastFour, :now, :expiresAt)
                        """)
                .bind("org", org.value())
                .bind("id", key.id())
                .bind("user", user.value())
                .bind("kind", key.kind().wire())
                .bind("hash", hash)
                .bind("lastFour", key.lastFour())
                .bind("now", key.issuedAt())
                .bind("expiresAt", key.expiresAt())
                .execute();
    }

    /// Remembers that a key's text is the operator's setting.
    void markOperators(Handle tx, OrgId org, String id) {
        tx.execute(
                "UPDATE api_key SET is_operators = true WHERE org_id = ? AND id = ?",
                org.value(),
                id);
    }

    /// Gives the key made at the first start a new secret; the operator's setting is its text.
    void replaceOperatorsKey(Handle tx, byte[] hash, String lastFour, Instant now) {
        tx.createUpdate(
                        """
                        UPDATE api_key SET hash = :hash, last_four = :lastFour, revoked_at = NULL,
                               expires_at = :now::timestamptz + interval '1 year'
                        WHERE is_operators
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
