package dev.parley.providers.embeddings;

import static dev.parley.testing.ScriptedModelServer.body;
import static dev.parley.testing.ScriptedModelServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.ScriptedModelServer.Script;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OpenAiEmbeddingsTest {
    @Test
    void asksForAllTextsAtOnceAndPutsTheAnswersInOrder() throws Exception {
        var answer =
                """
                {"data": [{"index": 1, "embedding": [0, 5]}, {"index": 0, "embedding": [3, 4]}]}
                """;
        try (var server = new ScriptedModelServer(body(answer));
                var model = model(server)) {
            var vectors = model.embed(List.of("soup", "fish"));

            assertThat(vectors.get(0)).containsExactly(0.6f, 0.8f);
            assertThat(vectors.get(1)).containsExactly(0, 1);
            assertThat(model.dimensions()).isEqualTo(2);
            var request = server.requests.take();
            assertThat(request.head())
                    .startsWith("POST /v1/embeddings")
                    .contains("Authorization: Bearer secret");
            assertThat(request.body()).contains("\"input\":[\"soup\",\"fish\"]", "\"small\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"data\": [{\"index\": 0, \"embedding\": []}]}",
                "{\"data\": [{\"index\": 7, \"embedding\": [1]}]}"
            })
    void refusesWhatAreNoVectors(String answer) throws Exception {
        fails(body(answer), Reason.GARBAGE);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        fails(status(401), Reason.REFUSED);
        fails(status(429), Reason.OVERLOADED);
        fails(status(503), Reason.OVERLOADED);
    }

    private static void fails(Script script, Reason reason) throws Exception {
        try (var server = new ScriptedModelServer(script);
                var model = model(server)) {
            assertThatThrownBy(() -> model.embed(List.of("soup")))
                    .isInstanceOfSatisfying(
                            ProviderFailure.class,
                            failure -> {
                                assertThat(failure.reason()).isEqualTo(reason);
                                assertThat(failure).hasMessageNotContaining("secret");
                            });
        }
    }

    private static OpenAiEmbeddings model(ScriptedModelServer server) throws IOException {
        return new OpenAiEmbeddings(new EmbeddingsConfig(server.base(), "secret", "small"));
    }
}
