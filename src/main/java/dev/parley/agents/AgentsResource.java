package dev.parley.agents;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
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
import org.jdbi.v3.core.Handle;

/// The five operations on agents.
public final class AgentsResource {
    private static final String THING = "Agent";

    private final Database database;
    private final AgentStore agents;
    private final List<DeletedAgents> deleted;
    private final Ids ids;
    private final InstantSource clock;

    /// Told when an agent goes, in the same transaction, so that nothing keeps pointing at it.
    @FunctionalInterface
    public interface DeletedAgents {
        void unlink(Handle tx, OrgId org, AgentId agent, String by, String at);
    }

    public AgentsResource(
            Database database,
            AgentStore agents,
            List<DeletedAgents> deleted,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.agents = agents;
        this.deleted = List.copyOf(deleted);
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/ai-agents", access.toRead(), this::listAgents),
                Route.post("/v1/ai-agents", access.toWrite(), this::createAgent),
                Route.get("/v1/ai-agents/:agent_id", access.toRead(), this::getAgent),
                Route.put("/v1/ai-agents/:agent_id", access.toWrite(), this::updateAgent),
                Route.delete("/v1/ai-agents/:agent_id", access.toWrite(), this::deleteAgent));
    }

    private Response listAgents(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        return agents.page(database, org, listing).response();
    }

    private Response createAgent(Request request) {
        var caller = Caller.of(request);
        var input = request.body(AgentInput::read);
        var now = now();
        var agent =
                agent(new AgentId(ids.next("aia")), caller, input, caller.user().value(), now, now);
        database.run(caller.org(), tx -> agents.insert(tx, caller.org(), agent));
        return Response.record(agent);
    }

    private Response getAgent(Request request) {
        var org = Caller.of(request).org();
        return database.transact(org, tx -> agents.find(tx, org, id(request)))
                .map(Response::record)
                .orElseThrow(() -> new Problem.NotFound(THING));
    }

    private Response updateAgent(Request request) {
        var caller = Caller.of(request);
        var input = request.body(AgentInput::read);
        return database.transact(
                caller.org(),
                tx -> {
                    var before = locked(tx, caller.org(), request);
                    var after =
                            agent(
                                    before.id(),
                                    caller,
                                    input,
                                    before.createdBy(),
                                    before.createdAt(),
                                    now());
                    agents.update(tx, caller.org(), after);
                    return Response.record(after);
                });
    }

    private Response deleteAgent(Request request) {
        var caller = Caller.of(request);
        database.run(
                caller.org(),
                tx -> {
                    var agent = locked(tx, caller.org(), request);
                    agents.delete(tx, caller.org(), agent.id());
                    var by = caller.user().value();
                    deleted.forEach(told -> told.unlink(tx, caller.org(), agent.id(), by, now()));
                });
        return Response.acknowledged("Agent deleted");
    }

    private Agent locked(Handle tx, OrgId org, Request request) {
        var found =
                agents.findForUpdate(tx, org, id(request))
                        .orElseThrow(() -> new Problem.NotFound(THING));
        request.checkMatch(Json.bytes(found));
        return found;
    }

    private Agent agent(
            AgentId id,
            Caller caller,
            AgentInput input,
            String createdBy,
            String createdAt,
            String now) {
        return new Agent(
                id,
                caller.org(),
                input.name(),
                input.imageUrl(),
                input.mission(),
                input.role(),
                input.roleDescription(),
                null,
                null,
                input.voice(),
                input.boostedKeywords(),
                input.app(),
                input.evaluationMetrics(),
                input.status(),
                input.timezone(),
                createdBy,
                createdAt,
                caller.user().value(),
                now);
    }

    private String now() {
        return Timestamps.write(clock.instant());
    }

    private static AgentId id(Request request) {
        return new AgentId(request.id("agent_id", THING));
    }
}
