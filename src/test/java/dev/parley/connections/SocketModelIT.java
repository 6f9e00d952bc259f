package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.providers.LanguageModelConfig;
import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Conversations a language model leads.
class SocketModelIT {
    private static final SocketConfig HASTY =
            new SocketConfig(Set.of(), Duration.ofSeconds(20), Duration.ofSeconds(1));

    @Test
    void streamsTheAnswerOfTheModel() throws Exception {
        try (var model =
                        new ScriptedModelServer(
                                ScriptedModelServer.says(
                                        "We open ", "at nine. ", "See you then!"));
                var server = TestServer.start(config(model.base()), HASTY);
                var caller = caller(server.api())) {
            caller.hears();
            caller.types("When do you open?");
            assertThat(caller.next("SERVER_TO_CLIENT_SYNC").path("payload").asText())
                    .isEqualTo("We open at nine.");
            assertThat(caller.hears()).isEqualTo("See you then!");
            assertThat(model.requests.take().body()).contains("When do you open?");
        }
    }

    @Test
    void stopsTheModelWhenTheCallerTypesOn() throws Exception {
        try (var model =
                        new ScriptedModelServer(
                                ScriptedModelServer.saysAndHangs(
                                        "Once upon a time there was a king. ", "He had"),
                                ScriptedModelServer.says("All right, no story."));
                var server = TestServer.start(config(model.base()), HASTY);
                var caller = caller(server.api())) {
            var id = caller.event("conversation.started").path("conversationId").asText();
            caller.hears();
            caller.types("Tell me a story.");
            var first = caller.next("SERVER_TO_CLIENT_SYNC");
            caller.types("Stop!");

            var abort = caller.next("ABORT_AUDIO");
            assertThat(abort.path("user_dialog_id")).isEqualTo(first.path("user_dialog_id"));
            var upstream = model.exchanges.take();
            assertThat(upstream.gone().await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(caller.hears()).isEqualTo("All right, no story.");
            caller.stops();
            assertThat(caller.closeCode()).isEqualTo(1000);
            var stored = server.api().get("/v1/conversations/" + id).expect(200).object();
            assertThat(stored.path("transcriptText").findValuesAsText("message"))
                    .containsExactly(
                            "Hello!",
                            "Tell me a story.",
                            "Once upon a time there was a king.",
                            "Stop!",
                            "All right, no story.");
        }
    }

    @Test
    void answersByItselfWhenTheModelIsDead() {
        try (var server = TestServer.start(config(URI.create("http://127.0.0.1:9/v1/")), HASTY);
                var caller = caller(server.api())) {
            caller.hears();
            caller.types("When do you open?");
            assertThat(caller.hears()).isNotBlank();
            assertThat(caller.isClosed()).isFalse();
        }
    }

    private static Caller caller(Api api) {
        var connection = Caller.connection(api, Given.agent(api));
        return Caller.at(connection.path("socketUrl").asText() + "&events=true");
    }

    private static LanguageModelConfig config(URI base) {
        return new LanguageModelConfig(base, "", "scripted");
    }
}
