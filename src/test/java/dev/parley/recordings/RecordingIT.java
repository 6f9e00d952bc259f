package dev.parley.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.G711;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.SpokenCaller;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingIT {
    private static final FakeDeepgram RECOGNISER = FakeDeepgram.start();
    private static final FakeSpeechServer VOICE = FakeSpeechServer.start();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir private static Path data;
    private static Map<String, String> settings;
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        settings =
                Map.of(
                        "PARLEY_DATA", data.toString(),
                        "PARLEY_STT_DEEPGRAM_URL", RECOGNISER.url().toString(),
                        "PARLEY_TTS_BASE_URL", VOICE.url().toString(),
                        "PARLEY_TTS_MODEL", "tts-1",
                        "PARLEY_ESPEAK_NG", "none");
        server = TestServer.start(settings);
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
        RECOGNISER.close();
        VOICE.close();
    }

    @Test
    void keepsBothSidesOfACall() {
        var conversation = call(server.api(), 2.0);

        var kept = whole(conversation);

        var sound = kept.body();
        assertThat(kept.headers().firstValue("content-type")).contains("audio/wav");
        assertThat(new String(sound, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        var header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(4)).isEqualTo(sound.length - 8);
        assertThat(loudSeconds(sound, 0)).as("the caller").isBetween(1.5, 2.6);
        assertThat(loudSeconds(sound, 1)).as("the agent").isGreaterThan(0.3);
        assertThat(
                        api.get("/v1/conversations/" + conversation)
                                .object()
                                .path("transcriptRecordingUrl")
                                .asText())
                .isEqualTo(server.url() + "/v1/conversations/" + conversation + "/recording");
    }

    @Test
    void givesPartsOfIt() {
        var conversation = call(server.api(), 1.0);
        var whole = whole(conversation).body();

        var part = get(conversation, "bytes=0-3");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(4);
        assertThat(part.headers().firstValue("content-range"))
                .contains("bytes 0-3/" + whole.length);
        assertThat(get(conversation, "bytes=" + whole.length + "-").statusCode()).isEqualTo(416);
    }

    @Test
    void e6GoesWithItsConversation() {
        var conversation = call(server.api(), 1.0);
        whole(conversation);

        api.delete("/v1/conversations/" + conversation).expect(200);

        Await.until(
                Duration.ofSeconds(90),
                () -> {
                    assertThat(get(conversation, null).statusCode()).isEqualTo(404);
                    return conversation;
                });
    }

    @Test
    void e7WritesNothingBeforeTheCallerAgrees(@TempDir Path folder) {
        var asking = new java.util.HashMap<>(settings);
        asking.put("PARLEY_DATA", folder.toString());
        asking.put("PARLEY_RECORDING", "ask");
        try (var polite = TestServer.start(asking)) {
            RECOGNISER.hears("No, please do not record this.");
            var refused = call(polite.api(), 2.0);

            assertThat(polite.api().get("/v1/conversations/" + refused + "/recording").status())
                    .isEqualTo(404);
            assertThat(folder.resolve("recordings"))
                    .satisfiesAnyOf(
                            it -> assertThat(it).doesNotExist(),
                            it -> assertThat(it).isEmptyDirectory());
        }
    }

    @Test
    void d1KeepsWhatACrashHasLeft(@TempDir Path folder) throws IOException {
        var conversation = Given.conversation(api, Given.agent(api));
        var org = api.get("/v1/conversations/" + conversation).object().path("orgId").asText();
        var spool = Files.createDirectories(folder.resolve("recordings"));
        var file = new WavFile(spool.resolve(org + "~" + conversation + ".wav"));
        file.add(new byte[3_200]);
        file.add(new byte[] {1});

        var after = new java.util.HashMap<>(settings);
        after.put("PARLEY_DATA", folder.toString());
        after.put("PARLEY_DATABASE_URL", server.database().replaceFirst("^jdbc:", ""));
        try (var restarted = TestServer.start(after)) {
            var path = "/v1/conversations/" + conversation + "/recording";
            Await.until(Duration.ofSeconds(10), () -> restarted.api().get(path).expect(200));
        }

        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void d1PutsSizesRightThatNobodyHasClosed(@TempDir Path folder) throws IOException {
        var path = folder.resolve("left.wav");
        var file = new WavFile(path);
        file.add(new byte[3_200]);
        file.add(new byte[] {1});

        WavFile.repair(path);

        var bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(WavFile.HEADER + 3_200);
        assertThat(bytes.getInt(WavFile.HEADER - 4)).isEqualTo(3_200);
    }

    /// A call in which the caller speaks so long and then hangs up.
    private static String call(Api api, double seconds) {
        try (var caller = SpokenCaller.of(api, Given.agent(api))) {
            var id = caller.event("conversation.started").path("conversationId").asText();
            caller.next("END_OF_TURN");
            caller.says(SpeechLike.say(seconds, 130));
            caller.event("voice.ended");
            caller.hangsUp();
            Await.until(
                    Duration.ofSeconds(30),
                    () -> {
                        var kept = api.get("/v1/conversations/" + id).object();
                        assertThat(kept.path("timestampEnd").isTextual()).isTrue();
                        return kept;
                    });
            return id;
        }
    }

    /// The recording, as soon as it is kept.
    private static HttpResponse<byte[]> whole(String conversation) {
        return Await.until(
                Duration.ofSeconds(10),
                () -> {
                    var answer = get(conversation, null);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    return answer;
                });
    }

    private static HttpResponse<byte[]> get(String conversation, @Nullable String range) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.url()
                                                + "/v1/conversations/"
                                                + conversation
                                                + "/recording"))
                        .header("Authorization", "Bearer " + TestServer.KEY);
        if (range != null) {
            request.header("Range", range);
        }
        return Await.until(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static double loudSeconds(byte[] sound, int side) {
        int loud = 0;
        for (int at = WavFile.HEADER + side; at + 640 <= sound.length; at += 640) {
            long sum = 0;
            for (int i = 0; i < 320; i++) {
                sum += Math.abs(G711.fromMulaw(sound[at + 2 * i]));
            }
            loud += sum / 320 > 100 ? 1 : 0;
        }
        return loud * 0.02;
    }
}
