package dev.parley.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Form;
import dev.parley.testing.Rows;
import dev.parley.testing.Samples;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files go in, come out by their signed address, and go.
class FilesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersARecordPerFileInOrder() {
        var form =
                Form.of("menu.pdf", Samples.pdf()).file("files", "face.png", Samples.image("png"));

        var answer = form.post(api, "/v1/files?validator=menu").expect(200).array();

        assertThat(answer).hasSize(2);
        var menu = answer.get(0);
        assertThat(menu.path("fileName").asText()).isEqualTo("menu.pdf");
        assertThat(menu.path("id").asText()).matches("fil\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(menu.path("orgId").asText()).startsWith("org.");
        assertThat(menu.path("createdBy").asText()).startsWith("usr.");
        assertThat(menu.path("fileUrl").asText())
                .startsWith(server.url() + "/v1/files/" + menu.path("id").asText() + "/content?");
        assertThat(answer.get(1).path("fileName").asText()).isEqualTo("face.png");
    }

    @Test
    void givesBackEveryKindAsItCame() throws Exception {
        for (var sample : Samples.all().entrySet()) {
            var url = url(upload(sample.getKey(), sample.getValue()));

            var response = fetch(url);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).as(sample.getKey()).isEqualTo(sample.getValue());
        }
    }

    @Test
    void takesOnlySoundAsAudioFiles() {
        var wav = Form.of("hello.wav", Samples.wav(100)).post(api, "/v1/audio-files").expect(200);
        assertThat(wav.array().get(0).path("fileName").asText()).isEqualTo("hello.wav");

        Form.of("menu.pdf", Samples.pdf()).post(api, "/v1/audio-files").expect(415);
    }

    // X3
    @Test
    void letsABrowserShowNothingThatCanHoldAScript() throws Exception {
        for (var sample : Samples.all().entrySet()) {
            var headers = fetch(url(upload(sample.getKey(), sample.getValue()))).headers();
            var disposition = headers.firstValue("content-disposition").orElseThrow();
            var type = headers.firstValue("content-type").orElseThrow();

            boolean isPlain =
                    type.startsWith("audio/")
                            || List.of("image/png", "image/jpeg", "image/gif", "image/webp")
                                    .contains(type);
            assertThat(disposition).startsWith(isPlain ? "inline;" : "attachment;");
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("content-security-policy").orElseThrow())
                    .contains("sandbox")
                    .contains("default-src 'none'");
            assertThat(headers.firstValue("cache-control").orElseThrow()).startsWith("private");
        }
    }

    // F4
    @Test
    void refusesWhatIsNotWhatItSays() {
        int before = Rows.count(server, org(), "file");

        Form.of("page.pdf", Samples.html()).post(api, "/v1/files").expect(422);
        Form.of("menu.exe", Samples.pdf()).post(api, "/v1/files").expect(415);
        Form.of("menu", Samples.pdf()).post(api, "/v1/files").expect(415);
        var empty = Form.of("menu.pdf", new byte[0]).post(api, "/v1/files").expect(422).object();
        assertThat(empty.at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"files\",0]");

        assertThat(Rows.count(server, org(), "file")).isEqualTo(before);
    }

    @Test
    void keepsAllFilesOfARequestOrNone() throws IOException {
        var before = stored();

        var answer =
                Form.of("menu.pdf", Samples.pdf())
                        .file("files", "broken.png", "no picture".getBytes(UTF_8))
                        .post(api, "/v1/files")
                        .expect(422)
                        .object();

        assertThat(answer.at("/detail/0/loc/2").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void wantsFilesAndTheFormOfFiles() {
        new Form().file("other", "menu.pdf", Samples.pdf()).post(api, "/v1/files").expect(422);
        new Form().post(api, "/v1/files").expect(422);
        // V5: a name of a path in JSON opens nothing
        api.post("/v1/files", "{\"files\": [{\"filepath\": \"/etc/passwd\"}]}").expect(415);
    }

    @Test
    void takesAtMostTwentyFiles() {
        var twenty = new Form();
        for (int i = 0; i < 20; i++) {
            twenty.file("files", i + ".txt", "x".getBytes(UTF_8));
        }
        assertThat(twenty.post(api, "/v1/files").expect(200).array()).hasSize(20);

        twenty.file("files", "20.txt", "x".getBytes(UTF_8)).post(api, "/v1/files").expect(422);
    }

    // F8
    @Test
    void keepsNamesAsDataAndNeverAsPaths() throws Exception {
        var before = outside();
        for (var name :
                List.of(
                        "../../../etc/passwd.txt",
                        "..%2F..%2Fx.txt",
                        "..\\..\\x.txt",
                        "CON.txt",
                        "nul\u0001byte.txt",
                        "a\u202Etxt.exe.txt",
                        "caf\u00e9 \u4f60\u597d \uD83C\uDF55.txt",
                        "n".repeat(4_096) + ".txt",
                        "semi;colon\\\"quote.txt")) {
            var file = upload(name, "text".getBytes(UTF_8));
            var kept = file.path("fileName").asText();
            var response = fetch(url(file));

            assertThat(response.statusCode()).as(name).isEqualTo(200);
            assertThat(kept).endsWith(".txt").hasSizeLessThanOrEqualTo(255);
            assertThat(kept.chars()).noneMatch(Character::isISOControl);
            assertThat(response.headers().firstValue("content-disposition").orElseThrow())
                    .matches(
                            "attachment; filename=\"[A-Za-z0-9._ -]+\";"
                                    + " filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
        }

        assertThat(outside()).isEqualTo(before);
    }

    @Test
    void keepsANameAsItWas() {
        var name = "../caf\u00e9 \u4f60\u597d.txt";

        assertThat(upload(name, "text".getBytes(UTF_8)).path("fileName").asText()).isEqualTo(name);
    }

    @Test
    void answersRanges() throws Exception {
        var bytes = Samples.wav(10_000);
        var url = url(upload("hello.wav", bytes));
        int size = bytes.length;

        var first = fetch(url, "Range", "bytes=0-99");
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.body()).isEqualTo(java.util.Arrays.copyOf(bytes, 100));
        assertThat(first.headers().firstValue("content-range")).contains("bytes 0-99/" + size);
        assertThat(first.headers().firstValue("accept-ranges")).contains("bytes");

        var last = fetch(url, "Range", "bytes=-7");
        assertThat(last.body()).isEqualTo(java.util.Arrays.copyOfRange(bytes, size - 7, size));
        var rest = fetch(url, "Range", "bytes=10000-");
        assertThat(rest.body()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 10_000, size));

        var beyond = fetch(url, "Range", "bytes=" + size + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("content-range")).contains("bytes */" + size);
    }

    @Test
    void answersARangeOnlyOfTheSameFile() throws Exception {
        var url = url(upload("hello.wav", Samples.wav(1_000)));
        var etag = fetch(url).headers().firstValue("etag").orElseThrow();

        assertThat(fetch(url, "Range", "bytes=0-9", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(fetch(url, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(fetch(url, "Range", "bytes=0-9", "If-Range", "W/" + etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void deletesFilesAndTheirBytes() throws Exception {
        var one = upload("one.txt", "1".getBytes(UTF_8));
        var two = upload("two.txt", "2".getBytes(UTF_8));
        var three = upload("three.txt", "3".getBytes(UTF_8));

        var deleted =
                api.delete(
                                "/v1/files?file_ids="
                                        + id(one)
                                        + ","
                                        + id(two)
                                        + "&file_ids="
                                        + id(three))
                        .expect(200);

        assertThat(deleted.body()).isEqualTo("true");
        assertThat(fetch(url(one)).statusCode()).isEqualTo(404);
        Await.until(
                "the bytes are gone",
                () ->
                        List.of(one, two, three).stream()
                                .noneMatch(file -> Files.exists(blob(file))));
    }

    @Test
    void saysWhenAFileToDeleteWasNotThere() throws Exception {
        var file = upload("one.txt", "1".getBytes(UTF_8));

        api.delete("/v1/files").expect(422);
        api.delete("/v1/files?file_ids=").expect(422);
        assertThat(api.delete("/v1/files?file_ids=fil.1700000000.nothere0").expect(200).body())
                .isEqualTo("false");
        assertThat(
                        api.delete("/v1/files?file_ids=fil.1700000000.nothere0," + id(file))
                                .expect(200)
                                .body())
                .isEqualTo("false");
        assertThat(fetch(url(file)).statusCode()).isEqualTo(404);
    }

    // T1
    @Test
    void deletesNothingOfAnotherOrganization() throws Exception {
        var file = upload("mine.txt", "1".getBytes(UTF_8));

        var answer = server.foreignApi().delete("/v1/files?file_ids=" + id(file)).expect(200);

        assertThat(answer.body()).isEqualTo("false");
        assertThat(fetch(url(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void repeatsAnUploadWithoutKeepingItTwice() throws Exception {
        var before = stored().size();
        var form = Form.of("menu.pdf", Samples.pdf());

        var first = send(form, "upload-once");
        var second = send(form, "upload-once");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stored()).hasSize(before + 1);
        assertThat(send(Form.of("other.pdf", Samples.pdf()), "upload-once").status())
                .isEqualTo(422);
    }

    private static Api.Answer send(Form form, String key) {
        return Api.exchange(form.request(api, "/v1/files").header("Idempotency-Key", key).build());
    }

    private static JsonNode upload(String name, byte[] bytes) {
        return Form.of(name, bytes).post(api, "/v1/files").expect(200).array().get(0);
    }

    static String id(JsonNode file) {
        return file.path("id").asText();
    }

    static String url(JsonNode file) {
        return file.path("fileUrl").asText();
    }

    private static Path blob(JsonNode file) {
        return TestServer.filesFolder().resolve(file.path("orgId").asText()).resolve(id(file));
    }

    static HttpResponse<byte[]> fetch(String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String org() {
        return Rows.texts(server, "SELECT id FROM organization ORDER BY created_at").getFirst();
    }

    private static List<Path> stored() throws IOException {
        return filesBelow(TestServer.filesFolder().resolve(org()));
    }

    /// What lies beside the folder of files.
    private static List<Path> outside() throws IOException {
        var root = TestServer.filesFolder();
        try (var files = Files.walk(root.getParent(), 2)) {
            return files.filter(file -> !file.startsWith(root))
                    .filter(file -> !file.toString().contains("uploads"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
