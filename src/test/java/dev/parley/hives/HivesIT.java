package dev.parley.hives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Editors;
import dev.parley.testing.Form;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.Samples;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HivesIT {
    private static final String HIVES = "/v1/hives";
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
    void nestsWhatItWasGivenAndWaitsForTheIngestion() {
        var made = api.post(HIVES, website()).expect(200).object();

        var content = made.path("content");
        assertThat(made.path("id").asText()).matches("hiv\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(made.path("status").asText()).isEqualTo("pending");
        assertThat(content.get("hiveType").asText()).isEqualTo("WEBSITE");
        assertThat(content.get("url")).isEqualTo(website().get("url"));
        assertThat(content.get("hiveProps")).isEqualTo(website().get("hiveProps"));
        assertThat(content.get("files")).isEqualTo(NullNode.instance);
        assertThat(content.get("internalProps")).isEqualTo(NullNode.instance);
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(api.get(HIVES).expect(200).array()).contains(made);
    }

    @Test
    void needsWhatItsKindIsMadeOf() {
        for (var kind : List.of("WEBSITE", "GOOGLE_DOCS")) {
            refused(json("{'hiveType': '%s'}".formatted(kind)), "[\"body\",\"url\"]");
            refused(json("{'hiveType': '%s', 'url': null}".formatted(kind)), "[\"body\",\"url\"]");
            api.post(HIVES, website().put("hiveType", kind)).expect(200);
        }
        refused(json("{'hiveType': 'DOCS'}"), "[\"body\",\"file_ids\"]");
        refused(json("{'hiveType': 'DOCS', 'file_ids': []}"), "[\"body\",\"file_ids\"]");
        api.post(HIVES, json("{'hiveType': 'TRANSCRIPTS'}")).expect(200);
        refused(json("{'hiveType': 'website', 'url': 'https://a.example'}"), "hiveType");
        refused(json("{'url': 'https://a.example'}"), "hiveType");
        var made = api.post(HIVES, website()).expect(200).object();
        for (var body : List.of("{'hiveType': 'DOCS'}", "{'hiveType': 'DOCS', 'files': []}")) {
            assertThat(api.put(path(made), json(body)).expect(422).body())
                    .contains("[\"body\",\"files\"]");
        }
    }

    @Test // S5, S7
    void takesAddressesOfTheWebOnly() {
        for (var url :
                List.of(
                        "file:///etc/passwd",
                        "ftp://example.com/a",
                        "http://user:password@example.com/",
                        "http://ok.example\\@127.0.0.1/",
                        "http:///a",
                        "example.com",
                        "http://example.com/" + "x".repeat(512))) {
            refused(website().put("url", url), "[\"body\",\"url\"]");
        }
    }

    @Test
    void readsHowToCrawl() {
        for (var props :
                List.of(
                        "{}",
                        "{'crawl_child_pages': false}",
                        "{'depth': 0}",
                        "{'depth': '10'}",
                        "{'depth': 3.0}",
                        "{'depth': null, 'language': ['en'], 'else': {}}")) {
            var made = api.post(HIVES, website().set("hiveProps", json(props))).expect(200);
            assertThat(made.object().at("/content/hiveProps")).isEqualTo(json(props));
        }
        for (var props :
                List.of(
                        "{'depth': 11}",
                        "{'depth': -1}",
                        "{'depth': '11'}",
                        "{'depth': '-1'}",
                        "{'depth': '1.5'}",
                        "{'depth': 1.5}",
                        "{'depth': 1e300}",
                        "{'depth': ''}",
                        "{'depth': true}",
                        "{'depth': [1]}")) {
            var body =
                    website()
                            .toString()
                            .replaceFirst(
                                    "\"hiveProps\":\\{[^}]*}",
                                    "\"hiveProps\":" + props.replace('\'', '"'));
            assertThat(api.send("POST", HIVES, body).expect(422).body())
                    .contains("[\"body\",\"hiveProps\",\"depth\"]");
        }
        refused(
                website().set("hiveProps", json("{'crawl_child_pages': 'yes'}")),
                "[\"body\",\"hiveProps\",\"crawl_child_pages\"]");
        refused(website().put("hiveProps", "depth"), "[\"body\",\"hiveProps\"]");
    }

    @Test
    void answersItsFilesAsTheyAreNow() {
        var menu = upload(api, "menu.pdf");
        var list = upload(api, "list.pdf");
        var body = Bodies.hive(menu.path("id").asText()).put("hiveType", "DOCS");
        body.withArray("/file_ids").add(list.path("id").asText()).add(menu.path("id").asText());

        var made = api.post(HIVES, body).expect(200).object();

        var agent = Given.agent(api);
        api.post(path(made) + "/ai-agents/" + agent + "/link").expect(200);
        for (var hive :
                List.of(
                        made,
                        api.get(path(made)).expect(200).object(),
                        api.get(HIVES + "?limit=1").expect(200).array().get(0),
                        api.get("/v1/ai-agents/" + agent + "/hives").expect(200).array().get(0))) {
            assertThat(stable(hive.at("/content/files/0"))).isEqualTo(stable(menu));
            assertThat(stable(hive.at("/content/files/1"))).isEqualTo(stable(list));
            assertThat(hive.at("/content/files/0/fileUrl").asText())
                    .startsWith(server.url() + "/v1/files/" + menu.path("id").asText());
            assertThat(hive.at("/content/files")).hasSize(2);
        }
        api.delete("/v1/files?file_ids=" + menu.path("id").asText()).expect(200);
        for (var hive :
                List.of(
                        api.get(path(made)).expect(200).object(),
                        api.get(HIVES + "?limit=1").expect(200).array().get(0))) {
            assertThat(hive.at("/content/files")).hasSize(1);
            assertThat(stable(hive.at("/content/files/0"))).isEqualTo(stable(list));
        }
    }

    @Test
    void isReplacedByTheContentItWasAnsweredWith() {
        var file = upload(api, "menu.pdf");
        var body = Bodies.hive(file.path("id").asText());
        var made = api.post(HIVES, body).expect(200).object();
        ingested(made);
        var tag = api.get(path(made)).http().headers().firstValue("ETag");

        var content = (ObjectNode) api.get(path(made)).object().path("content");
        var same = api.put(path(made), content).expect(200).object();

        assertThat(same.path("status").asText()).isEqualTo("completed");
        assertThat(stable(same.at("/content/files/0"))).isEqualTo(stable(file));
        assertThat(tag).isPresent();
        var other = upload(api, "other.pdf").path("id").asText();
        ((ObjectNode) content.path("files").path(0)).put("id", other);
        var changed = api.put(path(made), content).expect(200).object();
        assertThat(changed.path("status").asText()).isEqualTo("pending");
        assertThat(changed.at("/content/files/0/fileName").asText()).isEqualTo("other.pdf");
        var wrong = Bodies.hiveContent(other);
        ((ObjectNode) wrong.path("files").path(0)).put("fileName", 5).put("createdAt", "x");
        assertThat(api.put(path(made), wrong.put("internalProps", "x")).expect(422).body())
                .contains("[\"body\",\"files\",0,\"fileName\"]")
                .contains("[\"body\",\"files\",0,\"createdAt\"]")
                .contains("[\"body\",\"internalProps\"]");
        api.put(path(made), Bodies.hiveContent(other)).expect(200);
    }

    /// Addresses of files change from one answer to the next; that is no other version.
    @Test // V11
    void keepsItsVersionWhileOnlyAddressesChange() {
        var file = upload(api, "menu.pdf").path("id").asText();
        var made = api.post(HIVES, Bodies.hive(file)).expect(200).object();

        Editors.race(api, path(made), Bodies.hiveContent(file), "", "url");
    }

    @Test // T3
    void takesNobodyElsesFiles() {
        var foreign = upload(server.foreignApi(), "menu.pdf").path("id").asText();
        var own = upload(api, "menu.pdf").path("id").asText();
        var made = api.post(HIVES, Bodies.hive(own)).expect(200).object();
        var before = Rows.of(server);
        var body = Bodies.hive(own);
        body.withArray("/file_ids").add(own).add(foreign);

        assertThat(api.post(HIVES, body).expect(422).object().path("detail"))
                .extracting(violation -> violation.path("loc").toString())
                .containsExactly("[\"body\",\"file_ids\",2]");
        assertThat(api.put(path(made), Bodies.hiveContent(foreign)).expect(422).body())
                .contains("[\"body\",\"files\",0,\"id\"]");
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // T3
    void takesNoFileThatIsNotThere() {
        var made = api.post(HIVES, website()).expect(200).object();
        var before = Rows.of(server);

        refused(
                json("{'hiveType': 'DOCS', 'file_ids': ['fil.1731301754.8FQUmNBJ']}"),
                "[\"body\",\"file_ids\",0]");
        var body = json("{'hiveType': 'DOCS', 'files': [{'id': 'fil.1731301754.8FQUmNBJ'}]}");
        assertThat(api.put(path(made), body).expect(422).body())
                .contains("[\"body\",\"files\",0,\"id\"]");
        assertThat(
                        api.put(path(made), json("{'hiveType': 'DOCS', 'files': [{}]}"))
                                .expect(422)
                                .body())
                .contains("[\"body\",\"files\",0,\"id\"]");
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test
    void waitsAgainOnlyWhenThereIsSomethingElseToIngest() {
        var made = api.post(HIVES, website()).expect(200).object();
        ingested(made);
        var content = api.get(path(made)).expect(200).object().path("content").deepCopy();
        assertThat(content.at("/internalProps/last_crawl_time").asText()).isEqualTo("123");

        var same = api.put(path(made), content).expect(200).object();

        assertThat(same.path("status").asText()).isEqualTo("completed");
        assertThat(same.path("content")).isEqualTo(content);
        var other = ((ObjectNode) content).put("url", "https://example.com/other");
        var changed = api.put(path(made), other).expect(200).object();
        assertThat(changed.path("status").asText()).isEqualTo("pending");
        assertThat(changed.path("content")).isEqualTo(other);
    }

    @Test // T9
    void takesNobodysWordForItsStateOrWhoseItIs() {
        var body =
                website().put("status", "completed").put("id", "hiv.1.x").put("orgId", "org.1.x");
        body.put("createdBy", "trata-system").putObject("internalProps").put("a", 1);

        var made = api.post(HIVES, body).expect(200).object();
        var changed = api.put(path(made), body).expect(200).object();

        for (var hive : List.of(made, changed)) {
            assertThat(hive.path("status").asText()).isEqualTo("pending");
            assertThat(hive.at("/content/internalProps")).isEqualTo(NullNode.instance);
            for (var field : List.of("id", "orgId", "createdBy")) {
                assertThat(hive.get(field)).as(field).isNotEqualTo(body.get(field));
            }
        }
        ingested(made);
        var kept = api.put(path(made), body).expect(200).object();
        assertThat(kept.at("/content/internalProps/last_crawl_time").asText()).isEqualTo("123");
    }

    @Test
    void isFoundByItsKindAddressAndState() {
        var made =
                api.post(HIVES, website().put("url", "https://find-me.example/"))
                        .expect(200)
                        .object();

        for (var query :
                List.of(
                        "search_by=url&search_value=FIND-me",
                        "search_by=url&search_value=find-me&status=pending",
                        "search_by=id&search_value=" + made.path("id").asText())) {
            assertThat(api.get(HIVES + "?" + query).expect(200).array())
                    .as(query)
                    .containsExactly(made);
        }
        assertThat(api.get(HIVES + "?search_by=hiveType&search_value=WEBSITE").array())
                .contains(made);
        assertThat(api.get(HIVES + "?search_by=url&search_value=find-me&status=completed").array())
                .isEmpty();
        api.get(HIVES + "?search_by=name&search_value=x").expect(422);
    }

    @Test // V11
    void isChangedByOneEditorAtATime() {
        var made = api.post(HIVES, website()).expect(200).object();

        Editors.race(api, path(made), (ObjectNode) made.path("content"), "", "url");
    }

    @Test // T1
    void isNotThereForOthersNorOnceDeleted() {
        var made = api.post(HIVES, website()).expect(200).object();
        var foreign = server.foreignApi();
        var before = Rows.of(server);

        foreign.get(path(made)).expect(404);
        foreign.put(path(made), website()).expect(404);
        foreign.delete(path(made)).expect(404);
        assertThat(foreign.get(HIVES).expect(200).array()).isEmpty();
        assertThat(Rows.of(server)).isEqualTo(before);
        api.delete(path(made)).expect(200);
        api.get(path(made)).expect(404);
        api.put(path(made), website()).expect(404);
        api.delete(path(made)).expect(404);
    }

    /// What the ingestion will do: note that it is done, and when.
    private static void ingested(JsonNode hive) {
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, hive.path("orgId").asText());
            try (var done =
                    sql.prepareStatement(
                            """
                            UPDATE hive SET status = 'completed', document = replace(replace(document,
                                '"status":"pending"', '"status":"completed"'),
                                '"internalProps":null', '"internalProps":{"last_crawl_time":"123"}')
                            WHERE id = ?
                            """)) {
                done.setString(1, hive.path("id").asText());
                assertThat(done.executeUpdate()).isOne();
            }
            sql.commit();
        });
    }

    private static JsonNode upload(Api by, String name) {
        return Form.of(name, Samples.pdf()).post(by, "/v1/files").expect(200).array().get(0);
    }

    private static JsonNode stable(JsonNode file) {
        return ((ObjectNode) file.deepCopy()).without("fileUrl");
    }

    private static void refused(JsonNode body, String place) {
        assertThat(api.post(HIVES, body).expect(422).body()).contains(place);
    }

    private static ObjectNode website() {
        return json(
                """
                {'hiveType': 'WEBSITE', 'url': 'https://www.cotekoreansteakhouse.com/',
                 'hiveProps': {'crawl_child_pages': true, 'depth': '3'}}
                """);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Api.read(text.replace('\'', '"'));
    }

    private static String path(JsonNode hive) {
        return HIVES + "/" + hive.path("id").asText();
    }
}
