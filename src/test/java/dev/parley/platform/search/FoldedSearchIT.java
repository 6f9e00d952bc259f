package dev.parley.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.platform.database.Tenant;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conversations are found by their words wherever these are kept: waiting, folded, changed, gone,
/// or stored before there was an index.
class FoldedSearchIT {
    private static final String PATH = "/v1/conversations";

    private TestServer server;
    private Api api;
    private String agent;
    private Of tenant;

    private record Of(String value) implements Tenant {}

    @BeforeEach
    void start() {
        server = TestServer.start();
        api = server.api();
        agent = api.post("/v1/ai-agents", Bodies.agent()).expect(200).object().path("id").asText();
        tenant = new Of(Rows.texts(server, "SELECT id FROM organization").getFirst());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsTheSameOnceFolded() {
        for (int i = 0; i < 25; i++) {
            var body = said(i % 3 == 0 ? "the walrus" : "the narwhal", "line " + i);
            body.put("sourceType", i % 2 == 0 ? "TWILIO" : "PLIVO").put("source", "+1415555" + i);
            api.post(PATH, body).expect(200);
        }
        var asked =
                List.of(
                        "",
                        "&limit=3",
                        "&skip=4&limit=5",
                        "&sort_by=source&sort_order=desc",
                        "&sort_by=timestampStart&limit=4",
                        "&status=active",
                        "&status=archived",
                        "&app=TRATA");
        var before = answers(asked);

        fold(7);

        assertThat(Rows.texts(server, count("text_posting"))).isNotEqualTo(List.of("0"));
        assertThat(answers(asked)).isEqualTo(before);
    }

    /// Everything `asked` of several searches, with its count.
    private List<String> answers(List<String> asked) {
        var answers = new ArrayList<String>();
        for (var search :
                List.of(
                        search("walrus"),
                        search("the"),
                        search("narwhal the"),
                        search("nothing"),
                        "?search_by=source&search_value=5551",
                        "?search_by=source&search_value=1")) {
            for (var more : asked) {
                var answer = api.get(PATH + search + more + "&count=true").expect(200);
                answers.add(search + more + answer.http().headers().firstValue("X-Total-Count"));
                answer.array().forEach(record -> answers.add(record.path("id").asText()));
            }
        }
        return answers;
    }

    @Test
    void followsChangesOfWhatWasFolded() {
        var id = stored(said("walrus", "narwhal"));
        var other = stored(said("walrus", "unicorn"));
        fold(1);
        assertThat(found("walrus")).containsExactly(other, id);

        api.put(PATH + '/' + id, said("dugong", "narwhal")).expect(200);

        for (int i = 0; i < 2; i++) {
            assertThat(found("walrus")).containsExactly(other);
            assertThat(found("dugong narwhal")).containsExactly(id);
            assertThat(found("narwhal")).containsExactly(id);
            fold(1);
        }
    }

    @Test
    void findsTheSummaryOfAnAnalysis() {
        var body = said("My name is Walrus Smith", "bye").putNull("conversationAnalytics");
        body.putNull("transcriptSummary").put("timestampEnd", "2025-03-04T05:06:07");
        var id = stored(body);
        fold(1);
        Await.jobsDone(server);

        var analysed = api.get(PATH + '/' + id).object();
        var summary = analysed.path("transcriptSummary").asText();
        assertThat(summary).isNotBlank();
        assertThat(found(String.join(" ", Words.of(summary)))).containsExactly(id);
        assertThat(api.get(PATH + search("walrus") + "&count=true").http().headers().map())
                .containsEntry("x-total-count", List.of("1"));
    }

    /// E6: what is deleted leaves no word behind.
    @Test
    void forgetsWhatIsDeleted() {
        var id = stored(said("canarybird", "the walrus"));
        var other = stored(said("sparrow", "the walrus"));
        fold(2);
        assertThat(held("canarybird")).isEqualTo("1");

        api.delete(PATH + '/' + id).expect(200);

        assertThat(found("canarybird")).isEmpty();
        assertThat(found("walrus")).containsExactly(other);
        Await.jobsDone(server, "fold-text");
        assertThat(held("canarybird")).isEqualTo("0");
        assertThat(held("sparrow")).isEqualTo("1");
        assertThat(waiting("TRUE")).isEqualTo("0");
        assertThat(found("walrus")).containsExactly(other);
    }

    @Test
    void findsWhatWasStoredBeforeThereWasAnIndex() {
        var id = stored(said("walrus", "narwhal"));
        var other = stored(said("unicorn", "narwhal"));
        server.sql(FoldedSearchIT::migrateAgain);

        assertThat(found("walrus")).containsExactly(id);
        assertThat(found("narwhal")).containsExactly(other, id);
        assertThat(found("dugong")).isEmpty();
        assertThat(api.get(PATH + search("walrus") + "&count=true").http().headers().map())
                .containsEntry("x-total-count", List.of("1"));
        Await.jobsDone(server, "read-conversation-text");
        assertThat(waiting("unread")).isEqualTo("0");
        assertThat(waiting("TRUE")).isEqualTo("2");
        assertThat(found("walrus")).containsExactly(id);
        assertThat(found("narwhal")).containsExactly(other, id);
    }

    /// The end of the schema's change: what it does with what is stored.
    private static void migrateAgain(Connection sql) throws SQLException {
        try (var file = FoldedSearchIT.class.getResourceAsStream("/db/V007__lists.sql");
                var statement = sql.createStatement()) {
            var script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute("ALTER TABLE text_recent NO FORCE ROW LEVEL SECURITY");
            statement.execute("DELETE FROM text_recent");
            statement.execute(script.substring(script.indexOf("-- What is stored already")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// T5: the same words in two organizations.
    @Test
    void findsNothingOfAnotherOrganization() {
        var foreign = server.foreignApi();
        stored(said("walrus", "narwhal"));
        fold(1);
        stored(said("walrus", "unicorn"));

        for (var query :
                List.of(search("walrus"), search("narwhal"), "?search_by=source&search_value=d")) {
            var answer = foreign.get(PATH + query + "&count=true").expect(200);
            assertThat(answer.array()).isEmpty();
            assertThat(answer.http().headers().firstValue("X-Total-Count")).contains("0");
        }
    }

    private void fold(int records) {
        try (var database = Database.open(DatabaseAddress.of(server.database()))) {
            new Fold(database, records).run(tenant, "conversation");
        }
    }

    private String stored(ObjectNode body) {
        return api.post(PATH, body).expect(200).object().path("id").asText();
    }

    private List<String> found(String words) {
        var ids = new ArrayList<String>();
        api.get(PATH + search(words))
                .expect(200)
                .array()
                .forEach(record -> ids.add(record.path("id").asText()));
        return ids;
    }

    /// In how many rows of the index `word` stands.
    private String held(String word) {
        var counts = new ArrayList<String>();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, tenant.value());
            try (var count =
                    sql.prepareStatement(
                            """
                            SELECT count(*) FROM text_posting
                            WHERE position(convert_to(?, 'UTF8') IN postings) > 0
                            """)) {
                count.setString(1, word);
                try (var rows = count.executeQuery()) {
                    rows.next();
                    counts.add(rows.getString(1));
                }
            }
        });
        return counts.getFirst();
    }

    private String count(String table) {
        return "SELECT count(*) FROM (SELECT set_config('parley.org_id', '%s', false)) AS t, %s"
                .formatted(tenant.value(), table);
    }

    private String waiting(String condition) {
        var query = count("text_recent") + " WHERE kind = 'conversation' AND " + condition;
        return Rows.texts(server, query).getFirst();
    }

    private static String search(String words) {
        return "?search_by=transcriptText&search_value="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private ObjectNode said(String first, String second) {
        var body = Bodies.conversation(agent).putNull("timestampEnd");
        var lines = body.withArray("/transcriptText");
        ((ObjectNode) lines.get(0)).put("message", first);
        ((ObjectNode) lines.get(1)).put("message", second);
        body.withObject("/conversationAnalytics").put("summary", "Somebody rang");
        return body.put("transcriptSummary", "Somebody rang");
    }
}
