package dev.parley.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pages by cursor, and the choice of fields (V3, V4, T5).
class CursorsIT {
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt(1_000_000));
    private static final String PATH = "/v1/conversations";
    private static final List<String> SORTED =
            List.of(
                    "",
                    "&sort_by=id",
                    "&sort_by=createdAt",
                    "&sort_by=updatedAt",
                    "&sort_by=timestampStart",
                    "&sort_by=timestampEnd",
                    "&sort_by=source",
                    "&sort_by=prospectId",
                    "&sort_by=app",
                    "&sort_by=status",
                    "&sort_by=sentiment_of_caller",
                    "&sort_by=prospectStatus");
    private static final List<String> FILTERED =
            List.of(
                    "",
                    "&status=active",
                    "&search_by=source&search_value=a",
                    "&search_by=source&search_value=nabe",
                    "&search_by=sourceType&search_value=TWILIO",
                    "&search_by=transcriptText&search_value=walrus",
                    "&search_by=transcriptText&search_value=the",
                    "&search_by=transcriptText&search_value=nothing");

    private static TestServer server;
    private static Api api;
    private static List<String> agents;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        System.out.println("CursorsIT: seed " + SEED + " (-Dparley.seed=" + SEED + ")");
        agents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            agents.add(id(api.post("/v1/ai-agents", Bodies.agent()).expect(200).object()));
        }
        var random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            api.post(PATH, conversation(random)).expect(200);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void walksEveryOrderOfEveryFilterLikeOnePage() {
        var random = new Random(SEED + 1);
        for (var sort : SORTED) {
            for (var filter : FILTERED) {
                for (var direction : List.of("asc", "desc")) {
                    var asked = PATH + "?sort_order=" + direction + sort + filter;
                    var all = ids(api.get(asked).expect(200).array());

                    var walked = walk(asked, 1 + random.nextInt(25), () -> {});

                    assertThat(walked).as("%s, seed %d", asked, SEED).isEqualTo(all);
                }
            }
        }
    }

    @Test
    void neitherMissesNorRepeatsWhileRecordsComeAndGo() {
        var random = new Random(SEED + 2);
        for (var direction : List.of("asc", "desc")) {
            for (var sort : List.of("", "&sort_by=createdAt", "&sort_by=source")) {
                var asked = PATH + "?sort_order=" + direction + sort;
                var doomed = id(api.post(PATH, conversation(random)).expect(200).object());
                var before = ids(api.get(asked).expect(200).array());
                before.remove(doomed);
                var made = new ArrayList<String>();

                var walked =
                        walk(
                                asked,
                                7,
                                () -> {
                                    made.add(id(api.post(PATH, conversation(random)).object()));
                                    api.delete(PATH + '/' + doomed);
                                });

                assertThat(new HashSet<>(walked)).as(asked).hasSameSizeAs(walked);
                walked.remove(doomed);
                walked.removeAll(made);
                assertThat(walked).as("%s, seed %d", asked, SEED).isEqualTo(before);
                made.forEach(id -> api.delete(PATH + '/' + id).expect(200));
            }
        }
    }

    @Test
    void refusesACursorOfAnythingElse() {
        var asked = PATH + "?limit=5&sort_by=source&status=active";
        var cursor = next(api.get(asked).expect(200)).orElseThrow();
        api.get(asked + "&cursor=" + cursor).expect(200);
        api.get(asked + "&cursor=" + cursor + "&fields=source&count=true&skip=0").expect(200);

        for (var other :
                List.of(
                        PATH + "?sort_by=source",
                        PATH + "?sort_by=status&status=active",
                        PATH + "?sort_by=source&sort_order=desc&status=active",
                        PATH + "?sort_by=source&status=archived",
                        PATH + "?sort_by=source&status=active&app=TRATA",
                        PATH + "?sort_by=source&status=active&updated_after=2020-01-01T00:00:00",
                        PATH + "?sort_by=source&status=active&search_by=source&search_value=a",
                        PATH + "?status=active",
                        "/v1/ai-agents?status=active",
                        "/v1/prospects?status=active",
                        "/v1/connections?status=active")) {
            refused(api, other + "&cursor=" + cursor, "cursor");
        }
        refused(api, asked + "&cursor=" + cursor + "&skip=1", "skip");
    }

    /// T5: what belongs to one organization opens nothing in another.
    @Test
    void refusesACursorOfAnotherOrganization() {
        var foreign = server.foreignApi();
        var agent = id(foreign.post("/v1/ai-agents", Bodies.agent()).expect(200).object());
        for (int i = 0; i < 3; i++) {
            foreign.post(PATH, Bodies.conversation(agent)).expect(200);
        }
        var theirs = next(foreign.get(PATH + "?limit=1").expect(200)).orElseThrow();
        var ours = next(api.get(PATH + "?limit=1").expect(200)).orElseThrow();

        refused(api, PATH + "?cursor=" + theirs, "cursor");
        refused(foreign, PATH + "?cursor=" + ours, "cursor");
    }

    @Test
    void refusesACursorInWhichAnyCharacterWasChanged() {
        var cursor = next(api.get(PATH + "?limit=3").expect(200)).orElseThrow();
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            var edited = cursor.substring(0, i) + other + cursor.substring(i + 1);
            refused(api, PATH + "?cursor=" + edited, "cursor");
        }
        for (var broken :
                List.of(
                        cursor + "A",
                        cursor + "=",
                        cursor.substring(1),
                        cursor.substring(0, cursor.length() - 1),
                        "null",
                        "W10",
                        "' OR 1=1 --",
                        "\u0900")) {
            refused(api, PATH + "?cursor=" + encoded(broken), "cursor");
        }
    }

    @Test
    void answersOnlyTheFieldsThatWereChosen() {
        var whole = api.get(PATH + "?limit=50").expect(200).array();
        for (var fields :
                List.of(
                        "id",
                        "source",
                        "transcriptText,id",
                        " source , conversationAnalytics ,,",
                        "updatedAt,app,prospectId,timestampEnd")) {
            var chosen = api.get(PATH + "?limit=50&fields=" + encoded(fields)).expect(200).array();

            assertThat(chosen).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                var expected = ((ObjectNode) whole.get(i)).deepCopy();
                var names = new HashSet<>(List.of(fields.strip().split("\\s*,\\s*")));
                names.add("id");
                expected.retain(names);
                assertThat(chosen.get(i)).as(fields).isEqualTo(expected);
            }
        }
        var detail =
                api.get(PATH + "?fields=internalProps").expect(422).object().path("detail").get(0);
        assertThat(detail.path("msg").asText()).contains("transcriptText").contains("evaluation");
        assertThat(detail.path("loc").get(1).asText()).isEqualTo("fields");
    }

    private static void refused(Api api, String path, String parameter) {
        var detail = api.get(path).expect(422).object().path("detail").get(0);
        assertThat(detail.path("loc").get(1).asText()).as(path).isEqualTo(parameter);
    }

    /// Every page, one by one.
    private static List<String> walk(String asked, int limit, Runnable between) {
        var walked = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        do {
            var path = asked + "&limit=" + limit + cursor.map(next -> "&cursor=" + next).orElse("");
            var page = api.get(path).expect(200);
            walked.addAll(ids(page.array()));
            cursor = next(page);
            between.run();
        } while (cursor.isPresent() && walked.size() < 1_000);
        return walked;
    }

    private static Optional<String> next(Api.Answer page) {
        return page.http().headers().firstValue("X-Next-Cursor");
    }

    private static ObjectNode conversation(Random random) {
        var body = Bodies.conversation(any(random, agents));
        body.put("source", any(random, List.of("Anabel", "bo", "\u00c1ngel", "a_b", "100%", "z")));
        body.put("sourceType", any(random, List.of("TWILIO", "BROWSER")));
        body.put("timestampStart", "2025-01-0%dT00:00:00".formatted(1 + random.nextInt(3)));
        if (random.nextBoolean()) {
            body.putNull("app");
        }
        if (random.nextInt(3) == 0) {
            body.putNull("timestampEnd").putNull("conversationAnalytics");
        } else {
            body.withObject("/conversationAnalytics")
                    .put("summary", random.nextBoolean() ? "The walrus rang" : "Nobody rang")
                    .put("sentiment_of_caller", any(random, List.of("positive", "negative")))
                    .put("email_address_of_caller", any(random, List.of("x@a.test", "y@a.test")))
                    .putNull("phone_number_of_caller");
        }
        return body;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private static List<String> ids(Iterable<JsonNode> records) {
        var ids = new ArrayList<String>();
        records.forEach(record -> ids.add(id(record)));
        return ids;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
