package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.ConversationStore.NewRow;
import dev.parley.jobs.Nodes;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.RecogniseCaller;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens the record of a conversation that is about to be held on this server, and says so, so that
/// another server ends it if this one dies.
public final class StartConversation {
    private final Database database;
    private final ConversationStore conversations;
    private final LeaseStore leases;
    private final Nodes nodes;
    private final ConversationEvents events;
    private final Ids ids;
    private final InstantSource clock;

    public StartConversation(
            Database database,
            ConversationStore conversations,
            LeaseStore leases,
            Nodes nodes,
            ConversationEvents events,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.leases = leases;
        this.nodes = nodes;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// A conversation to come.
    ///
    /// @param connectionId what the caller reached the agent by
    /// @param prospect who the caller is known to be
    public record Opening(
            OrgId org,
            String connectionId,
            String agentId,
            String source,
            String sourceType,
            @Nullable String app,
            @Nullable ProspectId prospect) {}

    public ConversationId run(Opening opening) {
        var id = new ConversationId(ids.next("con"));
        var conversation = conversation(id, opening, Timestamps.write(clock.instant()));
        database.run(
                opening.org(),
                tx -> {
                    var row = new NewRow(conversation, true, null, Json.bytes(conversation));
                    conversations.insert(tx, opening.org(), List.of(row));
                    leases.take(tx, opening.org(), id, nodes.self());
                    events.started(tx, conversation, opening.connectionId());
                });
        events.committed();
        return id;
    }

    private static Conversation conversation(ConversationId id, Opening opening, String now) {
        return new Conversation(
                id,
                opening.org(),
                opening.prospect(),
                opening.source(),
                opening.sourceType(),
                opening.agentId(),
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                opening.app(),
                null,
                "active",
                RecogniseCaller.PLATFORM,
                now,
                RecogniseCaller.PLATFORM,
                now);
    }
}
