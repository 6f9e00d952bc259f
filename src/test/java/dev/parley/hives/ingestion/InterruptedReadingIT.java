package dev.parley.hives.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.hives.Bombs;
import dev.parley.hives.LocalSite;
import dev.parley.hives.Papers;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Form;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readings that are called off, crash, or come in crowds; none is ever stuck.
class InterruptedReadingIT {
    private static final String HIVES = "/v1/hives";

    @TempDir Path data;

    @Test
    void stopsReadingWhatIsChangedOrDeleted() {
        var mayAnswer = new CountDownLatch(1);
        try (var site = new LocalSite();
                var server = start(site, 4)) {
            site.put("/new", LocalSite.html("<p>The new page.</p>"));
            site.otherwise(path -> path.startsWith("/old") ? slow(mayAnswer, path) : null);
            var changed = website(server.api(), site.url("/old"));
            var deleted = website(server.api(), site.url("/old/deleted"));
            Await.until("both are being read", () -> site.asked().size() >= 2);

            var content = (ObjectNode) changed.path("content").deepCopy();
            server.api().put(path(changed), content.put("url", site.url("/new"))).expect(200);
            server.api().delete(path(deleted)).expect(200);
            mayAnswer.countDown();
            var read = finished(server.api(), changed);

            assertThat(read.path("status").asText()).isEqualTo("completed");
            assertThat(read.at("/content/url").asText()).isEqualTo(site.url("/new"));
            assertThat(read.at("/content/internalProps/done").asInt()).isOne();
            server.api().get(path(deleted)).expect(404);
        }
    }

    @Test // F6
    void letsNobodyWaitForSomebodyElsesBombs() {
        try (var site = new LocalSite();
                var server = start(site, 2)) {
            site.put("/fine", LocalSite.html("<p>A fine page.</p>"));
            var bombs = new ArrayList<JsonNode>();
            var bomb = Bombs.pdfs(site.url("")).get("unpacks to half a gibibyte");
            var file = upload(server.api(), "bomb.pdf", java.util.Objects.requireNonNull(bomb));
            for (int i = 0; i < 6; i++) {
                bombs.add(documents(server.api(), List.of(file)));
            }

            var other = server.foreignApi();
            var fine = website(other, site.url("/fine"));

            assertThat(finished(other, fine).path("status").asText()).isEqualTo("completed");
            assertThat(bombs)
                    .as("of those who came first, some still wait")
                    .anySatisfy(hive ->
                            assertThat(
                                            server.api()
                                                    .get(path(hive))
                                                    .object()
                                                    .path("status")
                                                    .asText())
                                    .isIn("pending", "processing"));
            bombs.forEach(hive ->
                    assertThat(finished(server.api(), hive).path("status").asText())
                            .isIn("failed", "completed"));
        }
    }

    @Test // F9
    void goesOnAfterItsServerWasKilled() {
        List<JsonNode> hives = new ArrayList<>();
        try (var server = new Killed(ServerProcess.up(data))) {
            var api = server.process().api();
            var files = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                var pages = java.util.Collections.nCopies(80, List.of("# Part " + i, "Text " + i));
                files.add(upload(api, "part-%d.pdf".formatted(i), Papers.pdf(pages)));
            }
            hives.add(documents(api, files));
            Await.until(
                    Duration.ofSeconds(30),
                    () ->
                            assertThat(
                                            api.get(path(hives.getFirst()))
                                                    .object()
                                                    .path("status")
                                                    .asText())
                                    .isEqualTo("processing"));
        }

        try (var server = ServerProcess.up(data)) {
            var read = finished(server.api(), hives.getFirst());

            assertThat(read.path("status").asText()).isEqualTo("completed");
            assertThat(read.at("/content/internalProps/done").asInt()).isEqualTo(5);
            assertThat(read.at("/content/internalProps/skipped_count").asInt()).isZero();
        }
    }

    /// Kills the server at the end of a block, whatever happens in it.
    private record Killed(ServerProcess process) implements AutoCloseable {
        @Override
        public void close() {
            process.kill();
        }
    }

    private static LocalSite.Page slow(CountDownLatch mayAnswer, String path) {
        try {
            mayAnswer.await();
            return LocalSite.html("<p>An old page, " + path + "</p>");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static TestServer start(LocalSite site, int hivesAtOnce) {
        return TestServer.start(
                Map.of(
                        "PARLEY_HIVES_AT_ONCE",
                        Integer.toString(hivesAtOnce),
                        "PARLEY_ALLOWED_HOSTS",
                        site.place()));
    }

    private static JsonNode website(Api api, String url) {
        var body = Api.JSON.createObjectNode().put("hiveType", "WEBSITE").put("url", url);
        return api.post(HIVES, body).expect(200).object();
    }

    private static JsonNode documents(Api api, List<String> files) {
        var body = Api.JSON.createObjectNode().put("hiveType", "DOCS");
        files.forEach(body.putArray("file_ids")::add);
        return api.post(HIVES, body).expect(200).object();
    }

    private static String upload(Api api, String name, byte[] bytes) {
        var answer = Form.of(name, bytes).post(api, "/v1/files");
        return answer.expect(200).array().path(0).path("id").asText();
    }

    private static ObjectNode finished(Api api, JsonNode hive) {
        return Await.until(
                Duration.ofMinutes(2),
                () -> {
                    var now = api.get(path(hive)).expect(200).object();
                    assertThat(now.path("status").asText()).isIn("completed", "failed");
                    return now;
                });
    }

    private static String path(JsonNode hive) {
        return HIVES + "/" + hive.path("id").asText();
    }
}
