package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.platform.json.Json;
import dev.parley.transcript.TranscriptLine;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The lines of conversations that are going on. When one has ended they move into its document.
public final class LineStore {
    /// A line at its place, from 0.
    record Placed(ConversationId conversation, int position, TranscriptLine line) {}

    /// Keeps lines, each once: writing one again changes nothing (D3). Lines of a conversation that
    /// is gone or has ended are dropped.
    void append(Handle tx, OrgId org, List<Placed> lines) {
        var batch =
                tx.prepareBatch(
                        """
                        INSERT INTO conversation_line (org_id, conversation_id, position, line)
                        SELECT org_id, id, :position, :line FROM conversation
                        WHERE org_id = :org AND id = :conversation AND live
                        ON CONFLICT DO NOTHING
                        """);
        for (var placed : lines) {
            batch.bind("org", org.value())
                    .bind("conversation", placed.conversation().value())
                    .bind("position", placed.position())
                    .bind("line", Json.write(placed.line()))
                    .add();
        }
        batch.execute();
    }

    /// The lines of a conversation in the order they were said.
    List<TranscriptLine> of(Handle tx, OrgId org, ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT line FROM conversation_line
                        WHERE org_id = :org AND conversation_id = :conversation ORDER BY position
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .mapTo(String.class)
                .map(line -> Json.stored(line, TranscriptLine.class))
                .list();
    }

    void delete(Handle tx, OrgId org, ConversationId conversation) {
        tx.createUpdate(
                        """
                        DELETE FROM conversation_line
                        WHERE org_id = :org AND conversation_id = :conversation
                        """)
                .bind("org", org.value())
                .bind("conversation", conversation.value())
                .execute();
    }
}
