package dev.parley.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Columns;
import dev.parley.platform.lists.Columns.Condition;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.lists.Page;
import dev.parley.platform.search.TextIndex;
import dev.parley.platform.search.Words;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What conversations are listed and found by: their columns, the words of their lines and
/// summaries, and any piece of their source.
final class ConversationText {
    private final TextIndex index;
    private final Columns columns;

    ConversationText(TextIndex.Due due) {
        index = new TextIndex("conversation", List.of("source"), due);
        columns =
                new Columns("conversation")
                        .of(Conversation.class)
                        .text("source", "source")
                        .exact("sourceType", "source_type")
                        .exact("aiAgentId", "agent_id")
                        .exact("agentId", "agent_id")
                        .exact("prospectId", "prospect_id")
                        .exact("app", "app")
                        .exact("sentiment_of_caller", "sentiment")
                        .exact("prospectStatus", "prospect_status")
                        .words("transcriptText", index, ConversationText::words)
                        .sortable("timestampStart", "started_at")
                        .sortable("timestampEnd", "ended_at");
    }

    Page page(Database database, OrgId org, Listing listing, List<Condition> conditions) {
        return columns.page(database, org, listing, conditions);
    }

    byte[] of(Database database, OrgId org, ProspectId prospect) {
        return columns.newest(database, org, Map.of("prospect_id", prospect.value()));
    }

    void add(Handle tx, OrgId org, List<Conversation> conversations) {
        index.add(tx, org, conversations.stream().map(ConversationText::entry).toList());
    }

    void put(Handle tx, OrgId org, List<Conversation> conversations) {
        index.put(tx, org, conversations.stream().map(ConversationText::entry).toList());
    }

    /// Keeps the text of `conversation`, whose document was `before`, if it is another.
    void replace(Handle tx, OrgId org, byte[] before, Conversation conversation) {
        var document = Json.stored(new String(before, StandardCharsets.UTF_8));
        boolean isSame =
                words(document).equals(words(conversation))
                        && document.path("source").asText().equals(conversation.source());
        if (!isSame) {
            put(tx, org, List.of(conversation));
        }
    }

    void remove(Handle tx, OrgId org, Conversation conversation) {
        var createdAt = Timestamps.instant(conversation.createdAt());
        index.remove(tx, org, conversation.id().value(), createdAt);
    }

    /// Some of the conversations whose text was never read.
    List<String> unread(Handle tx, OrgId org) {
        return index.unread(tx, org);
    }

    private static TextIndex.Entry entry(Conversation conversation) {
        return new TextIndex.Entry(
                conversation.id().value(),
                Timestamps.instant(conversation.createdAt()),
                words(conversation),
                Collections.singletonList(conversation.source()));
    }

    private static Set<String> words(Conversation conversation) {
        var words = new LinkedHashSet<String>();
        var lines = conversation.transcriptText();
        if (lines != null) {
            lines.forEach(line -> Words.each(line.message(), words::add));
        }
        add(words, conversation.transcriptSummary());
        var analytics = conversation.conversationAnalytics();
        add(words, analytics == null ? null : analytics.summary());
        return words;
    }

    private static Set<String> words(byte[] document) {
        return words(Json.stored(new String(document, StandardCharsets.UTF_8)));
    }

    private static Set<String> words(ObjectNode document) {
        var words = new LinkedHashSet<String>();
        for (var line : document.path("transcriptText")) {
            add(words, line.path("message").textValue());
        }
        add(words, document.path("transcriptSummary").textValue());
        add(words, document.path("conversationAnalytics").path("summary").textValue());
        return words;
    }

    private static void add(Set<String> words, @Nullable String text) {
        if (text != null) {
            Words.each(text, words::add);
        }
    }
}
