package dev.parley.conversations;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.ProspectStore;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The three operations that say which conversation belongs to which prospect. A conversation has
/// one prospect at most; linking another one replaces it.
public final class ConversationLinksResource {
    private static final String LINK =
            "/v1/conversations/:conversation_id/prospects/:prospect_id/links";

    private final Database database;
    private final ConversationStore conversations;
    private final ProspectStore prospects;
    private final InstantSource clock;

    public ConversationLinksResource(
            Database database,
            ConversationStore conversations,
            ProspectStore prospects,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.prospects = prospects;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post(LINK, access.toWrite(), this::link),
                Route.delete(LINK, access.toWrite(), this::unlink),
                Route.get("/v1/prospects/:prospect_id/conversations", access.toRead(), this::list));
    }

    private Response link(Request request) {
        var caller = Caller.of(request);
        var prospect = prospectId(request);
        database.run(
                caller.org(),
                tx -> {
                    relink(tx, caller, conversationId(request), null, prospect);
                    lockProspect(tx, caller, prospect);
                });
        return Response.acknowledged("Conversation linked to prospect");
    }

    private Response unlink(Request request) {
        var caller = Caller.of(request);
        var prospect = prospectId(request);
        database.run(
                caller.org(),
                tx -> {
                    requireProspect(tx, caller, prospect);
                    relink(tx, caller, conversationId(request), prospect, null);
                });
        return Response.acknowledged("Conversation unlinked from prospect");
    }

    private Response list(Request request) {
        var caller = Caller.of(request);
        var prospect = prospectId(request);
        database.run(caller.org(), tx -> requireProspect(tx, caller, prospect));
        return Response.okJson(conversations.text().of(database, caller.org(), prospect));
    }

    /// @param from the link that has to be there; null for whichever
    private void relink(
            Handle tx,
            Caller caller,
            ConversationId id,
            @Nullable ProspectId from,
            @Nullable ProspectId to) {
        var locked =
                conversations
                        .findForUpdate(tx, caller.org(), id)
                        .orElseThrow(() -> new Problem.NotFound(ConversationsResource.THING));
        if (from != null && !from.equals(locked.conversation().prospectId())) {
            throw new Problem.NotFound("Link");
        }
        var changed =
                locked.conversation()
                        .linked(to)
                        .changed(caller.user().value(), Timestamps.write(clock.instant()));
        conversations.update(tx, caller.org(), locked.linkedByHand(changed));
    }

    /// Nobody deletes it until the link is stored. After the conversation, in the order in which an
    /// analysis locks the two.
    private void lockProspect(Handle tx, Caller caller, ProspectId prospect) {
        if (prospects.findForUpdate(tx, caller.org(), prospect).isEmpty()) {
            throw new Problem.NotFound("Prospect");
        }
    }

    private void requireProspect(Handle tx, Caller caller, ProspectId prospect) {
        if (prospects.find(tx, caller.org(), prospect).isEmpty()) {
            throw new Problem.NotFound("Prospect");
        }
    }

    private static ConversationId conversationId(Request request) {
        return new ConversationId(request.id("conversation_id", ConversationsResource.THING));
    }

    private static ProspectId prospectId(Request request) {
        return new ProspectId(request.id("prospect_id", "Prospect"));
    }
}
