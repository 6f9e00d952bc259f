package dev.parley.calls;

import static dev.parley.testing.ScriptedModelServer.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Caller;
import dev.parley.testing.Form;
import dev.parley.testing.Given;
import dev.parley.testing.Peer;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.ScriptedModelServer.Script;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A caller orders from an agent that a language model speaks for, over a real socket, with a real
/// hive and a real endpoint. The built-in brain does the same in `SampleRestaurantIT`.
class OrderByModelIT {
    private static final String SECRET = "the-secret-of-the-kitchen-9d1e";
    private static final String ORDER =
            "{\"items\":[{\"product\":\"Ember wings\",\"quantity\":3}],"
                    + "\"name\":\"Ann Lee\",\"phone\":\"+12125550123\"}";
    private static final String MENU =
            """
            # Menu

            ## Wings
            Ember wings come with a smoky paprika glaze and cost twelve dollars.

            ## Drinks
            The home-made lemonade is made with lemon, mint and ginger.
            """;

    @Test
    void placesExactlyTheOrderTheCallerConfirmed() throws Exception {
        try (var kitchen = Peer.on("127.0.0.2", Peer.answering(200, "{\"ticket\":\"K-7\"}"));
                var model =
                        new ScriptedModelServer(
                                says("Our ember wings come with a smoky paprika glaze."),
                                says("I do not know that."),
                                says("Two ember wings. Anything else?"),
                                says("Three ember wings, then. What is your name?"),
                                says("And your phone number?"),
                                says("Three ember wings for Ann Lee. Is that right?"),
                                asksToOrder(),
                                says("It will be ready soon."));
                var server =
                        TestServer.start(
                                Map.of(
                                        "PARLEY_HIVES_AT_ONCE",
                                        "2",
                                        "PARLEY_ALLOWED_HOSTS",
                                        kitchen.place(),
                                        "PARLEY_LLM_BASE_URL",
                                        model.base().toString(),
                                        "PARLEY_LLM_MODEL",
                                        "tiny"))) {
            var api = server.api();
            var agent = equipped(api, kitchen.url("/orders"));
            var conversation = talk(api, agent);

            assertThat(kitchen.received()).hasSize(1);
            var received = kitchen.received().getFirst();
            assertThat(Api.read(received.text())).isEqualTo(Api.read(ORDER));
            assertThat(received.header("X-Kitchen")).isEqualTo(SECRET);
            var stored = api.get("/v1/conversations/" + conversation).expect(200).object();
            checkTranscript(stored.path("transcriptText"), received.header("idempotency-key"));
            checkRequests(model);
        }
    }

    private static String talk(Api api, String agent) {
        try (var caller =
                Caller.at(
                        Caller.connection(api, agent).path("socketUrl").asText()
                                + "&events=true")) {
            var id = caller.event("conversation.started").path("conversationId").asText();
            caller.hears();
            for (var words :
                    new String[] {
                        "What is special about the ember wings?",
                        "Who is the mayor of Springfield?",
                        "Two ember wings, please.",
                        "Make that three.",
                        "Ann Lee.",
                        "212 555 0123."
                    }) {
                caller.types(words);
                caller.hears();
            }
            caller.types("Yes.");
            assertThat(caller.hears())
                    .isEqualTo("One moment, please. The kitchen has it. It will be ready soon.");
            caller.stops();
            caller.closeCode();
            return id;
        }
    }

    private static void checkTranscript(JsonNode lines, String call) {
        assertThat(lines.findValuesAsText("speaker"))
                .containsSubsequence("USER", "AI - TOOL REQUEST", "TOOL", "AI");
        var grounded = lines.get(2);
        assertThat(grounded.path("sources").path(0).path("title").asText()).isEqualTo("menu.md");
        assertThat(grounded.path("sources").path(0).path("headings").toString()).contains("Menu");
        assertThat(lines.get(4).has("sources")).isFalse();
        for (var line : lines) {
            if (line.path("speaker").asText().contains("TOOL")) {
                assertThat(line.path("message_id").asText()).isEqualTo(call);
            }
        }
    }

    private static void checkRequests(ScriptedModelServer model) throws InterruptedException {
        var first = model.requests.take().body();
        assertThat(first).contains("smoky paprika glaze", "\"place_order\"");
        assertThat(model.requests.take().body()).doesNotContain("smoky paprika glaze and cost");
        for (var request = model.requests.poll();
                request != null;
                request = model.requests.poll()) {
            assertThat(request.body()).doesNotContain(SECRET); // P3
        }
        assertThat(first).doesNotContain(SECRET);
    }

    private static String equipped(Api api, String url) {
        var agent = Given.agent(api);
        var file =
                Form.of("menu.md", MENU.getBytes(UTF_8))
                        .post(api, "/v1/files")
                        .expect(200)
                        .array()
                        .get(0);
        var hive =
                api.post("/v1/hives", Bodies.hive(file.path("id").asText()).put("hiveType", "DOCS"))
                        .expect(200)
                        .object();
        var action = api.post("/v1/actions", action(url)).expect(200).object();
        link(api, "hives", hive, agent);
        link(api, "actions", action, agent);
        Await.until(
                Duration.ofSeconds(60),
                () -> {
                    var now = api.get("/v1/hives/" + hive.path("id").asText()).expect(200).object();
                    assertThat(now.path("status").asText())
                            .as(now.toString())
                            .isEqualTo("completed");
                    return now;
                });
        return agent;
    }

    private static void link(Api api, String kind, ObjectNode thing, String agent) {
        var path =
                "/v1/" + kind + "/" + thing.path("id").asText() + "/ai-agents/" + agent + "/link";
        api.post(path).expect(200);
    }

    private static ObjectNode action(String url) {
        var body = Bodies.action();
        body.put("name", "Place order")
                .put("description", "Places an order with the kitchen")
                .put("invocationTrigger", "user_query")
                .put("userWaitingText", "One moment, please.")
                .put("userSuccessText", "The kitchen has it.");
        body.putObject("endpoint")
                .put("url", url)
                .put("method", "POST")
                .putObject("headers")
                .put("X-Kitchen", SECRET);
        body.putObject("parameters").put("type", "object").putArray("required").add("items");
        return body;
    }

    private static Script asksToOrder() {
        return exchange -> {
            exchange.begin();
            exchange.data(
                    """
                    {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":\
                    {"name":"place_order","arguments":"%s"}}]},"finish_reason":"tool_calls"}]}\
                    """
                            .formatted(ORDER.replace("\"", "\\\"")));
            exchange.end();
        };
    }
}
