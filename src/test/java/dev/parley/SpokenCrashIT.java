package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.Samples;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.SpokenCaller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that dies with fifty people talking to it (D1).
class SpokenCrashIT {
    private static final int CALLS = 50;
    private static final int HEADER = 58;

    @TempDir private Path data;

    @Test
    void keepsWhatFiftyCallersSaidWhenItIsKilled() throws Exception {
        try (var recogniser = FakeDeepgram.start();
                var voice = FakeSpeechServer.start()) {
            voice.answer((_, exchange) ->
                    FakeSpeechServer.send(exchange, 200, Samples.wav(SpeechLike.say(1, 210))));
            var settings =
                    Map.of(
                            "PARLEY_DATA", data.toString(),
                            "PARLEY_STT_DEEPGRAM_URL", recogniser.url().toString(),
                            "PARLEY_TTS_BASE_URL", voice.url().toString(),
                            "PARLEY_TTS_MODEL", "tts-1",
                            "PARLEY_ESPEAK_NG", "none");
            var conversations = talk(ServerProcess.up(settings), recogniser);

            try (var server = ServerProcess.up(settings)) {
                for (var conversation : conversations) {
                    hasEnded(server, conversation);
                }
            }
        }
    }

    /// Fifty calls, each greeted and answered by a caller, in the middle of which the server dies.
    private static List<String> talk(ServerProcess server, FakeDeepgram recogniser)
            throws Exception {
        var callers = new ArrayList<SpokenCaller>();
        try {
            var agent = Given.agent(server.api());
            for (int i = 0; i < CALLS; i++) {
                recogniser.hears("I am here, as many others are.");
                callers.add(SpokenCaller.of(server.api(), agent));
            }
            var conversations = new ArrayList<String>();
            for (var caller : callers) {
                conversations.add(
                        caller.event("conversation.started").path("conversationId").asText());
            }
            callers.forEach(caller -> caller.next("END_OF_TURN"));
            callers.forEach(caller -> caller.says(SpeechLike.say(2, 120)));
            for (var conversation : conversations) {
                Await.until(
                        Duration.ofSeconds(30),
                        () -> {
                            var kept = server.api().get("/v1/conversations/" + conversation);
                            assertThat(kept.body()).contains("I am here");
                            return kept;
                        });
            }
            return conversations;
        } finally {
            server.kill();
            callers.forEach(SpokenCaller::close);
        }
    }

    private static void hasEnded(ServerProcess server, String conversation) {
        var path = "/v1/conversations/" + conversation;
        var kept =
                Await.until(
                        Duration.ofSeconds(30),
                        () -> {
                            var found = server.api().get(path).expect(200).object();
                            assertThat(found.path("timestampEnd").isTextual()).isTrue();
                            return found;
                        });
        assertThat(kept.path("transcriptText").toString()).contains("Hello!", "I am here");
        assertThat(kept.path("transcriptRecordingUrl").asText()).endsWith(path + "/recording");
        var sound = recording(server.url() + path + "/recording", server.api());
        var header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(HEADER - 4)).isEqualTo(sound.length - HEADER);
        assertThat(sound.length).isGreaterThanOrEqualTo(HEADER + 16_000);
    }

    private static byte[] recording(String url, Api api) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + api.key())
                        .build();
        return Await.until(
                Duration.ofSeconds(30),
                () -> {
                    try (var client = HttpClient.newHttpClient()) {
                        var answer = client.send(request, BodyHandlers.ofByteArray());
                        assertThat(answer.statusCode()).isEqualTo(200);
                        return answer.body();
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
    }
}
