package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Select;
import dev.parley.platform.json.Json;
import dev.parley.platform.search.TextIndex;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Conversations in the database. The two statements of the busiest operations are plain JDBC.
public final class ConversationStore {
    private static final String INSERT =
            """
            INSERT INTO conversation (org_id, id, agent_id, prospect_id, source, source_type, app,
                status, live, started_at, ended_at, sentiment, prospect_status, created_by,
                created_at, updated_at, internal_props, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SELECT =
            "SELECT id, live, document FROM conversation WHERE org_id = tenant.id AND id = ANY(?)";

    private final ConversationText text;

    /// @param due asked when words have gathered that should be folded
    public ConversationStore(TextIndex.Due due) {
        text = new ConversationText(due);
    }

    /// What conversations are listed and found by.
    ConversationText text() {
        return text;
    }

    /// A conversation about to be stored.
    ///
    /// @param document the conversation as JSON
    /// @param internalProps JSON the API does not answer with
    record NewRow(
            Conversation conversation,
            boolean isLive,
            @Nullable String internalProps,
            byte[] document) {}

    /// A stored conversation as it is answered.
    ///
    /// @param isLive whether its lines are still elsewhere
    record Row(boolean isLive, byte[] document) {}

    void insert(Handle tx, OrgId org, List<NewRow> rows) {
        try (var statement = tx.getConnection().prepareStatement(INSERT)) {
            for (var row : rows) {
                bind(statement, org, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        text.add(tx, org, rows.stream().map(NewRow::conversation).toList());
    }

    /// Those of `ids` that there are.
    Select<Map<String, Row>> rows(List<String> ids) {
        return new Select<>(
                SELECT, List.of((Object) ids.toArray(new String[0])), ConversationStore::rows);
    }

    private static Map<String, Row> rows(ResultSet rows) throws SQLException {
        var found = new HashMap<String, Row>();
        while (rows.next()) {
            found.put(rows.getString(1), new Row(rows.getBoolean(2), rows.getBytes(3)));
        }
        return found;
    }

    Optional<Conversation> find(Handle tx, OrgId org, ConversationId id) {
        return tx.createQuery("SELECT document FROM conversation WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(document -> Json.stored(document, Conversation.class));
    }

    /// The conversation, locked until the transaction ends.
    Optional<Locked> findForUpdate(Handle tx, OrgId org, ConversationId id) {
        return tx.createQuery(
                        """
                        SELECT document, live, prospect_is_manual FROM conversation
                        WHERE org_id = :org AND id = :id FOR UPDATE
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, _) ->
                        new Locked(
                                Json.stored(row.getString(1), Conversation.class),
                                row.getBytes(1),
                                row.getBoolean(2),
                                row.getBoolean(3)))
                .findOne();
    }

    /// A conversation nobody else changes meanwhile.
    ///
    /// @param isManual whether people set its prospect
    /// @param document as it is answered, before any change
    record Locked(Conversation conversation, byte[] document, boolean isLive, boolean isManual) {
        Locked with(Conversation changed) {
            return new Locked(changed, document, isLive, isManual);
        }

        Locked ended(Conversation changed) {
            return new Locked(changed, document, false, isManual);
        }

        Locked linkedByHand(Conversation changed) {
            return new Locked(changed, document, isLive, true);
        }
    }

    void update(Handle tx, OrgId org, Locked locked) {
        var conversation = locked.conversation();
        var analytics = conversation.conversationAnalytics();
        var stage = analytics == null ? null : analytics.prospectStatus();
        tx.createUpdate(
                        """
                        UPDATE conversation SET agent_id = :agent, prospect_id = :prospect,
                            prospect_is_manual = :manual, source = :source,
                            source_type = :sourceType, app = :app, live = :live,
                            started_at = :startedAt, ended_at = :endedAt, sentiment = :sentiment,
                            prospect_status = :stage, updated_at = :updatedAt, document = :document
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", conversation.id().value())
                .bind("agent", conversation.aiAgentId())
                .bind("prospect", text(conversation.prospectId()))
                .bind("manual", locked.isManual())
                .bind("source", conversation.source())
                .bind("sourceType", conversation.sourceType())
                .bind("app", conversation.app())
                .bind("live", locked.isLive())
                .bind("startedAt", Timestamps.instant(conversation.timestampStart()))
                .bind("endedAt", time(conversation.timestampEnd()))
                .bind("sentiment", analytics == null ? null : analytics.sentimentOfCaller().wire())
                .bind("stage", stage == null ? null : stage.name())
                .bind("updatedAt", Timestamps.instant(conversation.updatedAt()))
                .bind("document", Json.write(conversation))
                .execute();
        text.replace(tx, org, locked.document(), conversation);
    }

    void keepEnd(Handle tx, OrgId org, ConversationId id, String reason, String fault) {
        var end = Json.object().put("endReason", reason).put("fault", fault);
        tx.createUpdate(
                        """
                        UPDATE conversation SET internal_props = :end
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id.value())
                .bind("end", Json.write(end))
                .execute();
    }

    void delete(Handle tx, OrgId org, Locked locked) {
        tx.createUpdate("DELETE FROM conversation WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", locked.conversation().id().value())
                .execute();
        text.remove(tx, org, locked.conversation());
        // its sound goes with the next purge
        tx.createUpdate(
                        """
                        UPDATE recording SET begun_at = '-infinity'
                        WHERE org_id = :org AND conversation_id = :id
                        """)
                .bind("org", org.value())
                .bind("id", locked.conversation().id().value())
                .execute();
    }

    /// Reads some of the conversations whose words nobody has read yet, if there are any.
    boolean readText(Handle tx, OrgId org) {
        var unread = text.unread(tx, org);
        for (var id : unread) {
            findForUpdate(tx, org, new ConversationId(id))
                    .ifPresent(found -> text.put(tx, org, List.of(found.conversation())));
        }
        return !unread.isEmpty();
    }

    /// Takes a prospect that is gone out of every conversation.
    public void unlinkAll(Handle tx, OrgId org, ProspectId prospect, String by, String at) {
        var change = Json.object().putNull("prospectId").put("updatedBy", by).put("updatedAt", at);
        tx.createUpdate(
                        """
                        UPDATE conversation SET prospect_id = NULL, prospect_is_manual = false,
                            updated_at = :at, document = (document::jsonb || :change::jsonb)::text
                        WHERE org_id = :org AND prospect_id = :prospect
                        """)
                .bind("org", org.value())
                .bind("prospect", prospect.value())
                .bind("at", Timestamps.instant(at))
                .bind("change", Json.write(change))
                .execute();
    }

    /// The remarks about a conversation, the first one first, as a JSON array.
    byte[] feedback(Handle tx, OrgId org, ConversationId conversation) {
        var documents =
                tx.createQuery(
                                """
                                SELECT document FROM conversation_feedback
                                WHERE org_id = :org AND conversation_id = :conversation ORDER BY id
                                """)
                        .bind("org", org.value())
                        .bind("conversation", conversation.value())
                        .mapTo(String.class)
                        .list();
        return ("[" + String.join(",", documents) + "]").getBytes(StandardCharsets.UTF_8);
    }

    void insertFeedback(Handle tx, OrgId org, Feedback feedback) {
        tx.createUpdate(
                        """
                        INSERT INTO conversation_feedback (org_id, id, conversation_id, document)
                        VALUES (:org, :id, :conversation, :document)
                        """)
                .bind("org", org.value())
                .bind("id", feedback.id())
                .bind("conversation", feedback.conversationId().value())
                .bind("document", Json.write(feedback))
                .execute();
    }

    private static void bind(PreparedStatement statement, OrgId org, NewRow row)
            throws SQLException {
        var conversation = row.conversation();
        var analytics = conversation.conversationAnalytics();
        var stage = analytics == null ? null : analytics.prospectStatus();
        int i = 0;
        statement.setString(++i, org.value());
        statement.setString(++i, conversation.id().value());
        statement.setString(++i, conversation.aiAgentId());
        statement.setString(++i, text(conversation.prospectId()));
        statement.setString(++i, conversation.source());
        statement.setString(++i, conversation.sourceType());
        statement.setString(++i, conversation.app());
        statement.setString(++i, conversation.status());
        statement.setBoolean(++i, row.isLive());
        statement.setTimestamp(++i, time(conversation.timestampStart()));
        statement.setTimestamp(++i, time(conversation.timestampEnd()));
        statement.setString(++i, analytics == null ? null : analytics.sentimentOfCaller().wire());
        statement.setString(++i, stage == null ? null : stage.name());
        statement.setString(++i, conversation.createdBy());
        statement.setTimestamp(++i, time(conversation.createdAt()));
        statement.setTimestamp(++i, time(conversation.updatedAt()));
        statement.setString(++i, row.internalProps());
        statement.setObject(++i, new String(row.document(), StandardCharsets.UTF_8), Types.VARCHAR);
    }

    private static @Nullable String text(@Nullable ProspectId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Timestamp time(@Nullable String written) {
        return written == null ? null : Timestamp.from(Timestamps.instant(written));
    }
}
