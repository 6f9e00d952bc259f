package dev.parley.actions.calling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.actions.Endpoint;
import dev.parley.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionRequestTest {
    private static final String URL = "https://example.com/orders?shop=7#top";

    @Test
    void mergesTheArgumentsOverTheTemplate() throws Exception {
        var template =
                read("{\"shop\":7,\"order\":{\"via\":\"phone\",\"dish\":\"none\"},\"list\":[1]}");
        var arguments = read("{\"order\":{\"dish\":\"wings\"},\"list\":[2,3]}");

        var request = request("POST", template, arguments);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("https://example.com/orders?shop=7");
        assertThat(request.body())
                .isEqualTo(
                        read(
                                "{\"shop\":7,\"order\":{\"via\":\"phone\",\"dish\":\"wings\"},\"list\":[2,3]}"));
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("idempotency-key", "dia.1")
                .containsEntry("X-Key", "secret");
        assertThat(template.path("order").path("dish").asText()).isEqualTo("none");
    }

    @Test
    void putsTheArgumentsOfAGetIntoItsQuery() throws Exception {
        var arguments =
                read(
                        "{\"name\":\"Ann & Bob?\",\"tags\":[\"a b\",\"ü\"],\"none\":null,\"in\":{\"x\":1}}");

        var request = request("GET", read("{\"page\":1}"), arguments);

        assertThat(request.url())
                .isEqualTo(
                        "https://example.com/orders?shop=7&page=1&name=Ann%20%26%20Bob%3F"
                                + "&tags=a%20b&tags=%C3%BC&in=%7B%22x%22%3A1%7D");
        assertThat(request.body()).isNull();
        assertThat(request.headers()).doesNotContainKey("content-type");
    }

    @Test // P2, S7
    void letsNoArgumentChangeWhereTheRequestGoesOrWhatItsHeadersSay() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var plain = request("GET", null, Json.object());
        for (int i = 0; i < 5_000; i++) {
            var arguments = Json.object();
            for (int n = random.nextInt(4); n >= 0; n--) {
                arguments.put(hostile(random), hostile(random));
            }
            var get = request("GET", null, arguments);
            var post = request("POST", null, arguments);

            assertThat(get.url()).as("seed %d", seed).startsWith(plain.url() + "&");
            assertThat(get.url()).matches("[\\x21-\\x7e]+").doesNotContain("#", " ");
            assertThat(get.headers()).isEqualTo(plain.headers());
            assertThat(post.url()).isEqualTo("https://example.com/orders?shop=7");
            assertThat(post.headers().keySet())
                    .containsExactlyInAnyOrder(
                            "accept", "user-agent", "content-type", "idempotency-key", "X-Key");
        }
    }

    private static String hostile(Random random) {
        var pieces =
                new String[] {
                    "http://127.0.0.1/",
                    "\r\nHost: evil",
                    "#",
                    "?",
                    "&a=b",
                    "@evil.example",
                    "/../",
                    "\0",
                    "%0d%0a",
                    "ü",
                    "\uD83D\uDE00",
                    "Authorization",
                    "url",
                    "headers",
                    "${x}",
                    "{}"
                };
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static ActionRequest request(
            String method, @Nullable ObjectNode template, ObjectNode arguments) {
        var endpoint = new Endpoint.Http(URL, method, Map.of("X-Key", "masked"), template);
        return ActionRequest.of(endpoint, Map.of("X-Key", "secret"), arguments, "dia.1");
    }

    private static ObjectNode read(String json) throws Exception {
        return (ObjectNode) Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
