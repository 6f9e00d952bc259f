package dev.parley.actions.calling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Peer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Actions that are really carried out, against an endpoint the operator allows.
class ActionRunsIT {
    private static final AtomicReference<Peer.Script> SCRIPT = new AtomicReference<>();
    private static Peer endpoint;
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        endpoint = Peer.on("127.0.0.2", (request, out) -> SCRIPT.get().answer(request, out));
        server = TestServer.start(Map.of("PARLEY_ALLOWED_HOSTS", endpoint.place()));
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
        endpoint.close();
    }

    @BeforeEach
    void forget() {
        endpoint.received().clear();
    }

    @Test
    void sendsTheArgumentsAndShowsWhatCameBack() {
        SCRIPT.set(
                Peer.answering(
                        201, "{\"delivery\":\"Tuesday\"}", "Content-Type: application/json"));
        var action = action(endpoint.url("/deliveries"));

        var result = test(action, "{\"arguments\":{\"order_id\":\"A-1\"}}");

        assertThat(result.path("succeeded").asBoolean()).isTrue();
        assertThat(result.path("text").asText()).isEqualTo("{\"delivery\":\"Tuesday\"}");
        assertThat(result.path("durationMs").asLong()).isBetween(0L, 10_000L);
        assertThat(result.path("answer").path("status").asInt()).isEqualTo(201);
        var sent = endpoint.received().getFirst();
        assertThat(sent.line()).isEqualTo("POST /deliveries HTTP/1.1");
        assertThat(Api.read(sent.text()).path("order_id").asText()).isEqualTo("A-1");
        assertThat(sent.header("X-Shop")).isEqualTo("the-value-of-a-header");
        assertThat(result.toString()).doesNotContain("the-value-of-a-header"); // E3
    }

    @Test
    void sendsNothingWhenTheArgumentsDoNotFit() {
        var result = test(action(endpoint.url("/deliveries")), "{\"arguments\":{\"order_id\":7}}");

        assertThat(result.path("succeeded").asBoolean()).isFalse();
        assertThat(result.path("request").isNull()).isTrue();
        assertThat(result.path("text").asText()).contains("arguments do not fit", "order_id");
        assertThat(endpoint.received()).isEmpty();
    }

    @Test // N7, S4
    void sendsOnceWhateverTheAnswerIs() {
        var action = action(endpoint.url("/deliveries"));
        for (int status : new int[] {302, 307, 400, 404, 500, 503}) {
            endpoint.received().clear();
            SCRIPT.set(Peer.answering(status, "no", "Location: " + endpoint.url("/elsewhere")));

            var result = test(action, "{\"arguments\":{\"order_id\":\"A-1\"}}");

            assertThat(result.path("succeeded").asBoolean()).isFalse();
            assertThat(result.path("text").asText())
                    .isEqualTo("Failed with status " + status + ". The answer was: no");
            assertThat(endpoint.received()).hasSize(1);
        }
    }

    @Test // N7
    void leavesABrokenEndpointAloneForAWhile() throws IOException {
        Peer.Script hangingUp =
                (_, _) -> {
                    throw new IOException("hangs up without a word");
                };
        try (var broken = Peer.on("127.0.0.2", hangingUp);
                var strict = TestServer.start(Map.of("PARLEY_ALLOWED_HOSTS", broken.place()))) {
            var itsApi = strict.api();
            var action = action(itsApi, broken.url("/"));
            for (int i = 0; i < 5; i++) {
                assertThat(
                                test(itsApi, action, "{\"arguments\":{\"order_id\":\"A\"}}")
                                        .path("text"))
                        .hasToString("\"Failed: the service did not answer.\"");
            }
            int before = broken.accepts();

            var result = test(itsApi, action, "{\"arguments\":{\"order_id\":\"A\"}}");

            assertThat(result.path("text").asText()).contains("does not answer just now");
            assertThat(broken.accepts()).isEqualTo(before);
        }
    }

    @Test // S8
    void showsTheModelTheFirstSixteenKibibytes() {
        SCRIPT.set(Peer.answering(200, "x".repeat(100_000), "Content-Type: text/plain"));

        var result =
                test(action(endpoint.url("/deliveries")), "{\"arguments\":{\"order_id\":\"A-1\"}}");

        assertThat(result.path("text").asText()).hasSize(16 * 1_024);
    }

    @Test // P6
    void runsNoHandlerOfTheServer() {
        var body = Bodies.action();
        body.putObject("endpoint").put("module", "java.lang.Runtime").put("function", "exec");
        var made = api.post("/v1/actions", body).expect(200).object();

        var result = test(made, "{\"arguments\":{\"order_id\":\"A-1\"}}");

        assertThat(result.path("text").asText()).contains("cannot run actions of this kind");
    }

    private static ObjectNode action(String url) {
        return action(api, url);
    }

    private static ObjectNode action(Api by, String url) {
        var body = Bodies.action();
        body.putObject("parameters")
                .put("type", "object")
                .putObject("properties")
                .putObject("order_id")
                .put("type", "string");
        var to = body.putObject("endpoint").put("url", url).put("method", "POST");
        to.putObject("headers").put("X-Shop", "the-value-of-a-header");
        return by.post("/v1/actions", body).expect(200).object();
    }

    private static ObjectNode test(ObjectNode action, String body) {
        return test(api, action, body);
    }

    private static ObjectNode test(Api by, ObjectNode action, String body) {
        var path = "/v1/actions/" + action.path("id").asText() + "/test";
        return by.send("POST", path, body).expect(200).object();
    }
}
