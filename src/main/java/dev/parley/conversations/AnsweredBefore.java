package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.extraction.Analytics;
import dev.parley.hives.sources.PastConversations;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Conversations that have ended, for hives made of them.
public final class AnsweredBefore implements PastConversations {
    private final Database database;

    public AnsweredBefore(Database database) {
        this.database = database;
    }

    @Override
    public List<Past> newest(OrgId org, @Nullable String agent, @Nullable String after, int most) {
        return database.transact(
                org,
                tx ->
                        tx.createQuery(
                                        """
                                        SELECT document FROM conversation
                                        WHERE org_id = :org AND NOT live AND ended_at IS NOT NULL
                                            AND (:agent::text IS NULL OR agent_id = :agent)
                                            AND (:after::text IS NULL OR (created_at, id) <
                                                (SELECT created_at, id FROM conversation
                                                 WHERE org_id = :org AND id = :after))
                                        ORDER BY created_at DESC, id DESC LIMIT :most
                                        """)
                                .bind("org", org.value())
                                .bind("agent", agent)
                                .bind("after", after)
                                .bind("most", most)
                                .map((row, _) ->
                                        past(Json.stored(row.getString(1), Conversation.class)))
                                .list());
    }

    private static Past past(Conversation conversation) {
        var lines = conversation.transcriptText();
        return new Past(
                conversation.id().value(),
                String.valueOf(conversation.timestampEnd()),
                personal(conversation.conversationAnalytics()),
                lines == null ? List.of() : lines);
    }

    /// A name by each of its parts, because nobody says all of them all the time.
    private static List<String> personal(@Nullable Analytics facts) {
        if (facts == null) {
            return List.of();
        }
        var name = facts.nameOfCaller();
        var parts = name == null ? Stream.<String>of() : Stream.of(name.split("\\s+"));
        return Stream.concat(
                        parts,
                        Stream.of(
                                        facts.emailAddressOfCaller(),
                                        facts.phoneNumberOfCaller(),
                                        facts.addressOfCaller())
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull))
                .toList();
    }
}
