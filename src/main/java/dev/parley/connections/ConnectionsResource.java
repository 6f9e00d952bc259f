package dev.parley.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.agents.AgentId;
import dev.parley.agents.AgentStore;
import dev.parley.connections.Tickets.Ticket;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.json.Json;
import dev.parley.platform.lists.Listing;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.ProspectStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Preparing connections, listing them, and fresh tickets for their sockets. An answer that opens a
/// socket carries `socketUrl` and `socketExpiresAt`, two additions to the contract.
public final class ConnectionsResource {
    private static final String THING = "Connection";

    private final Database database;
    private final ConnectionStore connections;
    private final AgentStore agents;
    private final ProspectStore prospects;
    private final Tickets tickets;
    private final CarrierStreams streams;
    private final Supplier<URI> publicUrl;
    private final Ids ids;
    private final InstantSource clock;

    /// @param publicUrl how clients reach this server; asked per request, known once it listens
    public ConnectionsResource(
            Database database,
            ConnectionStore connections,
            AgentStore agents,
            ProspectStore prospects,
            Tickets tickets,
            CarrierStreams streams,
            Supplier<URI> publicUrl,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.connections = connections;
        this.agents = agents;
        this.prospects = prospects;
        this.tickets = tickets;
        this.streams = streams;
        this.publicUrl = publicUrl;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/connections", access.toRead(), this::listConnections),
                Route.post("/v1/connections", access.toCall(), this::createConnection),
                Route.post(
                        "/v1/connections/:connection_id/tickets",
                        access.toCall(),
                        this::createTicket));
    }

    private Response listConnections(Request request) {
        var org = Caller.of(request).org();
        var listing = Listing.of(request);
        var sourceName = request.query("sourceName");
        return connections.page(database, org, listing, sourceName).response();
    }

    private Response createConnection(Request request) {
        var caller = Caller.of(request);
        var agent = new AgentId(required(request, "agentId"));
        var prospect = request.query("prospect_id").map(ProspectId::new);
        return create(caller, request.body(ConnectionInput::read), agent, prospect);
    }

    /// The answer to a request of `caller` for a connection of a browser to `agent`.
    ///
    /// @param sourceId what tells where it comes from
    public Response prepare(Caller caller, AgentId agent, String sourceId) {
        var input = new ConnectionInput("BROWSER", sourceId, Json.object());
        return create(caller, input, agent, Optional.empty());
    }

    private Response create(
            Caller caller, ConnectionInput input, AgentId agent, Optional<ProspectId> prospect) {
        var connection = connection(caller, input, agent, prospect);
        var ticket =
                database.transact(
                        caller.org(),
                        tx -> {
                            if (agents.find(tx, caller.org(), agent).isEmpty()) {
                                throw new Problem.NotFound("Agent");
                            }
                            if (prospect.isPresent()
                                    && prospects.find(tx, caller.org(), prospect.get()).isEmpty()) {
                                throw new Problem.NotFound("Prospect");
                            }
                            connections.insert(tx, caller.org(), connection);
                            if (connection.sourceName().equals("PLIVO")) {
                                streams.begin(tx, caller.org(), connection.id());
                            }
                            return tickets.issue(tx, caller, connection.id());
                        });
        var answer = (ObjectNode) Json.tree(connection);
        return answer(answer.setAll(entrance(connection.id(), ticket)));
    }

    private Response createTicket(Request request) {
        var org = Caller.of(request).org();
        var id = new ConnectionId(request.id("connection_id", THING));
        var ticket =
                database.transact(
                        org,
                        tx -> {
                            if (connections.find(tx, org, id).isEmpty()) {
                                throw new Problem.NotFound(THING);
                            }
                            return tickets.issue(tx, Caller.of(request), id);
                        });
        return answer(entrance(id, ticket));
    }

    /// A ticket is as good as a key for a minute: no cache keeps it.
    private static Response answer(Object body) {
        return Response.ok(body).with("Cache-Control", "no-store");
    }

    private ObjectNode entrance(ConnectionId id, Ticket ticket) {
        var base = publicUrl.get().toString().replaceFirst("^http", "ws").replaceFirst("/$", "");
        return Json.object()
                .put(
                        "socketUrl",
                        base + "/v1/connections/" + id + "/socket?ticket=" + ticket.text())
                .put("socketExpiresAt", Timestamps.write(ticket.expiresAt()));
    }

    private Connection connection(
            Caller caller, ConnectionInput input, AgentId agent, Optional<ProspectId> prospect) {
        var now = Timestamps.write(clock.instant());
        var by = caller.user().value();
        return new Connection(
                new ConnectionId(ids.next("cnx")),
                caller.org(),
                input.sourceName(),
                input.sourceId(),
                input.sourceProps(),
                agent,
                prospect.orElse(null),
                by,
                now,
                by,
                now);
    }

    private static String required(Request request, String name) {
        return request.query(name)
                .orElseThrow(() -> new Problem.Invalid("query", name, "Field required", "missing"));
    }
}
