package dev.parley.recordings;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/// Which conversations have a recording, in the database.
final class KeptRecordings {
    record Kept(OrgId org, ConversationId conversation) {}

    void insert(Handle tx, OrgId org, ConversationId conversation, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO recording (org_id, conversation_id, begun_at)
                        VALUES (:org, :conversation, :at) ON CONFLICT DO NOTHING
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .bind("at", at)
                .execute();
    }

    /// It is in the store of files.
    void keep(Handle tx, OrgId org, ConversationId conversation, long bytes) {
        tx.createUpdate(
                        """
                        UPDATE recording SET bytes = :bytes
                        WHERE org_id = :org AND conversation_id = :conversation
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .bind("bytes", bytes)
                .execute();
    }

    void delete(Handle tx, OrgId org, ConversationId conversation) {
        tx.execute(
                "DELETE FROM recording WHERE org_id = ? AND conversation_id = ?",
                org.value(),
                conversation.value());
    }

    /// How many bytes a recording has in the store of files; empty before it is there.
    OptionalLong bytes(Handle tx, OrgId org, ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT bytes FROM recording
                        WHERE org_id = :org AND conversation_id = :conversation
                          AND bytes IS NOT NULL
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /// Some of those in the store of files that were begun before `oldest`.
    List<Kept> before(Handle tx, Instant oldest) {
        return tx.createQuery(
                        """
                        SELECT org_id, conversation_id FROM recording
                        WHERE bytes IS NOT NULL AND begun_at < :oldest LIMIT 100
                        """)
                .bind("oldest", oldest)
                .map((row, _) ->
                        new Kept(
                                new OrgId(row.getString("org_id")),
                                new ConversationId(row.getString("conversation_id"))))
                .list();
    }

    boolean exists(Handle tx, OrgId org, ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM recording
                            WHERE org_id = :org AND conversation_id = :conversation)
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .mapTo(Boolean.class)
                .one();
    }

    List<ConversationId> of(Handle tx, OrgId org) {
        return tx.createQuery("SELECT conversation_id FROM recording WHERE org_id = :org")
                .bind("org", org.value())
                .mapTo(String.class)
                .map(ConversationId::new)
                .list();
    }
}
