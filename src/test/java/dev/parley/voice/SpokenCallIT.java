package dev.parley.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.SpokenCaller;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Calls that are spoken, from the browser's socket to a recogniser and a voice and back.
class SpokenCallIT {
    private static final FakeDeepgram RECOGNISER = FakeDeepgram.start();
    private static final FakeSpeechServer VOICE = FakeSpeechServer.start();
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "PARLEY_STT_DEEPGRAM_URL",
                                RECOGNISER.url().toString(),
                                "PARLEY_TTS_BASE_URL",
                                VOICE.url().toString(),
                                "PARLEY_TTS_MODEL",
                                "tts-1",
                                "PARLEY_ESPEAK_NG",
                                "none"));
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
        RECOGNISER.close();
        VOICE.close();
    }

    @Test
    void answersWhatTheCallerSays() {
        RECOGNISER.hears("What time do you open?");
        var agent = Given.agent(api);

        try (var caller = SpokenCaller.of(api, agent)) {
            var conversation = caller.event("conversation.started").path("conversationId").asText();
            caller.next("END_OF_TURN");
            assertThat(caller.seconds()).isPositive();

            caller.says(SpeechLike.say(1.5, 120));

            assertThat(caller.event("words.heard").path("final").asBoolean()).isFalse();
            caller.next("END_OF_TURN");
            caller.close();
            Await.until(
                    Duration.ofSeconds(40),
                    () -> {
                        var kept = api.get("/v1/conversations/" + conversation).object();
                        assertThat(kept.path("transcriptText").toString())
                                .contains("What time do you open?");
                        return kept;
                    });
        }
    }
}
