package dev.parley.hives.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.hives.LocalSite;
import dev.parley.hives.Papers;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Form;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IngestionIT {
    private static final String HIVES = "/v1/hives";
    private static final String SOURCES =
            "SELECT place || ' ' || id || ' ' || title FROM hive_source";
    private static final LocalSite SITE = new LocalSite();
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "PARLEY_HIVES_AT_ONCE",
                                "4",
                                "PARLEY_ALLOWED_HOSTS",
                                SITE.place(),
                                "PARLEY_GOOGLE_DOCS_URL",
                                SITE.url("")));
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
        SITE.close();
    }

    @Test
    void readsAWebsiteToItsDepthAndOnlyWhatChangedLater() {
        SITE.put(
                        "/site/",
                        page("Home", "<a href=menu>Menu</a> <a href='#x'>x</a>", "Welcome to us."))
                .put("/site/menu", page("Menu", "<a href=/site/deep>Deep</a>", "Pizza costs 9.50."))
                .put("/site/deep", page("Deep", "<a href=/site/deeper>x</a>", "Wine costs 4.20."))
                .put("/site/deeper", page("Deeper", "", "Not within two links."));
        var made = website("/site/", "{'crawl_child_pages': true}");

        var read = finished(made);

        assertThat(read.path("status").asText()).isEqualTo("completed");
        assertThat(bodies(made))
                .containsExactlyInAnyOrder(
                        "Welcome to us.", "Pizza costs 9.50.", "Wine costs 4.20.");
        assertThat(notes(read).path("done").asInt()).isEqualTo(3);
        assertThat(notes(read).path("total").asInt()).isEqualTo(3);
        assertThat(notes(read).path("passages").asInt()).isEqualTo(3);
        assertThat(notes(read).path("finished_at").isTextual()).isTrue();
        var sources = rows(made, SOURCES);

        SITE.put("/site/deep", page("Deep", "", "Wine costs 5.00."));
        SITE.put("/site/menu", page("Menu", "<a href=/site/deep>Deep</a>", "Pizza costs 9.50."));
        int asked = SITE.asked().size();
        var again = again(made);

        assertThat(again.path("status").asText()).isEqualTo("completed");
        assertThat(SITE.asked().size() - asked).isEqualTo(3);
        assertThat(notes(again).path("unchanged").asInt()).isEqualTo(2);
        assertThat(notes(again).path("passages").asInt()).isEqualTo(3);
        assertThat(bodies(made)).contains("Wine costs 5.00.").doesNotContain("Wine costs 4.20.");
        assertThat(rows(made, SOURCES))
                .filteredOn(source -> !source.endsWith(" Deep"))
                .hasSize(2)
                .isSubsetOf(sources);
        assertThat(rows(made, SOURCES))
                .filteredOn(source -> source.endsWith(" Deep"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(sources);
        SITE.remove("/site/deep");
        again(made);
        assertThat(bodies(made)).containsExactlyInAnyOrder("Welcome to us.", "Pizza costs 9.50.");
    }

    @Test
    void readsFilesOfEveryKindAndSaysWhatItLeftOut() {
        var files =
                List.of(
                        upload("menu.pdf", Papers.pdf(List.of(List.of("# Soups", "Tomato soup")))),
                        upload("hours.docx", Papers.docx()),
                        upload("notes.txt", "We have parking.".getBytes(UTF_8)),
                        upload("faq.md", "# Dogs\n\nDogs are welcome.".getBytes(UTF_8)),
                        upload("page.html", page("Page", "", "Terrace.").getBytes(UTF_8)),
                        upload("locked.pdf", Papers.lockedPdf()));
        var body = Api.JSON.createObjectNode().put("hiveType", "DOCS");
        files.forEach(body.putArray("file_ids")::add);

        var made = api.post(HIVES, body).expect(200).object();
        var read = finished(made);

        assertThat(read.path("status").asText()).isEqualTo("completed");
        assertThat(String.join("\n", bodies(made)))
                .contains("Tomato soup", "Monday nine to five", "Dish: Margherita", "parking")
                .contains("Dogs are welcome.", "Terrace.")
                .doesNotContain("canary");
        assertThat(notes(read).path("skipped_count").asInt()).isOne();
        assertThat(notes(read).path("skipped").path(0).path("place").asText())
                .isEqualTo("locked.pdf");
        assertThat(notes(read).path("skipped").path(0).path("reason").asText())
                .contains("password");
        assertThat(rows(made, "SELECT title FROM hive_source"))
                .contains("menu.pdf", "hours.docx", "faq.md");
    }

    @Test
    void readsADocumentOfGoogle() {
        var id = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";
        SITE.put(
                "/document/d/" + id + "/export?format=html",
                page("Handbook", "", "Breakfast is served until eleven."));

        var made =
                api.post(
                                HIVES,
                                Api.JSON
                                        .createObjectNode()
                                        .put("hiveType", "GOOGLE_DOCS")
                                        .put("url", SITE.url("/document/d/" + id + "/edit")))
                        .expect(200)
                        .object();

        assertThat(finished(made).path("status").asText()).isEqualTo("completed");
        assertThat(bodies(made)).containsExactly("Breakfast is served until eleven.");
    }

    @Test
    void readsWhatAgentsAnsweredBefore() {
        var agent = Given.agent(api);
        Given.conversation(api, agent);
        var body = Api.JSON.createObjectNode().put("hiveType", "TRANSCRIPTS");
        body.putObject("hiveProps").put("agent_id", agent);

        var made = api.post(HIVES, body).expect(200).object();
        var read = finished(made);

        assertThat(notes(read).path("unit").asText()).isEqualTo("conversations");
        assertThat(notes(read).path("total").asInt()).isOne();
    }

    @Test
    void failsWithAReasonWhenThereIsNothingToRead() {
        var made = website("/nothing-here", "{}");

        var read = finished(made);

        assertThat(read.path("status").asText()).isEqualTo("failed");
        assertThat(notes(read).path("last_error").asText()).contains("404");
    }

    @Test
    void tellsHowFarItIsWhileItReads() {
        SITE.put("/told", page("Told", "", "Something to read."));
        var made = website("/told", "{}");

        var events = api.get(HIVES + "/" + id(made) + "/events?seconds=30").expect(200).body();

        assertThat(events).contains("event: progress\ndata: {\"status\":\"completed\"");
        assertThat(
                        events.strip()
                                .lines()
                                .filter(line -> line.startsWith("data:"))
                                .toList()
                                .getLast())
                .contains("\"done\":1");
    }

    private static String page(String title, String links, String text) {
        return """
        <html><head><title>%s</title><script>var canary;</script></head>
        <body><nav>canary</nav><main><h1>%s</h1><p>%s</p><p>%s</p></main></body></html>
        """
                .formatted(title, title, text, links.replaceAll(">[^<]*</a>", "></a>"));
    }

    private static JsonNode website(String path, String props) {
        var body =
                Api.JSON.createObjectNode().put("hiveType", "WEBSITE").put("url", SITE.url(path));
        body.set("hiveProps", Api.read(props.replace('\'', '"')));
        return api.post(HIVES, body).expect(200).object();
    }

    private static String upload(String name, byte[] bytes) {
        var answer = Form.of(name, bytes).post(api, "/v1/files");
        return answer.expect(200).array().path(0).path("id").asText();
    }

    private static ObjectNode again(JsonNode hive) {
        api.post(HIVES + "/" + id(hive) + "/ingest").expect(200);
        return finished(hive);
    }

    private static ObjectNode finished(JsonNode hive) {
        return Await.until(
                Duration.ofSeconds(30),
                () -> {
                    var now = api.get(HIVES + "/" + id(hive)).expect(200).object();
                    assertThat(now.path("status").asText()).isIn("completed", "failed");
                    return now;
                });
    }

    private static JsonNode notes(JsonNode hive) {
        return hive.at("/content/internalProps");
    }

    private static String id(JsonNode hive) {
        return hive.path("id").asText();
    }

    private static List<String> bodies(JsonNode hive) {
        return rows(hive, "SELECT body FROM hive_passage");
    }

    private static List<String> rows(JsonNode hive, String query) {
        var texts = new ArrayList<String>();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, hive.path("orgId").asText());
            try (var rows = sql.prepareStatement(query + " WHERE hive_id = ? ORDER BY 1")) {
                rows.setString(1, id(hive));
                try (var found = rows.executeQuery()) {
                    while (found.next()) {
                        texts.add(found.getString(1));
                    }
                }
            }
            sql.rollback();
        });
        return texts;
    }
}
