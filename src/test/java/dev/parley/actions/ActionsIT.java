package dev.parley.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Editors;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActionsIT {
    private static final String ACTIONS = "/v1/actions";
    private static final String CANARY = "canary-of-a-credential-71f3";
    private static final String MASK = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesBackEveryFieldItWasGivenButHeaderValues() {
        var body = Bodies.action();

        var made = api.post(ACTIONS, body).expect(200).object();

        assertThat(made.path("id").asText()).matches("act\\.\\d{10}\\.[A-Za-z0-9]{8}");
        body.withObject("/endpoint/headers").put("Authorization", MASK).put("X-Shop", MASK);
        body.properties()
                .forEach(field -> assertThat(made.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(api.get(ACTIONS).expect(200).array()).contains(made);
    }

    @Test // E3
    void sendsAKeptSecretToNoOtherHost() {
        var made = api.post("/v1/actions", Bodies.action()).expect(200).object();
        var path = "/v1/actions/" + made.path("id").asText();
        for (var elsewhere :
                List.of(
                        "https://collector.example/deliveries",
                        "http://example.com/deliveries",
                        "https://example.com:8443/deliveries",
                        "https://example.com.collector.example/deliveries")) {
            var moved = made.deepCopy();
            moved.withObject("/endpoint").put("url", elsewhere);
            api.put(path, moved).expect(422);
        }
        var sameHost = made.deepCopy();
        sameHost.withObject("/endpoint").put("url", "https://EXAMPLE.com/other");
        api.put(path, sameHost).expect(200);
    }

    @Test // E3
    void answersNoHeaderValueAnywhere() {
        var made = api.post(ACTIONS, Bodies.action()).expect(200);
        var id = made.object().path("id").asText();
        var agent = Given.agent(api);
        api.post(ACTIONS + "/" + id + "/ai-agents/" + agent + "/link").expect(200);

        var answers =
                List.of(
                        made,
                        api.get(ACTIONS + "/" + id),
                        api.put(ACTIONS + "/" + id, Bodies.action()),
                        api.get(ACTIONS),
                        api.get("/v1/ai-agents/" + agent + "/actions"),
                        api.get(ACTIONS + "?search_by=name&search_value=delivery"));

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.expect(200).body()).contains(MASK).doesNotContain(CANARY);
                });
        assertThat(api.get(ACTIONS + "?search_by=description&search_value=" + CANARY).array())
                .isEmpty();
        api.get(ACTIONS + "?search_by=headers&search_value=" + CANARY).expect(422);
    }

    @Test // E1
    void keepsNoHeaderValueInTheOpen() {
        var made = api.post(ACTIONS, Bodies.action()).expect(200).object();

        assertThat(stored(made)).contains("get_delivery_date", "Authorization");
        assertThat(stored(made)).doesNotContain(CANARY, "Bearer");
    }

    @Test
    void keepsTheStoredValueOfAMaskThatComesBack() {
        var made = api.post(ACTIONS, Bodies.action()).expect(200).object();
        var sealed = sealed(made);
        made.withObject("/endpoint/headers").put("X-Shop", "13").put("X-New", "1");

        var back = api.put(path(made), made.put("name", "renamed")).expect(200).object();

        assertThat(back.path("name").asText()).isEqualTo("renamed");
        assertThat(sealed(made).get("Authorization")).isEqualTo(sealed.get("Authorization"));
        assertThat(sealed(made).get("X-Shop")).isNotEqualTo(sealed.get("X-Shop"));
        assertThat(sealed(made).has("X-New")).isTrue();
        back.withObject("/endpoint/headers").remove("Authorization");
        assertThat(api.put(path(made), back).expect(200).body()).doesNotContain("Authorization");
        assertThat(sealed(made).has("Authorization")).isFalse();
        back.withObject("/endpoint/headers").put("Authorization", MASK);
        assertThat(api.put(path(made), back).expect(422).body())
                .contains("[\"body\",\"endpoint\",\"headers\",\"Authorization\"]");
        assertThat(api.post(ACTIONS, back).expect(422).body())
                .contains("[\"body\",\"endpoint\",\"headers\",\"X-Shop\"]");
    }

    @Test
    void goesToExactlyOneOfThreeShapes() {
        assertEndpoint(
                "{'url': 'https://example.com/a'}",
                "{'url': 'https://example.com/a', 'method': 'POST'}");
        assertEndpoint(
                "{'url': 'http://example.com', 'method': 'GET', 'headers': null}",
                "{'url': 'http://example.com', 'method': 'GET'}");
        assertEndpoint("{'module': 'a', 'function': 'b'}", "{'module': 'a', 'function': 'b'}");
        assertEndpoint("{'module': 'a', '_function': 'b'}", "{'module': 'a', 'function': 'b'}");
        assertEndpoint("{'workflowId': 'w'}", "{'workflowId': 'w'}");
        // as clients of 2025 send it
        assertEndpoint(
                "{'url': 'https://example.com', 'module': null, 'function': '', 'workflowId': ''}",
                "{'url': 'https://example.com', 'method': 'POST'}");
        assertEndpoint(
                "{'url': '', 'module': 'a', 'function': 'b', 'workflowId': null, 'method': 'POST'}",
                "{'module': 'a', 'function': 'b'}");
        assertEndpoint(
                "{'url': null, 'module': '', 'function': '', 'workflowId': 'w'}",
                "{'workflowId': 'w'}");
    }

    @Test
    void refusesEndpointsOfNoShapeOrOfMore() {
        for (var endpoint :
                List.of(
                        "{}",
                        "{'url': ''}",
                        "{'url': null}",
                        "{'url': 5}",
                        "{'module': 'a'}",
                        "{'function': 'b'}",
                        "{'method': 'POST'}",
                        "{'url': 'https://example.com', 'workflowId': 'w'}",
                        "{'url': 'https://example.com', 'module': 'a', 'function': 'b'}",
                        "{'module': 'a', 'function': 'b', 'workflowId': 'w'}",
                        "{'url': 'https://example.com', 'module': 'a'}",
                        "{'url': 'https://example.com', 'method': 'DELETE'}",
                        "{'url': 'https://example.com', 'method': 'post'}",
                        "{'url': 'https://example.com', 'headers': 'application/json'}",
                        "{'url': 'https://example.com', 'payload': '123456'}",
                        "'https://example.com'",
                        "[]",
                        "null")) {
            refused(with("endpoint", endpoint), "[\"body\",\"endpoint\"");
        }
    }

    @Test // S5, S7
    void callsAddressesOfTheWebOnly() {
        for (var url :
                List.of(
                        "file:///etc/passwd",
                        "gopher://example.com",
                        "http://user:password@example.com/",
                        "http://ok.example\\\\@127.0.0.1/",
                        "http:///",
                        "http://example.com/\\r\\nX-Injected: 1",
                        "//example.com",
                        "http://example.com/" + "x".repeat(2_048))) {
            refused(
                    with("endpoint", "{'url': '%s'}".formatted(url)),
                    "[\"body\",\"endpoint\",\"url\"]");
        }
    }

    @Test // S7
    void sendsNoHeaderThatIsThePlatformsToSet() {
        for (var name :
                List.of(
                        "Host",
                        "Content-Length",
                        "Transfer-Encoding",
                        "Connection",
                        "Keep-Alive",
                        "Proxy-Authorization",
                        "TE",
                        "Trailer",
                        "Upgrade",
                        "Expect",
                        "X-Org",
                        "X-Forwarded-For",
                        "webhook-signature")) {
            for (var written :
                    List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
                refused(
                        headers(written, "x"),
                        "[\"body\",\"endpoint\",\"headers\",\"" + written + "\"]");
            }
        }
        for (var name :
                List.of("", " ", "A B", "A:", "A\r\nB", "A\u0001", "\u00e4", "A".repeat(129))) {
            refused(headers(name, "x"), "[\"body\",\"endpoint\",\"headers\"]");
        }
        for (var value :
                List.of(
                        "a\r\nX-Injected: 1",
                        "a\nb",
                        "a\rb",
                        "a\u0001",
                        " a",
                        "a ",
                        "\t",
                        "\u00e4",
                        "\u2022",
                        MASK + "x",
                        "x".repeat(4_097))) {
            refused(headers("X-A", value), "[\"body\",\"endpoint\",\"headers\",\"X-A\"]");
        }
        var twice = headers("X-A", "1");
        twice.withObject("/endpoint/headers").put("x-a", "2");
        refused(twice, "[\"body\",\"endpoint\",\"headers\",\"x-a\"]");
        var many = Bodies.action();
        for (int i = 0; i < 51; i++) {
            many.withObject("/endpoint/headers").put("X-" + i, "1");
        }
        refused(many, "[\"body\",\"endpoint\",\"headers\"]");
        refused(
                Bodies.action()
                        .set("endpoint", json("{'url': 'https://a.example', 'headers': {'A': 1}}")),
                "[\"body\",\"endpoint\",\"headers\",\"A\"]");
    }

    @Test
    void writesTheTriggerOutInFull() {
        for (var trigger :
                List.of(
                        "user_query",
                        "webhook.conversation_start",
                        "webhook.conversation_end",
                        "webhook.conversation_en")) {
            var made =
                    api.post(ACTIONS, Bodies.action().put("invocationTrigger", trigger))
                            .expect(200)
                            .object();
            assertThat(made.path("invocationTrigger").asText())
                    .isEqualTo(trigger.replaceFirst("_en$", "_end"));
        }
        refused(
                Bodies.action().put("invocationTrigger", "webhook.conversation"),
                "[\"body\",\"invocationTrigger\"]");
    }

    @Test // V9
    void takesNoSchemaThatLeadsElsewhereOrTakesForever() {
        for (var schema :
                List.of(
                        "false",
                        "true",
                        "'x'",
                        "[]",
                        "null",
                        "{'type': 'objekt'}",
                        "{'$ref': 'http://127.0.0.2:1/schema'}",
                        "{'$ref': '#'}",
                        "{'properties': {'a': {'pattern': '^(a+)+$'}}}",
                        "{'description': '%s'}".formatted("x".repeat(1 << 20)))) {
            refused(with("parameters", schema), "[\"body\",\"parameters\"]");
        }
        api.post(ACTIONS, with("parameters", "{}")).expect(200);
        api.post(ACTIONS, with("parameters", "{'properties': {'next': {'$ref': '#'}}}"))
                .expect(200);
    }

    @Test
    void answersNullForWhatItWasNotGiven() {
        var body = Bodies.action();
        body.retain("name", "parameters", "endpoint", "invocationTrigger");

        var made = api.post(ACTIONS, body).expect(200).object();

        for (var field :
                List.of("description", "userWaitingText", "userSuccessText", "userErrorText")) {
            assertThat(made.get(field)).as(field).isEqualTo(NullNode.instance);
        }
        var full = api.post(ACTIONS, Bodies.action()).expect(200).object();
        var replaced = api.put(path(full), body).expect(200).object();
        assertThat(replaced.get("userErrorText")).isEqualTo(NullNode.instance);
        assertThat(replaced.get("createdAt")).isEqualTo(full.get("createdAt"));
    }

    @Test // T9
    void takesNobodysWordForWhoseItIs() {
        var body = Bodies.action().put("id", "act.1.x").put("orgId", "org.1.x");
        body.put("createdBy", "usr.1.x").put("createdAt", "2001-01-01T00:00:00");

        var made = api.post(ACTIONS, body).expect(200).object();

        for (var field : List.of("id", "orgId", "createdBy", "createdAt")) {
            assertThat(made.get(field)).as(field).isNotEqualTo(body.get(field));
        }
    }

    @Test
    void isFoundByNameAndTrigger() {
        var made =
                api.post(
                                ACTIONS,
                                Bodies.action()
                                        .put("name", "find me")
                                        .put("invocationTrigger", "webhook.conversation_start"))
                        .expect(200)
                        .object();

        assertThat(api.get(ACTIONS + "?search_by=name&search_value=FIND").expect(200).array())
                .containsExactly(made);
        assertThat(
                        api.get(
                                        ACTIONS
                                                + "?search_by=invocationTrigger"
                                                + "&search_value=webhook.conversation_start")
                                .array())
                .contains(made);
        assertThat(api.get(ACTIONS + "?status=inactive").expect(200).array()).isEmpty();
    }

    @Test // V11
    void isChangedByOneEditorAtATime() {
        var made = api.post(ACTIONS, Bodies.action()).expect(200).object();

        Editors.race(api, path(made), made, "/endpoint", "url");
    }

    @Test // T1
    void isNotThereForOthersNorOnceDeleted() {
        var made = api.post(ACTIONS, Bodies.action()).expect(200).object();
        var foreign = server.foreignApi();
        var before = Rows.of(server);

        foreign.get(path(made)).expect(404);
        foreign.put(path(made), Bodies.action()).expect(404);
        foreign.delete(path(made)).expect(404);
        assertThat(foreign.get(ACTIONS).expect(200).array()).isEmpty();
        assertThat(Rows.of(server)).isEqualTo(before);
        api.delete(path(made)).expect(200);
        api.get(path(made)).expect(404);
        api.put(path(made), Bodies.action()).expect(404);
        api.delete(path(made)).expect(404);
    }

    private static void assertEndpoint(String given, String answered) {
        var made = api.post(ACTIONS, with("endpoint", given)).expect(200).object();

        assertThat(made.get("endpoint")).isEqualTo(json(answered));
        assertThat(api.put(path(made), made).expect(200).object().get("endpoint"))
                .isEqualTo(json(answered));
    }

    private static void refused(JsonNode body, String place) {
        assertThat(api.post(ACTIONS, body).expect(422).body()).contains(place);
    }

    private static ObjectNode headers(String name, String value) {
        var body = Bodies.action();
        ((ObjectNode) body.path("endpoint")).putObject("headers").put(name, value);
        return body;
    }

    private static ObjectNode with(String field, String json) {
        return Bodies.action().set(field, json(json));
    }

    private static JsonNode json(String text) {
        return Api.read(text.replace('\'', '"'));
    }

    /// Everything the database holds of an action.
    private static String stored(JsonNode action) {
        return column(action, "action::text");
    }

    private static JsonNode sealed(JsonNode action) {
        return Api.read(column(action, "sealed_headers"));
    }

    private static String column(JsonNode action, String what) {
        var found = new ArrayList<String>();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, action.path("orgId").asText());
            try (var read = sql.prepareStatement("SELECT " + what + " FROM action WHERE id = ?")) {
                read.setString(1, action.path("id").asText());
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            sql.rollback();
        });
        return found.getFirst();
    }

    private static String path(JsonNode action) {
        return ACTIONS + "/" + action.path("id").asText();
    }
}
