package dev.parley.retries;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Idempotency keys in the database, and the answers they stand for.
final class AnswerStore {
    /// A request that was seen before.
    ///
    /// @param answer sealed; null while nothing was kept
    record Seen(byte[] fingerprint, byte @Nullable [] answer) {}

    /// Takes `key` for a request; false when it is taken. Waits while another request holds it.
    boolean take(Handle tx, OrgId org, UserId user, String key, byte[] fingerprint, Instant now) {
        return tx.createUpdate(
                                """
                                INSERT INTO kept_answer (org_id, user_id, key, fingerprint, created_at)
                                VALUES (:org, :user, :key, :fingerprint, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("org", org.value())
                        .bind("user", user.value())
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    void keep(Handle tx, OrgId org, UserId user, String key, byte[] answer) {
        tx.createUpdate(
                        """
                        UPDATE kept_answer SET answer = :answer
                        WHERE org_id = :org AND user_id = :user AND key = :key
                        """)
                .bind("org", org.value())
                .bind("user", user.value())
                .bind("key", key)
                .bind("answer", answer)
                .execute();
    }

    Optional<Seen> find(Handle tx, OrgId org, UserId user, String key) {
        return tx.createQuery(
                        """
                        SELECT fingerprint, answer FROM kept_answer
                        WHERE org_id = :org AND user_id = :user AND key = :key
                        """)
                .bind("org", org.value())
                .bind("user", user.value())
                .bind("key", key)
                .map((row, _) -> new Seen(row.getBytes("fingerprint"), row.getBytes("answer")))
                .findOne();
    }

    void forgetBefore(Handle tx, OrgId org, Instant time) {
        tx.createUpdate("DELETE FROM kept_answer WHERE org_id = :org AND created_at < :time")
                .bind("org", org.value())
                .bind("time", time)
                .execute();
    }
}
