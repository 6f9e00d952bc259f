package dev.parley.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Contract;
import dev.parley.testing.Editors;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProductsIT {
    private static final String PRODUCTS = "/v1/products";
    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesBackEveryFieldItWasGivenButTheAgents() {
        var body = Bodies.product(agent);

        var made = api.post(PRODUCTS, body).expect(200).object();

        assertThat(made.path("id").asText()).matches("prd\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(made.has("agentIds")).isFalse();
        body.remove("agentIds");
        body.properties()
                .forEach(field -> assertThat(made.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(api.get(PRODUCTS).expect(200).array()).contains(made);
        assertThat(agentsOf(made)).containsExactly(agent);
    }

    @Test
    void hasDefaultsForWhatItWasNotGiven() {
        var body = Bodies.product(agent);
        body.retain("active", "defaultPrice", "currency", "description", "name", "status");

        var made = api.post(PRODUCTS, body).expect(200).object();

        assertThat(made.get("shippable").booleanValue()).isFalse();
        assertThat(made.get("scheduleAppointment").booleanValue()).isFalse();
        for (var field : List.of("features", "props", "tags")) {
            assertThat(made.get(field)).as(field).isEqualTo(NullNode.instance);
        }
        assertThat(agentsOf(made)).isEmpty();
    }

    @Test
    void takesEveryCurrencyAndNoOther() {
        for (var code : Contract.document().at("/components/schemas/Currency/enum")) {
            var body = Bodies.product(agent).put("currency", code.asText());
            api.post(PRODUCTS, body).expect(200);
        }
        for (var code : List.of("usd", "XXX", "XCG", "", "USDT")) {
            refused(Bodies.product(agent).put("currency", code), "[\"body\",\"currency\"]");
        }
    }

    @Test
    void takesPricesAClientReadsExactly() {
        for (long price : new long[] {0, 1, 2_147_483_648L, 9_007_199_254_740_991L}) {
            var made =
                    api.post(PRODUCTS, Bodies.product(agent).put("defaultPrice", price))
                            .expect(200)
                            .object();
            assertThat(made.get("defaultPrice").longValue()).isEqualTo(price);
        }
        for (var price : List.of("-1", "9007199254740992", "1.5", "\"1\"", "null", "true")) {
            var body = Bodies.product(agent).set("defaultPrice", Api.read(price));
            refused(body, "[\"body\",\"defaultPrice\"]");
        }
    }

    @Test
    void keepsEachTagOnceInTheOrderGiven() {
        var body = Bodies.product(agent);
        body.putArray("tags").add("tools").add("garden").add("tools").add("new").add("garden");

        var made = api.post(PRODUCTS, body).expect(200).object();

        assertThat(texts(made.path("tags"))).containsExactly("tools", "garden", "new");
    }

    /// The published examples of these fields are bare strings, which contradict their types.
    @Test
    void refusesBareStringsForObjectsAndLists() {
        refused(Bodies.product(agent).put("props", "stainless steel"), "[\"body\",\"props\"]");
        refused(Bodies.product(agent).put("tags", "gardening"), "[\"body\",\"tags\"]");
    }

    @Test // T3
    void takesNobodyElsesAgents() {
        var foreign = Given.agent(server.foreignApi());
        var body = Bodies.product(agent);
        body.withArray("/agentIds").add(agent).add(foreign).add("aia.1234567890.nobody00");
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();
        var before = Rows.of(server);

        var posted = api.post(PRODUCTS, body).expect(422).object();
        var put = api.put(path(made), body).expect(422).object();

        assertThat(posted.path("detail"))
                .extracting(violation -> violation.path("loc").toString())
                .containsExactly("[\"body\",\"agentIds\",2]", "[\"body\",\"agentIds\",3]");
        assertThat(put).isEqualTo(posted);
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    /// The published update sends a whole stored record, in which there are no agents.
    @Test
    void leavesItsAgentsToARecordSentBack() {
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();

        var same = api.put(path(made), made.put("name", "Other")).expect(200).object();

        assertThat(same.get("name").asText()).isEqualTo("Other");
        for (var kept : List.of("id", "orgId", "createdBy", "createdAt", "tags", "props")) {
            assertThat(same.get(kept)).as(kept).isEqualTo(made.get(kept));
        }
        assertThat(agentsOf(made)).containsExactly(agent);
        api.put(path(made), made.set("agentIds", NullNode.instance)).expect(200);
        assertThat(agentsOf(made)).containsExactly(agent);
    }

    @Test
    void replacesItsAgentsByThoseItIsGiven() {
        var second = Given.agent(api);
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();

        api.put(path(made), Bodies.product(second)).expect(200);
        assertThat(agentsOf(made)).containsExactly(second);

        var both = Bodies.product(second);
        both.withArray("/agentIds").add(agent).add(second);
        api.put(path(made), both).expect(200);
        assertThat(agentsOf(made)).containsExactly(second, agent);

        var none = Bodies.product(second);
        none.putArray("agentIds");
        api.put(path(made), none).expect(200);
        assertThat(agentsOf(made)).isEmpty();
    }

    @Test
    void clearsWhatAReplacementDoesNotName() {
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();
        var body = Bodies.product(agent);
        body.retain("active", "defaultPrice", "currency", "description", "name", "status");

        var replaced = api.put(path(made), body).expect(200).object();

        assertThat(replaced.get("props")).isEqualTo(NullNode.instance);
        assertThat(replaced.get("shippable").booleanValue()).isFalse();
        assertThat(replaced.get("updatedAt").asText())
                .isGreaterThan(made.get("updatedAt").asText());
    }

    @Test // T9
    void takesNobodysWordForWhoseItIs() {
        var body = Bodies.product(agent);
        body.put("id", "prd.1.x").put("orgId", "org.1.x").put("createdBy", "usr.1.x");
        body.put("createdAt", "2001-01-01T00:00:00").put("updatedBy", "trata-system");

        var made = api.post(PRODUCTS, body).expect(200).object();

        for (var field : List.of("id", "orgId", "createdBy", "createdAt", "updatedBy")) {
            assertThat(made.get(field)).as(field).isNotEqualTo(body.get(field));
        }
    }

    @Test
    void isListedByTagsAndIds() {
        var red = tagged("filter-red");
        var blue = tagged("filter-blue");
        var both = tagged("filter-red", "filter-blue", "with, comma");
        var other = tagged("filter-other");

        assertThat(found("tags=filter-red")).containsExactly(both, red);
        assertThat(found("tags=filter-red&tags=filter-blue")).containsExactly(both, blue, red);
        assertThat(found("tags=filter-red,filter-blue")).containsExactly(both, blue, red);
        assertThat(found("tags=nobody-has-this")).isEmpty();
        assertThat(found("product_ids=" + red + "&product_ids=" + other))
                .containsExactly(other, red);
        assertThat(found("product_ids=" + red + "," + other + ",prd.1.x"))
                .containsExactly(other, red);
        assertThat(found("product_ids=" + red + "," + other + "&tags=filter-red"))
                .containsExactly(red);
        assertThat(found("tags=filter-red&limit=1&skip=1")).containsExactly(red);
        assertThat(found("tags=%27%22%7B%7D%5C")).isEmpty();
    }

    @Test
    void isListedWithItsAgents() {
        var second = Given.agent(api);
        var body = Bodies.product(agent);
        body.withArray("/agentIds").add(second);
        body.putArray("tags").add("detailed");
        var made = api.post(PRODUCTS, body).expect(200).object();
        var alone = tagged("detailed");

        var detailed = api.get("/v1/ui/products?tags=detailed").expect(200).array();

        assertThat(texts(detailed, "/product/id")).containsExactly(alone, made.path("id").asText());
        assertThat(detailed.get(0).path("agents")).isEmpty();
        assertThat(detailed.get(1).path("product")).isEqualTo(made);
        assertThat(detailed.get(1).path("agents").get(0))
                .isEqualTo(api.get("/v1/ai-agents/" + second).object());
        assertThat(texts(detailed.get(1).path("agents"), "/id")).containsExactly(second, agent);
        var one =
                api.get(
                                "/v1/ui/products?tags=detailed&sort_by=name&limit=1&search_by=id"
                                        + "&search_value="
                                        + alone)
                        .expect(200)
                        .array();
        assertThat(texts(one, "/product/id")).containsExactly(alone);
    }

    @Test // V11
    void isChangedByOneEditorAtATime() {
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();

        Editors.race(api, path(made), Bodies.product(agent), "", "description");
    }

    @Test // T1
    void isNotThereForOthers() {
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();
        var foreign = server.foreignApi();
        var theirs = Bodies.product(Given.agent(foreign));
        var before = Rows.of(server);

        foreign.get(path(made)).expect(404);
        foreign.put(path(made), theirs).expect(404);
        foreign.delete(path(made)).expect(404);
        foreign.get(path(made) + "/agents").expect(404);
        assertThat(foreign.get(PRODUCTS).expect(200).array()).isEmpty();
        assertThat(foreign.get("/v1/ui/products").expect(200).array()).isEmpty();
        assertThat(foreign.get("/v1/ui/products?product_ids=" + made.path("id").asText()).array())
                .isEmpty();
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test
    void isGoneOnceDeleted() {
        var made = api.post(PRODUCTS, Bodies.product(agent)).expect(200).object();

        api.delete(path(made)).expect(200);

        api.get(path(made)).expect(404);
        api.put(path(made), Bodies.product(agent)).expect(404);
        api.delete(path(made)).expect(404);
        api.get(path(made) + "/agents").expect(404);
    }

    private static void refused(JsonNode body, String place) {
        assertThat(api.post(PRODUCTS, body).expect(422).body()).contains(place);
    }

    private static String tagged(String... tags) {
        var body = Bodies.product(agent);
        body.putArray("agentIds");
        var list = body.putArray("tags");
        List.of(tags).forEach(list::add);
        return api.post(PRODUCTS, body).expect(200).object().path("id").asText();
    }

    private static List<String> found(String query) {
        return texts(api.get(PRODUCTS + "?" + query).expect(200).array(), "/id");
    }

    private static List<String> agentsOf(ObjectNode product) {
        return texts(api.get(path(product) + "/agents").expect(200).array(), "/id");
    }

    private static List<String> texts(JsonNode list) {
        return texts(list, "");
    }

    private static List<String> texts(JsonNode list, String at) {
        return ((ArrayNode) list).valueStream().map(one -> one.at(at).asText()).toList();
    }

    private static String path(JsonNode product) {
        return PRODUCTS + "/" + product.path("id").asText();
    }
}
