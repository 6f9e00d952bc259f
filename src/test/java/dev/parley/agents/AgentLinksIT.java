package dev.parley.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentLinksIT {
    private static final String NOBODY = "aia.1234567890.nobody00";
    private static TestServer server;
    private static Api api;
    private static Api foreign;

    /// The kinds of things that are linked by paths of their own.
    enum Kind {
        HIVE("Hive", "hives"),
        ACTION("Action", "actions");

        private final String thing;
        private final String path;

        Kind(String thing, String path) {
            this.thing = thing;
            this.path = "/v1/" + path;
        }

        String table() {
            return "agent_" + thing.toLowerCase(java.util.Locale.ROOT);
        }

        String make(Api by) {
            var body =
                    this == ACTION
                            ? Bodies.action()
                            : Api.read(
                                    "{\"hiveType\": \"WEBSITE\", \"url\": \"https://a.example\"}");
            return by.post(path, body).expect(200).object().path("id").asText();
        }

        String link(String id, String agent) {
            return path + "/" + id + "/ai-agents/" + agent + "/link";
        }

        String ofAgent(String agent) {
            return "/v1/ai-agents/" + agent + path.substring("/v1".length());
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        foreign = server.foreignApi();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnceHoweverOftenAskedFor(Kind kind) {
        var agent = Given.agent(api);
        var id = kind.make(api);

        for (int i = 0; i < 3; i++) {
            assertThat(api.post(kind.link(id, agent)).expect(200).object().path("message").asText())
                    .isEqualTo(kind.thing + " linked to agent");
        }

        var listed = api.get(kind.ofAgent(agent)).expect(200).array();
        assertThat(listed).containsExactly(api.get(kind.path + "/" + id).object());
        api.delete(kind.link(id, agent)).expect(200);
        assertThat(api.get(kind.ofAgent(agent)).expect(200).array()).isEmpty();
        assertThat(api.delete(kind.link(id, agent)).expect(404).body()).contains("Link not found");
    }

    @ParameterizedTest
    @EnumSource
    void isListedNewestFirst(Kind kind) {
        var agent = Given.agent(api);
        var things = List.of(kind.make(api), kind.make(api), kind.make(api));
        for (int i : new int[] {1, 2, 0}) {
            api.post(kind.link(things.get(i), agent)).expect(200);
        }

        assertThat(ids(api.get(kind.ofAgent(agent))))
                .containsExactly(things.get(2), things.get(1), things.get(0));
    }

    @Test
    void showsTheAgentsOfAHive() {
        var hive = Kind.HIVE.make(api);
        var agents = List.of(Given.agent(api), Given.agent(api));
        agents.forEach(agent -> api.post(Kind.HIVE.link(hive, agent)).expect(200));

        var listed = api.get("/v1/hives/" + hive + "/ai-agents").expect(200);

        assertThat(ids(listed)).containsExactly(agents.get(1), agents.get(0));
        assertThat(listed.array().get(1))
                .isEqualTo(api.get("/v1/ai-agents/" + agents.get(0)).object());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichEndIsMissing(Kind kind) {
        var agent = Given.agent(api);
        var id = kind.make(api);
        for (var method : List.of("POST", "DELETE")) {
            for (var missing : List.of(NOBODY, "x", "%00", id)) {
                assertThat(api.send(method, kind.link(id, missing), null).expect(404).body())
                        .contains("Agent not found");
            }
            for (var missing : List.of("hiv.1234567890.nobody00", "x", agent)) {
                assertThat(api.send(method, kind.link(missing, agent), null).expect(404).body())
                        .contains(kind.thing + " not found");
            }
        }
        assertThat(api.get(kind.ofAgent(NOBODY)).expect(404).body()).contains("Agent not found");
        assertThat(api.get("/v1/hives/x/ai-agents").expect(404).body()).contains("Hive not found");
        assertThat(api.get("/v1/products/x/agents").expect(404).body())
                .contains("Product not found");
    }

    @ParameterizedTest // T1, T2
    @EnumSource
    void neverJoinsTwoOrganizations(Kind kind) {
        var ours = Given.agent(api);
        var theirs = Given.agent(foreign);
        var our = kind.make(api);
        var their = kind.make(foreign);
        foreign.post(kind.link(their, theirs)).expect(200);
        var before = Rows.of(server);

        for (var method : List.of("POST", "DELETE")) {
            assertThat(api.send(method, kind.link(our, theirs), null).expect(404).body())
                    .contains("Agent not found");
            assertThat(api.send(method, kind.link(their, ours), null).expect(404).body())
                    .contains(kind.thing + " not found");
            api.send(method, kind.link(their, theirs), null).expect(404);
        }
        api.get(kind.ofAgent(theirs)).expect(404);
        if (kind == Kind.HIVE) {
            api.get("/v1/hives/" + their + "/ai-agents").expect(404);
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void isGoneWithEitherEnd(Kind kind) {
        var agent = Given.agent(api);
        var other = Given.agent(api);
        var id = kind.make(api);
        var kept = kind.make(api);
        for (var one : List.of(id, kept)) {
            api.post(kind.link(one, agent)).expect(200);
            api.post(kind.link(one, other)).expect(200);
        }
        int links = links(kind);

        api.delete(kind.path + "/" + id).expect(200);

        assertThat(ids(api.get(kind.ofAgent(agent)))).containsExactly(kept);
        assertThat(links(kind)).isEqualTo(links - 2);
        api.delete("/v1/ai-agents/" + agent).expect(200);
        assertThat(ids(api.get(kind.ofAgent(other)))).containsExactly(kept);
        assertThat(links(kind)).isEqualTo(links - 3);
        api.get(kind.path + "/" + kept).expect(200);
        api.get(kind.ofAgent(agent)).expect(404);
    }

    @Test
    void leavesAProductWithoutADeletedAgent() {
        var agent = Given.agent(api);
        var other = Given.agent(api);
        var body = Bodies.product(agent);
        body.withArray("/agentIds").add(other);
        var product = api.post("/v1/products", body).expect(200).object().path("id").asText();

        api.delete("/v1/ai-agents/" + agent).expect(200);

        assertThat(ids(api.get("/v1/products/" + product + "/agents"))).containsExactly(other);
        var detailed = api.get("/v1/ui/products?product_ids=" + product).expect(200).array();
        assertThat(detailed.at("/0/agents")).hasSize(1);
    }

    /// Whoever comes first, nobody gets a link to what is not there, and nothing breaks.
    @ParameterizedTest
    @EnumSource
    void standsUpToADeletionAtTheSameTime(Kind kind) {
        for (int round = 0; round < 10; round++) {
            var agent = Given.agent(api);
            var id = kind.make(api);
            var thing = kind.path + "/" + id;
            var end = round % 2 == 0 ? thing : "/v1/ai-agents/" + agent;

            var statuses =
                    statuses(
                            List.of(
                                    () -> api.post(kind.link(id, agent)),
                                    () -> api.delete(end),
                                    () -> api.post(kind.link(id, agent))));

            assertThat(statuses.get(1)).isEqualTo(200);
            assertThat(statuses).isSubsetOf(200, 404);
            api.get(end).expect(404);
            api.post(kind.link(id, agent)).expect(404);
        }
    }

    private static List<Integer> statuses(List<Callable<Api.Answer>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var one : threads.invokeAll(work)) {
                statuses.add(one.get().status());
            }
            return statuses;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static int links(Kind kind) {
        var org = api.get("/v1/ai-agents?limit=1").array().at("/0/orgId").asText();
        return Rows.count(server, org, kind.table());
    }

    private static List<String> ids(Api.Answer answer) {
        return ids(answer.expect(200).array());
    }

    private static List<String> ids(JsonNode list) {
        return ((ArrayNode) list).valueStream().map(one -> one.path("id").asText()).toList();
    }
}
