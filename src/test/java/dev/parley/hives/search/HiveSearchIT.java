package dev.parley.hives.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HiveSearchIT {
    private static TestServer server;
    private static Api api;
    private static JsonNode hive;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        hive = hive(api);
        passage("parking", "Parking", "The bays in front of the house are free after six.");
        passage("wine", "Wine", "The house red is a Garnacha from Calatayud, six pounds a glass.");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void showsWhatIsFoundAndWhy() {
        var answer = search(hive, "Is parking free after six?");

        var best = answer.path("results").path(0);
        assertThat(answer.path("question").asText()).isEqualTo("Is parking free after six?");
        assertThat(answer.path("answered").asBoolean()).isTrue();
        assertThat(answer.path("passages").asInt()).isEqualTo(2);
        assertThat(best.path("place").asText()).isEqualTo("parking");
        assertThat(best.path("headings").path(0).asText()).isEqualTo("Parking");
        assertThat(best.path("text").asText()).startsWith("The bays in front");
        assertThat(best.path("why").path("textRank").asInt()).isEqualTo(1);
        assertThat(best.path("confidence").asDouble())
                .isEqualTo(answer.path("confidence").asDouble());
    }

    @Test
    void admitsThatItDoesNotKnow() {
        var answer = search(hive, "Who won the football world cup?");

        assertThat(answer.path("answered").asBoolean()).isFalse();
    }

    @Test
    void findsAsMuchAsIsAskedFor() {
        var path = path(hive) + "?q=house+six&limit=";

        assertThat(api.get(path + 1).expect(200).object().path("results")).hasSize(1);
        assertThat(api.get(path + 2).expect(200).object().path("results")).hasSize(2);
        api.get(path + 0).expect(422);
        api.get(path + 21).expect(422);
        api.get(path + "many").expect(422);
    }

    @Test
    void needsAQuestion() {
        api.get(path(hive)).expect(422);
        api.get(path(hive) + "?q=").expect(422);
        api.get(path(hive) + "?q=%20").expect(422);
        api.get(path(hive) + "?q=" + "a".repeat(501)).expect(422);
    }

    @Test // T12
    void knowsNoHiveOfAnotherOrganization() {
        server.foreignApi().get(path(hive) + "?q=parking").expect(404);
        api.get(path(hive(server.foreignApi())) + "?q=parking").expect(404);
    }

    private static JsonNode hive(Api owner) {
        var body = Bodies.hive("").put("hiveType", "WEBSITE").put("url", "https://a.test");
        body.remove("file_ids");
        return owner.post("/v1/hives", body).expect(200).object();
    }

    private static void passage(String place, String heading, String text) {
        var org = hive.path("orgId").asText();
        var id = hive.path("id").asText();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org);
            try (var insert =
                    sql.prepareStatement(
                            """
                            WITH source AS (
                                INSERT INTO hive_source (org_id, hive_id, id, place, title, digest,
                                    read_at)
                                VALUES (?, ?, ?, ?, ?, '', now())
                                RETURNING org_id, hive_id, id)
                            INSERT INTO hive_passage (org_id, hive_id, source_id, position,
                                headings, body)
                            SELECT org_id, hive_id, id, 0, ?, ? FROM source
                            """)) {
                insert.setString(1, org);
                insert.setString(2, id);
                insert.setString(3, "jot." + place);
                insert.setString(4, place);
                insert.setString(5, heading);
                insert.setString(6, "[\"" + heading + "\"]");
                insert.setString(7, text);
                insert.execute();
            }
            sql.commit();
            sql.setAutoCommit(true);
        });
    }

    private static String path(JsonNode hive) {
        return "/v1/hives/" + hive.path("id").asText() + "/search";
    }

    private static JsonNode search(JsonNode hive, String question) {
        var query = URLEncoder.encode(question, StandardCharsets.UTF_8);
        return api.get(path(hive) + "?q=" + query).expect(200).object();
    }
}
