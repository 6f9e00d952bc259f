package dev.parley.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.Samples;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.SpokenCaller;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            caller.hangsUp();
            assertThat(transcript(conversation)).contains("What time do you open?");
            var latency =
                    api.get("/v1/conversations/" + conversation)
                            .object()
                            .at("/conversationStats/latency");
            assertThat(latency.at("/response/count").asInt()).isOne();
            assertThat(latency.at("/end_of_turn/p50").asInt()).isPositive();
            assertThat(figures())
                    .contains("parley_calls_live", "parley_turn_latency_seconds_bucket")
                    .contains("parley_conversations_ended_total{fault=\"caller\"")
                    .contains("parley_jobs_waiting", "parley_journal_waiting")
                    .containsPattern(measured("recogniser"))
                    .containsPattern(measured("voice"))
                    .doesNotContain(conversation, agent);
        }
    }

    @Test
    void fallsSilentWhenTheCallerSpeaks() {
        VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(8, 210)));
        RECOGNISER.hears("Stop it please.");

        try (var caller = SpokenCaller.of(api, Given.agent(api, "A long greeting."))) {
            var conversation = caller.event("conversation.started").path("conversationId").asText();
            caller.next("SERVER_TO_CLIENT_SYNC");
            caller.says(SpeechLike.silence(1));
            caller.says(louder(SpeechLike.say(1.5, 120)));

            caller.event("agent.paused");
            caller.next("ABORT_AUDIO");

            VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(0.5, 210)));
            caller.next("END_OF_TURN");
            assertThat(caller.seconds()).isLessThan(7);
            caller.hangsUp();
            assertThat(transcript(conversation)).contains("Stop it please.");
        } finally {
            VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(0.5, 210)));
        }
    }

    /// The agent's own sound comes back at -20 decibels, as it does from a cheap loudspeaker.
    @Test
    void doesNotHearItself() {
        VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(3, 210)));

        try (var caller = SpokenCaller.of(api, Given.agent(api, "A greeting that echoes."))) {
            caller.echoes(0.1);
            caller.next("END_OF_TURN");

            assertThat(caller.seconds()).isGreaterThan(2.5);
            assertThat(caller.events())
                    .noneMatch(event -> event.contains("voice.began"))
                    .noneMatch(event -> event.contains("agent.paused"));
        } finally {
            VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(0.5, 210)));
        }
    }

    @Test
    void speaksTheContractsOwnFormat() {
        var url =
                Caller.connection(api, Given.agent(api)).path("socketUrl").asText()
                        + "&audio=pcm_f32le_44100";

        try (var caller = Caller.at(url)) {
            var sound = caller.next(frame -> frame.path("payloadType").asText().equals("AUDIO"));

            var bytes = java.util.Base64.getDecoder().decode(sound.path("payload").asText());
            assertThat(bytes).hasSize(128 * 4);
            assertThat(sound.path("user_dialog_id").asText()).startsWith("dia.");
            caller.next("END_OF_TURN");
        }
    }

    /// N1: nobody listens, so the agent says goodbye and ends the call, soon.
    @Test
    void endsSoonWhenTheRecogniserHangs() throws Exception {
        RECOGNISER.is(FakeDeepgram.Mood.SILENT);
        try (var caller = SpokenCaller.of(api, Given.agent(api))) {
            caller.next("END_OF_TURN");
            caller.says(SpeechLike.say(1, 120));

            caller.event("voice.ended");

            assertThat(caller.closed().get(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1011);
        } finally {
            RECOGNISER.is(FakeDeepgram.Mood.WELL);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeDeepgram.Mood.class,
            names = {"REFUSES", "OVERLOADED", "RESETS", "BABBLES"})
    void endsCleanlyWhenTheRecogniserFails(FakeDeepgram.Mood mood) throws Exception {
        RECOGNISER.is(mood);
        RECOGNISER.hears("Nobody hears this.");
        try (var caller = SpokenCaller.of(api, Given.agent(api))) {
            caller.next("SERVER_TO_CLIENT_SYNC");
            caller.says(SpeechLike.silence(1));
            caller.says(SpeechLike.say(1, 120));

            assertThat(caller.closed().get(15, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1011);
        } finally {
            RECOGNISER.is(FakeDeepgram.Mood.WELL);
            RECOGNISER.forgets();
        }
    }

    @Test
    void endsCleanlyWhenNobodyCanSpeak() throws Exception {
        VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 500, new byte[0]));
        try (var caller =
                SpokenCaller.of(api, Given.agent(api, "Two sentences. Cannot be said."))) {
            assertThat(caller.closed().get(15, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1011);
        } finally {
            VOICE.answer((_, exchange) -> FakeSpeechServer.send(exchange, 200, speech(0.5, 210)));
        }
    }

    /// A provider of that kind has answered, and its failures are counted.
    private static String measured(String kind) {
        return "parley_provider_latency_seconds_count\\{kind=\"%s\",provider=\"[^\"]+\"\\} [1-9]"
                .formatted(kind);
    }

    private static String figures() {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/metrics")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String transcript(String conversation) {
        return Await.until(
                Duration.ofSeconds(40),
                () -> {
                    var kept = api.get("/v1/conversations/" + conversation).object();
                    assertThat(kept.path("timestampEnd").isTextual()).isTrue();
                    return kept.path("transcriptText").toString();
                });
    }

    private static byte[] speech(double seconds, double pitch) {
        return Samples.wav(SpeechLike.say(seconds, pitch));
    }

    private static short[] louder(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(samples[i] * 2, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }
}
