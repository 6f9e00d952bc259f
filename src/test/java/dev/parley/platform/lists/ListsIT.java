package dev.parley.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every list parameter on every list, and any mixture of them against a plain model (V3, V4, T5).
class ListsIT {
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt(1_000_000));
    private static final int MIXTURES = 1_500;
    private static final List<String> NAMES =
            List.of("ana", "Anabel", "100%", "a_b", "back\\slash", "o'neil", "\u00c1ngel", "bo");
    private static final List<String> SEARCHES =
            List.of(
                    "an",
                    "AN",
                    "%",
                    "_",
                    "\\",
                    "'",
                    "\u00e1",
                    "b",
                    "0%",
                    "a_",
                    "zz",
                    "' OR '1'='1",
                    "\";--",
                    "__",
                    "%%",
                    "ana' UNION SELECT 1 --");

    private static TestServer server;
    private static Api api;

    /// A list, what it holds, and how its fields are matched.
    private record Listed(
            String path, List<JsonNode> newestFirst, Map<String, String> fields, boolean hasApp) {}

    private static List<Listed> lists;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        System.out.println("ListsIT: seed " + SEED + " (-Dparley.seed=" + SEED + ")");
        var random = new Random(SEED);
        var agents = fill(random, ListsIT::agent, "/v1/ai-agents", 30);
        var prospects = fill(random, ListsIT::prospect, "/v1/prospects", 40);
        var ids = agents.stream().map(agent -> agent.path("id").asText()).toList();
        fill(random, r -> conversation(r, ids), "/v1/conversations", 40);
        for (int i = 0; i < 30; i++) {
            var path = "/v1/connections?agentId=" + any(random, ids);
            if (random.nextBoolean()) {
                path += "&prospect_id=" + any(random, prospects).path("id").asText();
            }
            var body = Bodies.connection().put("sourceId", any(random, NAMES));
            body.put("sourceName", any(random, List.of("TWILIO", "BROWSER", "PLIVO")));
            api.post(path, body).expect(200);
        }
        Await.jobsDone(server);
        tie();
        lists =
                List.of(
                        listed("/v1/ai-agents", "name:text role:text timezone:exact app:exact"),
                        listed("/v1/prospects", "name:text email:text phoneNumber:text"),
                        listed(
                                "/v1/conversations",
                                "source:text sourceType:exact aiAgentId:exact agentId:exact"
                                        + " prospectId:exact app:exact sentiment_of_caller:exact"
                                        + " prospectStatus:exact timestampStart:sort"
                                        + " timestampEnd:sort"),
                        listed(
                                "/v1/connections",
                                "sourceName:exact sourceId:text agentId:exact prospectId:exact"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersAnyMixtureLikeAPlainModel() {
        var random = new Random(SEED + 1);
        for (int i = 0; i < MIXTURES; i++) {
            var list = any(random, lists);
            var asked = mixture(random, list);

            var answer = api.get(list.path() + query(asked)).expect(200);

            assertThat(ids(answer.array()))
                    .as("%s %s, seed %d", list.path(), asked, SEED)
                    .isEqualTo(ids(expected(list, asked)));
            assertThat(answer.http().headers().firstValue("X-Total-Count"))
                    .as("%s %s, seed %d", list.path(), asked, SEED)
                    .isEqualTo(count(list, asked));
        }
    }

    private static Optional<String> count(Listed list, Map<String, String> asked) {
        if (!"true".equals(asked.get("count"))) {
            return Optional.empty();
        }
        var all = new TreeMap<>(asked);
        all.remove("skip");
        all.put("limit", "1000000");
        return Optional.of(Integer.toString(expected(list, all).size()));
    }

    private static Map<String, String> mixture(Random random, Listed list) {
        var asked = new TreeMap<String, String>();
        if (random.nextInt(3) > 0) {
            var searchable =
                    list.fields().entrySet().stream()
                            .filter(field -> !field.getValue().equals("sort"))
                            .map(Map.Entry::getKey)
                            .toList();
            var field = any(random, searchable);
            var real = value(any(random, list.newestFirst()), field);
            asked.put("search_by", field);
            asked.put(
                    "search_value",
                    real != null && random.nextBoolean() ? real : any(random, SEARCHES));
        }
        if (random.nextInt(3) > 0) {
            asked.put("sort_by", any(random, List.copyOf(list.fields().keySet())));
            asked.put("sort_order", any(random, List.of("asc", "desc", "ASC", "Desc")));
        }
        if (random.nextInt(4) == 0) {
            asked.put("status", any(random, List.of("active", "NEW", "archived", "x' OR 1=1")));
        }
        if (random.nextInt(4) == 0) {
            asked.put("app", any(random, List.of("TRATA", "TRATA_SPARR")));
        }
        if (random.nextInt(4) == 0) {
            asked.put("updated_after", someTime(random, list));
        }
        if (random.nextInt(4) == 0) {
            asked.put("updated_before", someTime(random, list));
        }
        if (random.nextBoolean()) {
            asked.put("skip", Integer.toString(random.nextInt(12)));
            asked.put("limit", Integer.toString(1 + random.nextInt(20)));
        }
        if (random.nextInt(4) == 0) {
            asked.put("count", any(random, List.of("true", "false")));
        }
        return asked;
    }

    private static String someTime(Random random, Listed list) {
        var time = any(random, list.newestFirst()).path("updatedAt").asText();
        return time + any(random, List.of("", "Z", "+00:00", "-00:00", "+0000"));
    }

    private static List<JsonNode> expected(Listed list, Map<String, String> asked) {
        Predicate<JsonNode> kept = record -> true;
        if (asked.containsKey("search_by")) {
            kept =
                    kept.and(
                            search(
                                    list,
                                    asked.get("search_by"),
                                    asked.getOrDefault("search_value", "")));
        }
        for (var exact : List.of("status", "app")) {
            if (asked.containsKey(exact) && (list.hasApp() || !exact.equals("app"))) {
                kept = kept.and(record -> asked.get(exact).equals(value(record, exact)));
            }
        }
        if (asked.containsKey("updated_after")) {
            var after = asked.get("updated_after").substring(0, 26);
            kept = kept.and(record -> record.path("updatedAt").asText().compareTo(after) > 0);
        }
        if (asked.containsKey("updated_before")) {
            var before = asked.get("updated_before").substring(0, 26);
            kept = kept.and(record -> record.path("updatedAt").asText().compareTo(before) < 0);
        }
        return list.newestFirst().stream()
                .filter(kept)
                .sorted(order(asked))
                .skip(Integer.parseInt(asked.getOrDefault("skip", "0")))
                .limit(Integer.parseInt(asked.getOrDefault("limit", "100")))
                .toList();
    }

    private static Predicate<JsonNode> search(Listed list, String field, String value) {
        if ("text".equals(list.fields().get(field))) {
            var part = value.toLowerCase(Locale.ROOT);
            return record -> {
                var text = value(record, field);
                return text != null && text.toLowerCase(Locale.ROOT).contains(part);
            };
        }
        return record -> value.equals(value(record, field));
    }

    private static Comparator<JsonNode> order(Map<String, String> asked) {
        var field = asked.get("sort_by");
        if (field == null) {
            return (_, _) -> 0;
        }
        var order =
                Comparator.<JsonNode, String>comparing(
                                record -> value(record, field),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(record -> record.path("createdAt").asText())
                        .thenComparing(record -> record.path("id").asText());
        return "asc".equalsIgnoreCase(asked.get("sort_order")) ? order : order.reversed();
    }

    private static @Nullable String value(JsonNode record, String field) {
        var node =
                switch (field) {
                    case "agentId" ->
                            record.has("agentId") ? record.get(field) : record.get("aiAgentId");
                    case "sentiment_of_caller", "prospectStatus" ->
                            record.path("conversationAnalytics").get(field);
                    case "status" ->
                            record.has("status") ? record.get(field) : TextNode.valueOf("active");
                    default -> record.get(field);
                };
        return node == null || node.isNull() ? null : node.asText();
    }

    @Test
    void namesTheKnownFieldsWhenAskedForAnother() {
        for (var list : lists) {
            for (var field : List.of("orgId", "org_id", "document", "created_at", "1", "id; --")) {
                for (var parameter : List.of("search_by", "sort_by")) {
                    var asked = Map.of(parameter, field);
                    var detail =
                            api.get(list.path() + query(asked))
                                    .expect(422)
                                    .object()
                                    .path("detail")
                                    .get(0);

                    assertThat(detail.path("loc").get(1).asText()).isEqualTo(parameter);
                    list.fields()
                            .keySet()
                            .forEach(known ->
                                    assertThat(detail.path("msg").asText()).contains(known));
                }
            }
        }
    }

    @Test
    void keepsToTheBoundsOfPages() {
        for (var list : lists) {
            for (var bad :
                    List.of(
                            "limit=0",
                            "limit=101",
                            "limit=abc",
                            "limit=-1",
                            "limit=1.0",
                            "limit=2147483648",
                            "limit=1&limit=2",
                            "skip=-1",
                            "skip=abc",
                            "skip=99999999999",
                            "sort_order=up",
                            "count=yes",
                            "count=1",
                            "fields=orgid",
                            "fields=id,document",
                            "cursor=x",
                            "cursor=%25",
                            "cursor=AAAAAAAAAAAAAAAAAAAA",
                            "search_value=x",
                            "updated_after=yesterday",
                            "updated_before=2024-02-30T00:00:00")) {
                api.get(list.path() + "?" + bad).expect(422);
            }
            assertThat(api.get(list.path() + "?skip=1000000000").expect(200).array()).isEmpty();
            assertThat(api.get(list.path() + "?limit=1").expect(200).array()).hasSize(1);
            assertThat(api.get(list.path() + "?limit=&skip=&status=").expect(200).array())
                    .hasSameSizeAs(list.newestFirst());
        }
        api.get("/v1/conversations?app=OTHER").expect(422);
        api.get("/v1/ai-agents?app=OTHER").expect(422);
    }

    @Test
    void filtersConnectionsByTheirSource() {
        var connections = lists.getLast();
        for (var name : List.of("TWILIO", "BROWSER", "PLIVO", "x' OR 'a'='a")) {
            var answered =
                    api.get(connections.path() + query(Map.of("sourceName", name))).expect(200);

            assertThat(ids(answered.array()))
                    .isEqualTo(
                            ids(
                                    connections.newestFirst().stream()
                                            .filter(c -> name.equals(value(c, "sourceName")))
                                            .toList()));
        }
    }

    @Test
    void readsTimesWithAZoneOrWithout() {
        var prospects = lists.get(1);
        var middle = prospects.newestFirst().get(10).path("updatedAt").asText();
        var inMadrid =
                java.time.LocalDateTime.parse(middle)
                        .atOffset(java.time.ZoneOffset.UTC)
                        .withOffsetSameInstant(java.time.ZoneOffset.ofHours(2))
                        .format(
                                java.time.format.DateTimeFormatter.ofPattern(
                                        "uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx"));
        var plain = api.get(prospects.path() + query(Map.of("updated_after", middle))).array();

        for (var same : List.of(middle + "Z", middle.replace('T', ' '), inMadrid)) {
            assertThat(api.get(prospects.path() + query(Map.of("updated_after", same))).array())
                    .as(same)
                    .isEqualTo(plain);
        }
        var bare = prospects.path() + "?updated_after=" + inMadrid;
        assertThat(api.get(bare).expect(200).array()).isEqualTo(plain);
    }

    @Test
    void findsConversationsByWordsOfTheirTranscript() {
        var body = silent();
        var lines = body.withArray("/transcriptText");
        ((ObjectNode) lines.get(0))
                .put("message", "The walrus, caf\u00e9 and \"\u0938\u093e\u0939\u092c\" arrived.");
        ((ObjectNode) lines.get(1)).put("message", "A narwhal too");
        var id = api.post("/v1/conversations", body).expect(200).object().path("id").asText();

        for (var found :
                List.of(
                        "walrus",
                        "WALRUS",
                        "walrus narwhal",
                        "narwhal walrus",
                        "caf\u00e9",
                        "CAF\u00c9!",
                        "\u0938\u093e\u0939\u092c",
                        "the, walrus.")) {
            assertThat(byWords(found)).as(found).containsExactly(id);
        }
        for (var lost :
                List.of("walr", "alrus", "walrus unicorn", "speaker walrus", "%", "w_lrus")) {
            assertThat(byWords(lost)).as(lost).isEmpty();
        }
        api.delete("/v1/conversations/" + id).expect(200);
    }

    @Test
    void searchesTranscriptsOfAnySize() {
        var body = silent();
        var lines = body.putArray("transcriptText");
        for (int i = 0; i < 100; i++) {
            var words = new StringBuilder();
            for (int k = 0; words.length() < 32_000; k++) {
                words.append(Integer.toString(i * 10_000 + k + 1_000_000, 36)).append(' ');
            }
            lines.addObject()
                    .put("speaker", "USER")
                    .put("message", words + (i == 99 ? "platypus" : ""))
                    .put("timestamp", "2025-01-01T00:00:00")
                    .put("message_id", "m");
        }
        var id = api.post("/v1/conversations", body).expect(200).object().path("id").asText();

        assertThat(byWords("platypus")).containsExactly(id);
        api.delete("/v1/conversations/" + id).expect(200);
    }

    private static List<String> byWords(String words) {
        var asked = Map.of("search_by", "transcriptText", "search_value", words);
        return ids(api.get("/v1/conversations" + query(asked)).expect(200).array());
    }

    /// A conversation that brings no prospect with it.
    private static ObjectNode silent() {
        var agent = lists.getFirst().newestFirst().getFirst().path("id").asText();
        return Bodies.conversation(agent).putNull("conversationAnalytics").putNull("timestampEnd");
    }

    /// Half of all records change at the same moment as another one.
    private static void tie() {
        var org = Rows.texts(server, "SELECT id FROM organization").getFirst();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org);
            try (var statement = sql.createStatement()) {
                statement.execute(
                        """
                        UPDATE prospect SET updated_at = '2030-01-01T00:00:00Z', document =
                            (document::jsonb || '{"updatedAt":"2030-01-01T00:00:00.000000"}')::text
                        WHERE hashtext(id) % 2 = 0
                        """);
            }
            sql.commit();
        });
    }

    private static Listed listed(String path, String fields) {
        var all = new TreeMap<String, String>();
        for (var field :
                ("id:exact status:exact createdAt:sort updatedAt:sort createdBy:exact " + fields)
                        .split(" ")) {
            var parts = field.split(":");
            all.put(parts[0], parts[1]);
        }
        if (path.endsWith("connections")) {
            all.remove("status");
        }
        var records = new ArrayList<JsonNode>();
        api.get(path).expect(200).array().forEach(records::add);
        var newestFirst =
                Comparator.<JsonNode, String>comparing(record -> value(record, "createdAt"))
                        .thenComparing(record -> value(record, "id"))
                        .reversed();
        assertThat(records).isSortedAccordingTo(newestFirst);
        return new Listed(path, records, all, all.containsKey("app"));
    }

    private static List<JsonNode> fill(
            Random random, Function<Random, ObjectNode> body, String path, int count) {
        var made = new ArrayList<JsonNode>();
        for (int i = 0; i < count; i++) {
            made.add(api.post(path, body.apply(random)).expect(200).object());
        }
        return made;
    }

    private static ObjectNode agent(Random random) {
        return Bodies.agent()
                .put("name", any(random, NAMES))
                .put("role", any(random, NAMES))
                .put("status", any(random, List.of("active", "inactive", "archived")))
                .put("timezone", any(random, List.of("UTC", "Europe/Madrid")))
                .put("app", any(random, List.of("TRATA", "TRATA_SPARR")));
    }

    private static ObjectNode prospect(Random random) {
        var body = Bodies.prospect().put("status", any(random, List.of("NEW", "NOT_INTERESTED")));
        body.put("name", random.nextInt(4) == 0 ? null : any(random, NAMES));
        body.put("email", any(random, List.of("a_b@example.com", "Anabel@example.org")));
        return body.put("phoneNumber", random.nextBoolean() ? null : any(random, NAMES));
    }

    private static ObjectNode conversation(Random random, List<String> agents) {
        var body = Bodies.conversation(any(random, agents)).put("source", any(random, NAMES));
        body.put("sourceType", any(random, List.of("TWILIO", "BROWSER", "PLIVO")));
        body.put("timestampStart", "2025-01-0%dT00:00:00".formatted(1 + random.nextInt(5)));
        if (random.nextBoolean()) {
            body.putNull("timestampEnd").putNull("conversationAnalytics").putNull("app");
        } else {
            body.withObject("/conversationAnalytics")
                    .put("sentiment_of_caller", any(random, List.of("positive", "negative")))
                    .put("prospectStatus", any(random, List.of("NEW", "NOT_INTERESTED")))
                    .put("email_address_of_caller", any(random, List.of("x@a.test", "y@a.test")))
                    .putNull("phone_number_of_caller");
        }
        return body;
    }

    private static String query(Map<String, String> asked) {
        var query = new StringBuilder("?");
        asked.forEach((name, value) ->
                query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
        return query.toString();
    }

    private static List<String> ids(Iterable<JsonNode> records) {
        var ids = new ArrayList<String>();
        records.forEach(record -> ids.add(record.path("id").asText()));
        return ids;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
