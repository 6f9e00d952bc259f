package dev.parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.G711;
import dev.parley.call.sound.Signals;
import dev.parley.platform.json.Json;
import dev.parley.testing.Await;
import dev.parley.testing.Browser;
import dev.parley.testing.FakeProviders;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real browser with a microphone talks to the page of the server, by the server's own ears and
/// voice.
class BrowserVoiceIT {
    private static final Path PROJECT = Path.of("clients", "browser-voice");
    private static final Path FOLDER = Path.of("target", "browser-voice").toAbsolutePath();
    private static final FakeProviders.Delays DELAYS =
            new FakeProviders.Delays(
                    Duration.ofMillis(30), Duration.ofMillis(50), Duration.ofMillis(50));

    @TempDir private Path folder;

    @Test
    void hearsTheAgentAndInterruptsIt() throws Exception {
        var says =
                new FakeProviders.Says(
                        "Please tell me about your dishes.", "We have a lot to tell about them.");
        var voice = Signals.speech(24_000, 3_000);
        try (var providers = FakeProviders.start(DELAYS, says, voice);
                var server = TestServer.start(settings(providers.port()))) {
            Given.agent(server.api());

            var seen = talk(server);

            assertThat(seen.path("problems")).isEmpty();
            assertThat(seen.path("others")).isEmpty();
            assertThat(seen.path("loudest").asDouble()).isGreaterThan(0.2);
            assertThat(seen.path("own").asDouble()).isGreaterThan(0.05);
            assertThat(seen.path("aborts").asInt()).isPositive();
            assertThat(seen.path("states").toString()).contains("speaking", "listening");
            assertThat(seen.path("lines").toString())
                    .contains("said-agent", "said-caller", says.caller(), says.model());
            var kept = seen.path("status").asText().replaceFirst(".*(con\\.\\w+\\.\\w+).*", "$1");
            var transcript = server.api().get("/v1/conversations/" + kept).body();
            assertThat(transcript).contains(says.caller(), says.model());
            var recording = server.url() + "/v1/conversations/" + kept + "/recording";
            assertThat(loudFrames(recording, 0)).as("the caller's side").isGreaterThan(40);
            assertThat(loudFrames(recording, 1)).as("the agent's side").isGreaterThan(40);
        }
    }

    private static Map<String, String> settings(int port) {
        var base = "http://127.0.0.1:" + port + "/v1";
        return Map.of(
                "PARLEY_STT_DEEPGRAM_URL",
                "ws://127.0.0.1:" + port + "/v1/listen",
                "PARLEY_LLM_BASE_URL",
                base,
                "PARLEY_LLM_MODEL",
                "fake",
                "PARLEY_TTS_BASE_URL",
                base,
                "PARLEY_TTS_MODEL",
                "fake",
                "PARLEY_ESPEAK_NG",
                "none");
    }

    /// Frames of 20 milliseconds in which one side of a recording is heard, once it is kept.
    private static long loudFrames(String recording, int side) {
        var request =
                HttpRequest.newBuilder(URI.create(recording))
                        .header("Authorization", "Bearer " + TestServer.KEY)
                        .build();
        var wav =
                Await.until(
                        Duration.ofSeconds(20),
                        () -> {
                            try (var client = HttpClient.newHttpClient()) {
                                var answer = client.send(request, BodyHandlers.ofByteArray());
                                assertThat(answer.statusCode()).isEqualTo(200);
                                return answer.body();
                            } catch (IOException | InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
        return IntStream.range(0, (wav.length - 58) / 640)
                .filter(frame ->
                        IntStream.range(0, 320)
                                        .map(i -> wav[58 + frame * 640 + 2 * i + side])
                                        .map(code -> Math.abs(G711.fromMulaw((byte) code)))
                                        .average()
                                        .orElse(0)
                                > 100)
                .count();
    }

    private JsonNode talk(TestServer server) throws Exception {
        install();
        var settings =
                Map.of(
                        "PARLEY_URL", server.url().toString() + "/talk",
                        "CHROMIUM", Browser.chromium(),
                        "MICROPHONE", Browser.microphone(folder).toString(),
                        "SHOT", FOLDER.resolve("talking.png").toString(),
                        "SECONDS", "14");
        return Json.parse(
                Browser.run(FOLDER, settings, "node", "talk.mjs").getBytes(StandardCharsets.UTF_8));
    }

    private static void install() throws Exception {
        Files.createDirectories(FOLDER);
        for (var file : new String[] {"package.json", "package-lock.json", ".npmrc", "talk.mjs"}) {
            Files.write(FOLDER.resolve(file), Files.readAllBytes(PROJECT.resolve(file)));
        }
        var installed = FOLDER.resolve("installed");
        var lock = Files.readString(FOLDER.resolve("package-lock.json"));
        if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
            Browser.run(FOLDER, Map.of(), "npm", "ci");
            Files.writeString(installed, lock);
        }
    }
}
