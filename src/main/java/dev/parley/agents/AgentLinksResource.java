package dev.parley.agents;

import dev.parley.accounts.Authentication;
import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveFiles;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Violation;
import dev.parley.products.ProductId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Which agents work with which hives, actions and products: linking, unlinking, and the lists from
/// both ends. Linking twice is linking once.
public final class AgentLinksResource {
    private static final String AGENT = "Agent";
    private static final String HIVE = "/v1/hives/:hive_id/ai-agents/:agent_id/link";
    private static final String ACTION = "/v1/actions/:action_id/ai-agents/:agent_id/link";

    private final Database database;
    private final AgentLinkStore links;
    private final HiveFiles files;

    public AgentLinksResource(Database database, AgentLinkStore links, HiveFiles files) {
        this.database = database;
        this.links = links;
        this.files = files;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.post(HIVE, access.toWrite(), request -> link(Linked.HIVE, request)),
                Route.delete(HIVE, access.toWrite(), request -> unlink(Linked.HIVE, request)),
                Route.get("/v1/hives/:hive_id/ai-agents", access.toRead(), this::agentsOfHive),
                Route.get("/v1/ai-agents/:agent_id/hives", access.toRead(), this::hivesOfAgent),
                Route.post(ACTION, access.toWrite(), request -> link(Linked.ACTION, request)),
                Route.delete(ACTION, access.toWrite(), request -> unlink(Linked.ACTION, request)),
                Route.get("/v1/ai-agents/:agent_id/actions", access.toRead(), this::actionsOfAgent),
                Route.get(
                        "/v1/products/:product_id/agents", access.toRead(), this::agentsOfProduct));
    }

    /// Makes `agents` the ones that may talk about a product, and nobody else.
    ///
    /// @throws Problem.Invalid naming each that is no agent of the organization
    public void replaceSellers(Handle tx, OrgId org, ProductId product, List<String> agents) {
        var known = new HashSet<>(links.keepAgents(tx, org, agents));
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < agents.size(); i++) {
            if (!known.contains(agents.get(i))) {
                violations.add(
                        new Violation(
                                List.of("body", "agentIds", i), "Agent not found", "not_found"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
        links.unlinkAll(tx, org, Linked.PRODUCT, product.value());
        links.link(tx, org, Linked.PRODUCT, product.value(), known);
    }

    private Response link(Linked kind, Request request) {
        var org = Caller.of(request).org();
        database.run(
                org,
                tx -> {
                    var agent = keptAgent(tx, org, request);
                    links.link(tx, org, kind, kept(tx, org, kind, request), List.of(agent.value()));
                });
        return Response.acknowledged(kind.thing() + " linked to agent");
    }

    private Response unlink(Linked kind, Request request) {
        var org = Caller.of(request).org();
        database.run(
                org,
                tx -> {
                    var agent = keptAgent(tx, org, request);
                    if (!links.unlink(tx, org, kind, kept(tx, org, kind, request), agent)) {
                        throw new Problem.NotFound("Link");
                    }
                });
        return Response.acknowledged(kind.thing() + " unlinked from agent");
    }

    private Response agentsOfHive(Request request) {
        return agentsOf(Linked.HIVE, request);
    }

    private Response agentsOfProduct(Request request) {
        return agentsOf(Linked.PRODUCT, request);
    }

    private Response hivesOfAgent(Request request) {
        var org = Caller.of(request).org();
        return Response.okJson(files.completed(org, thingsOf(Linked.HIVE, request)));
    }

    private Response actionsOfAgent(Request request) {
        return Response.okJson(thingsOf(Linked.ACTION, request));
    }

    private Response agentsOf(Linked kind, Request request) {
        var org = Caller.of(request).org();
        var id = database.transact(org, tx -> kept(tx, org, kind, request));
        return Response.okJson(database.find(org, links.agentsOf(kind, id)));
    }

    private byte[] thingsOf(Linked kind, Request request) {
        var org = Caller.of(request).org();
        var agent = database.transact(org, tx -> keptAgent(tx, org, request));
        return database.find(org, links.thingsOf(kind, agent));
    }

    private AgentId keptAgent(Handle tx, OrgId org, Request request) {
        var id = request.id("agent_id", AGENT);
        if (links.keepAgents(tx, org, List.of(id)).isEmpty()) {
            throw new Problem.NotFound(AGENT);
        }
        return new AgentId(id);
    }

    private String kept(Handle tx, OrgId org, Linked kind, Request request) {
        var id = request.id(kind.column(), kind.thing());
        if (!links.keep(tx, org, kind, id)) {
            throw new Problem.NotFound(kind.thing());
        }
        return id;
    }
}
