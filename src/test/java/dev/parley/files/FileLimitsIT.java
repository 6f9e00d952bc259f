package dev.parley.files;

import static dev.parley.files.FilesIT.fetch;
import static dev.parley.files.FilesIT.url;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeS3;
import dev.parley.testing.Form;
import dev.parley.testing.Rows;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What does not fit is not stored, what breaks off leaves nothing, and nothing large is ever held
/// in memory. The files are in a bucket.
class FileLimitsIT {
    private static final int MAX = 2 << 20;
    private static final int PART = 1_500_000;
    private final TestClock clock = new TestClock();
    private FakeS3 s3;
    private TestServer server;
    private Api api;

    @BeforeEach
    void start() {
        s3 = FakeS3.start();
        server = start(2, 5);
        api = server.api();
    }

    /// A server with these limits, MiB.
    private TestServer start(int max, int quota) {
        var settings = new HashMap<>(s3.settings());
        settings.put("PARLEY_FILE_MAX_MIB", Integer.toString(max));
        settings.put("PARLEY_FILE_QUOTA_MIB", Integer.toString(quota));
        return TestServer.start(settings, clock);
    }

    @AfterEach
    void stop() {
        server.close();
        s3.close();
    }

    // F7
    @Test
    void movesLargeFilesThroughASmallMemory() throws Exception {
        long size = 64L << 20;
        server.close();
        server = start(64, 64);
        api = server.api();
        var answer =
                new Form()
                        .file("files", "long.txt", () -> new Lines(size))
                        .post(api, "/v1/files")
                        .expect(200)
                        .array();
        System.gc();
        long before = used();
        long most = 0;

        var digest = MessageDigest.getInstance("SHA-256");
        var request = HttpRequest.newBuilder(URI.create(url(answer.get(0)))).build();
        long read = 0;
        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[256 << 10];
            for (int count; (count = body.read(buffer)) > 0; read += count) {
                digest.update(buffer, 0, count);
                if (read % (16 << 20) < count) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }

        assertThat(read).isEqualTo(size);
        assertThat(hex(digest)).isEqualTo(hexOf(new Lines(size)));
        assertThat(most).as("more memory in the middle of it").isLessThan(16L << 20);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        new Form()
                .file("files", "long.txt", () -> new Lines(MAX + 1))
                .post(api, "/v1/files")
                .expect(413);

        assertThat(s3.keys()).isEmpty();
        assertThat(Rows.count(server, org(), "file")).isZero();
    }

    // F7
    @Test
    void keepsAnOrganizationWithinItsQuota() {
        for (int i = 0; i < 3; i++) {
            upload("part.txt", PART).expect(200);
        }

        var refused = upload("part.txt", PART).expect(413);

        assertThat(refused.object().path("detail").asText()).contains("organization");
        assertThat(s3.keys()).hasSize(3);
        var first = Rows.count(server, org(), "file");
        assertThat(first).isEqualTo(3);
        // another organization has a quota of its own
        Form.of("a.txt", "x".getBytes(UTF_8)).post(server.foreignApi(), "/v1/files").expect(200);
    }

    @Test
    void letsNobodyPastTheQuotaTogether() throws Exception {
        var uploads = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            uploads.add(() -> upload("part.txt", PART).status());
        }

        int kept = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(uploads)) {
                assertThat(answer.get()).isIn(200, 413);
                kept += answer.get() == 200 ? 1 : 0;
            }
        }

        assertThat(kept).isEqualTo(3);
        assertThat(s3.keys()).hasSize(3);
    }

    // F7
    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws Exception {
        var uploads = uploadsFolder();
        int before = uploads.size();
        try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
            var out = socket.getOutputStream();
            write(
                    out,
                    """
                    POST /v1/files HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer %s\r
                    Content-Type: %s\r
                    Content-Length: 5000000\r
                    \r
                    --a-boundary-nobody-else-uses-7f3a\r
                    Content-Disposition: form-data; name="files"; filename="a.txt"\r
                    \r
                    """
                            .formatted(api.key(), Form.type()));
            out.write(new byte[4_900_000]);
            out.flush();
            Await.until("something has arrived", () -> uploadsFolder().size() > before);
        }

        Await.until("what had arrived is gone", () -> uploadsFolder().size() == before);
        assertThat(s3.keys()).isEmpty();
        assertThat(Rows.count(server, org(), "file")).isZero();
    }

    @Test
    void saysWhenTheStoreIsAwayAndKeepsNothing() {
        s3.fail(503, 1_000);

        upload("a.txt", 10).expect(503);

        s3.fail(503, 0);
        assertThat(s3.keys()).isEmpty();
        assertThat(Rows.count(server, org(), "file")).isZero();
        upload("a.txt", 10).expect(200);
    }

    @Test
    void breaksADownloadOffWhenTheStoreDoes() throws Exception {
        var file = upload("a.txt", 1 << 20).expect(200).array().get(0);
        s3.breakOffAfter(300_000);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> fetch(url(file))))
                .isInstanceOf(java.io.IOException.class);

        s3.breakOffAfter(-1);
        assertThat(fetch(url(file)).body()).hasSize(1 << 20);
    }

    @Test
    void deletesTheBytesOnceTheStoreIsBack() {
        var file = upload("a.txt", 10).expect(200).array().get(0);
        // three tries a run: the first run of the job fails
        s3.fail(500, 3);

        api.delete("/v1/files?file_ids=" + FilesIT.id(file)).expect(200);

        assertThat(Rows.count(server, org(), "file")).isZero();
        Await.until(
                "the bytes are gone",
                () -> {
                    clock.advance(Duration.ofSeconds(10));
                    return s3.keys().isEmpty();
                });
    }

    /// As if the server had died between the bytes and their record.
    @Test
    void removesBytesThatNeverGotARecord() throws Exception {
        var file = upload("a.txt", 10).expect(200).array().get(0);
        var kept = upload("b.txt", 10).expect(200).array().get(0);
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org());
            try (var delete = sql.prepareStatement("DELETE FROM file WHERE id = ?")) {
                delete.setString(1, FilesIT.id(file));
                delete.executeUpdate();
            }
            sql.commit();
        });
        assertThat(s3.keys()).hasSize(2);

        clock.advance(Duration.ofHours(2));

        Await.until(
                "only what has a record is left",
                () -> {
                    clock.advance(Duration.ofSeconds(10));
                    return s3.keys().size() == 1;
                });
        assertThat(fetch(url(kept)).statusCode()).isEqualTo(200);
    }

    private Api.Answer upload(String name, long bytes) {
        return new Form().file("files", name, () -> new Lines(bytes)).post(api, "/v1/files");
    }

    private String org() {
        return Rows.texts(server, "SELECT id FROM organization ORDER BY created_at").getFirst();
    }

    private static List<Path> uploadsFolder() {
        try (var files = Files.list(TestServer.filesFolder().resolveSibling("uploads"))) {
            return files.toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(UTF_8));
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String hexOf(InputStream stream) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[256 << 10];
        for (int count; (count = stream.read(buffer)) > 0; ) {
            digest.update(buffer, 0, count);
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// So many bytes of text, made as they are read.
    private static final class Lines extends InputStream {
        private final long length;
        private long at;

        Lines(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : letter(at++);
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            int read = (int) Math.min(count, length - at);
            for (int i = 0; i < read; i++) {
                into[offset + i] = (byte) letter(at++);
            }
            return read == 0 && count > 0 ? -1 : read;
        }

        private static int letter(long at) {
            return at % 64 == 63 ? '\n' : 'a' + (int) ((at * 31 >> 5) % 26);
        }
    }
}
