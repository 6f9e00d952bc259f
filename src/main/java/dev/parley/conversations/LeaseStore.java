package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Which server holds which live conversation. The system's own table: whoever outlives a server
/// has to find what it held, whosever it was.
public final class LeaseStore {
    /// A live conversation.
    record Lease(OrgId org, ConversationId conversation) {}

    void take(Handle tx, OrgId org, ConversationId conversation, String node) {
        tx.execute(
                "INSERT INTO conversation_lease (org_id, conversation_id, node) VALUES (?, ?, ?)",
                org.value(),
                conversation.value(),
                node);
    }

    void release(Handle tx, OrgId org, ConversationId conversation) {
        tx.execute(
                "DELETE FROM conversation_lease WHERE org_id = ? AND conversation_id = ?",
                org.value(),
                conversation.value());
    }

    List<Lease> heldBy(Handle tx, String node) {
        return tx.createQuery(
                        "SELECT org_id, conversation_id FROM conversation_lease WHERE node = :node")
                .bind("node", node)
                .map((row, _) ->
                        new Lease(
                                new OrgId(row.getString("org_id")),
                                new ConversationId(row.getString("conversation_id"))))
                .list();
    }
}
