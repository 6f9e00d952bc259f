package dev.parley.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.Samples;
import dev.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The voices there are, each of which can be heard.
class VoiceModelsIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir Path folder;
    private FakeSpeechServer speech;

    @BeforeEach
    void start() {
        speech = FakeSpeechServer.start();
    }

    @AfterEach
    void stop() {
        speech.close();
    }

    @Test
    void offersTheBuiltInVoiceWhereNothingElseIs() throws Exception {
        try (var server = server(Map.of("PARLEY_ESPEAK_NG", "none"))) {
            var models = server.api().get("/v1/voice-models").expect(200).array();

            assertThat(models).hasSize(1);
            assertThat(models.get(0).at("/voice/modelId").asText()).isEqualTo("built-in");
            assertPlays(models.get(0));
        }
    }

    @Test
    void offersVoicesThatPlayInEveryLanguage() throws Exception {
        try (var server = server(Map.of("PARLEY_ESPEAK_NG", program().toString()))) {
            var models = server.api().get("/v1/voice-models").expect(200).array();

            assertThat(models).hasSizeGreaterThan(6);
            for (var model : models) {
                assertPlays(model);
            }
            assertThat(models.findValuesAsText("language")).contains("English", "Spanish", "Hindi");
            assertThat(models.findValuesAsText("accent")).contains("American", "British");
        }
    }

    @Test
    void offersTheVoicesOfAnEndpoint() throws Exception {
        try (var server =
                server(endpoint("nova:Female,a+b:Male:Hindi,fable:Neutral:English:British"))) {
            var models = server.api().get("/v1/voice-models").expect(200).array();

            assertThat(models).hasSize(4);
            var nova = models.get(1);
            assertThat(nova.path("name").asText()).isEqualTo("nova");
            assertThat(nova.at("/voice/modelId").asText()).isEqualTo("speech.nova");
            assertThat(nova.at("/voice/gender").asText()).isEqualTo("Female");
            assertThat(models.get(2).at("/voice/modelId").asText()).isEqualTo("speech.a_b");
            assertThat(models.get(2).at("/voice/languageAccent").toString())
                    .isEqualTo("{\"language\":\"Hindi\",\"accent\":\"Hindi\"}");
            assertThat(models.get(3).at("/voice/languageAccent/accent").asText())
                    .isEqualTo("British");
            assertPlays(nova);
        }
    }

    @Test
    void takesAVoiceForAnAgent() {
        try (var server = server(endpoint("nova:Female"))) {
            var voice =
                    server.api().get("/v1/voice-models").expect(200).array().get(1).path("voice");

            var agent =
                    server.api()
                            .post("/v1/ai-agents", Given.agentBody().set("voice", voice))
                            .expect(200);

            assertThat(agent.object().path("voice")).isEqualTo(voice);
        }
    }

    @Test
    void speaksOnceHoweverManyListen() throws Exception {
        try (var server = server(endpoint("nova:Female"))) {
            var url = preview(server, "speech.nova");
            var listeners = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 10; i++) {
                listeners.add(() -> fetch(url).body());
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var heard : threads.invokeAll(listeners)) {
                    assertThat(heard.get()).hasSize(44 + 24_000);
                }
            }

            assertThat(speech.asked()).hasSize(1);
            assertThat(speech.asked().getFirst().body().path("input").asText()).isNotBlank();
        }
        // the next start finds what was kept
        try (var server = server(endpoint("nova:Female"))) {
            assertThat(fetch(preview(server, "speech.nova")).statusCode()).isEqualTo(200);
            assertThat(speech.asked()).hasSize(1);
        }
    }

    @Test
    void speaksAnewWhenTheModelIsAnother() throws Exception {
        try (var server = server(endpoint("nova:Female"))) {
            fetch(preview(server, "speech.nova"));
        }
        var other = new java.util.HashMap<>(endpoint("nova:Female"));
        other.put("PARLEY_TTS_MODEL", "another");
        try (var server = server(other)) {
            fetch(preview(server, "speech.nova"));
        }

        assertThat(speech.asked()).hasSize(2);
    }

    @Test
    void keepsNothingWhenTheProviderFails() throws Exception {
        try (var server = server(endpoint("nova:Female"))) {
            var url = preview(server, "speech.nova");
            speech.answer((_, exchange) -> FakeSpeechServer.send(exchange, 500, new byte[0]));
            var failed = fetch(url);
            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.headers().firstValue("retry-after")).isPresent();
            assertThat(new String(failed.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("127.0.0.1");

            speech.answer(
                    (_, exchange) -> FakeSpeechServer.send(exchange, 200, Samples.wav(1_000)));
            assertThat(fetch(url).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersRangesOfARecording() throws Exception {
        try (var server = server(endpoint("nova:Female"))) {
            var url = preview(server, "speech.nova");
            var whole = fetch(url);
            var part = fetch(url, "Range", "bytes=10-19");

            assertThat(whole.headers().firstValue("content-type")).contains("audio/wav");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
            assertThat(fetch(url, "Range", "bytes=999999-").statusCode()).isEqualTo(416);
        }
    }

    @Test
    void knowsNoOtherVoices() throws Exception {
        try (var server = server(Map.of("PARLEY_ESPEAK_NG", "none"))) {
            for (var id : List.of("speech.nova", "nothing", "built-in.x", "..")) {
                assertThat(fetch(server.url() + "/v1/voice-models/" + id + "/preview").statusCode())
                        .as(id)
                        .isEqualTo(404);
            }
        }
    }

    private static void assertPlays(JsonNode model) throws Exception {
        var response = fetch(model.path("previewUrl").asText());
        assertThat(response.statusCode()).as(model.toString()).isEqualTo(200);
        try (var audio =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(audio.getFrameLength()).isPositive();
            assertThat(audio.readAllBytes()).hasSize((int) audio.getFrameLength() * 2);
        }
    }

    /// The program itself where it is installed, else a script that makes some sound.
    private Path program() throws IOException {
        var installed = Path.of("/usr/bin/espeak-ng");
        if (Files.isExecutable(installed)) {
            return installed;
        }
        var wav = Files.write(folder.resolve("some.wav"), Samples.wav(2_000));
        var script = Files.writeString(folder.resolve("speak"), "#!/bin/sh\ncat " + wav + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private Map<String, String> endpoint(String voices) {
        return Map.of(
                "PARLEY_ESPEAK_NG",
                "none",
                "PARLEY_TTS_BASE_URL",
                speech.url().toString(),
                "PARLEY_TTS_MODEL",
                "tts-1",
                "PARLEY_TTS_VOICES",
                voices);
    }

    private static TestServer server(Map<String, String> settings) {
        return TestServer.start(settings);
    }

    private static String preview(TestServer server, String id) {
        return server.url() + "/v1/voice-models/" + id + "/preview";
    }

    private static HttpResponse<byte[]> fetch(String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
