package dev.parley.conversations;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.conversations.ConversationStore.Locked;
import dev.parley.conversations.ConversationStore.Row;
import dev.parley.conversations.ImportConversations.Import;
import dev.parley.platform.database.Batch;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.Tenant;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.time.Timestamps;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The six operations on conversations.
public final class ConversationsResource {
    static final String THING = "Conversation";

    /// Two pieces of work of one tenant side by side: one waits for the disk while the other works.
    private static final int AT_ONCE = 2;

    private final Database database;
    private final ConversationStore conversations;
    private final LineStore lines;
    private final AgentStore agents;
    private final ImportConversations importConversations;
    private final Ids ids;
    private final InstantSource clock;
    private final Batch<Import, Optional<byte[]>> imports;
    private final Batch<ConversationId, Optional<Row>> lookups;

    public ConversationsResource(
            Database database,
            ConversationStore conversations,
            LineStore lines,
            AgentStore agents,
            ImportConversations importConversations,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.lines = lines;
        this.agents = agents;
        this.importConversations = importConversations;
        this.ids = ids;
        this.clock = clock;
        this.imports = new Batch<>(AT_ONCE, importConversations::run);
        this.lookups = new Batch<>(AT_ONCE, this::lookUp);
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/conversations", access.toRead(), this::listConversations),
                Route.post("/v1/conversations", access.toWrite(), this::createConversation),
                Route.get(
                        "/v1/conversations/:conversation_id",
                        access.toRead(),
                        this::getConversation),
                Route.put(
                        "/v1/conversations/:conversation_id",
                        access.toWrite(),
                        this::updateConversation),
                Route.delete(
                        "/v1/conversations/:conversation_id",
                        access.toWrite(),
                        this::deleteConversation),
                Route.get(
                        "/v1/conversations/:conversation_id/feedback",
                        access.toRead(),
                        this::listFeedback),
                Route.post(
                        "/v1/conversations/:conversation_id/feedback",
                        access.toWrite(),
                        this::addFeedback));
    }

    private Response listConversations(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        return conversations
                .text()
                .page(database, org, listing, ConversationFilter.of(request))
                .response();
    }

    private Response createConversation(Request request) {
        var caller = Caller.of(request);
        var input = request.body(ConversationInput::read);
        var wanted = new Import(caller, input);
        // what shares its request's transaction is stored alone
        var stored =
                database.isTogether()
                        ? importConversations.run(caller.org(), List.of(wanted)).getFirst()
                        : imports.ask(caller.org(), wanted);
        return stored.map(Response::record).orElseThrow(ConversationsResource::noSuchAgent);
    }

    private Response getConversation(Request request) {
        var org = Caller.of(request).org();
        var id = id(request);
        var row = lookups.ask(org, id).orElseThrow(() -> new Problem.NotFound(THING));
        return row.isLive() ? soFar(org, id) : Response.record(row.document());
    }

    private List<Optional<Row>> lookUp(Tenant tenant, List<ConversationId> asked) {
        var org = new OrgId(tenant.value());
        var names = asked.stream().map(ConversationId::value).toList();
        var rows = database.find(org, conversations.rows(names));
        return names.stream().map(name -> Optional.ofNullable(rows.get(name))).toList();
    }

    /// A conversation that is still going on, with what has been said until now. Lines are read
    /// first: if it ends in between, the record has them all.
    private Response soFar(OrgId org, ConversationId id) {
        return database.transact(
                        org,
                        tx -> {
                            var said = lines.of(tx, org, id);
                            return conversations
                                    .find(tx, org, id)
                                    .map(found ->
                                            found.timestampEnd() == null
                                                    ? found.withTranscript(said, null)
                                                    : found);
                        })
                .map(Response::ok)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Response updateConversation(Request request) {
        var caller = Caller.of(request);
        var id = id(request);
        var input = request.body(ConversationInput::read);
        return database.transact(caller.org(), tx -> update(tx, caller, id, input, request));
    }

    private Response update(
            Handle tx, Caller caller, ConversationId id, ConversationInput input, Request request) {
        var before = locked(tx, caller.org(), id);
        if (before.isLive()) {
            throw new Problem.Conflict("The conversation is still going on");
        }
        request.checkMatch(before.document());
        var wasAgent = before.conversation().aiAgentId().equals(input.agentId());
        if (!wasAgent && agents.find(tx, caller.org(), new AgentId(input.agentId())).isEmpty()) {
            throw noSuchAgent();
        }
        var after =
                input.replacing(before.conversation(), caller, Timestamps.write(clock.instant()));
        conversations.update(tx, caller.org(), before.with(after));
        importConversations.analyseIfWanted(tx, caller.org(), after);
        return Response.record(Json.bytes(after));
    }

    private Response deleteConversation(Request request) {
        var org = Caller.of(request).org();
        var id = id(request);
        database.run(
                org,
                tx -> {
                    var before = locked(tx, org, id);
                    request.checkMatch(before.document());
                    conversations.delete(tx, org, before);
                    lines.delete(tx, org, id);
                });
        return Response.acknowledged("Conversation deleted");
    }

    private Response addFeedback(Request request) {
        var caller = Caller.of(request);
        var id = id(request);
        var comment = request.body(ConversationInput.Comment::read);
        var now = Timestamps.write(clock.instant());
        var feedback = Feedback.of(ids.next("cfb"), caller, id, comment, now);
        database.run(
                caller.org(),
                tx -> {
                    locked(tx, caller.org(), id);
                    conversations.insertFeedback(tx, caller.org(), feedback);
                });
        return Response.ok(feedback);
    }

    private Response listFeedback(Request request) {
        var org = Caller.of(request).org();
        var id = new ConversationId(request.id("conversation_id", THING));
        return database.transact(
                        org,
                        tx ->
                                conversations
                                        .find(tx, org, id)
                                        .map(_ -> conversations.feedback(tx, org, id)))
                .map(Response::okJson)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Locked locked(Handle tx, OrgId org, ConversationId id) {
        return conversations
                .findForUpdate(tx, org, id)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private static Problem noSuchAgent() {
        return new Problem.Invalid("body", "agentId", "Agent not found", "not_found");
    }

    private static ConversationId id(Request request) {
        return new ConversationId(request.id("conversation_id", THING));
    }
}
