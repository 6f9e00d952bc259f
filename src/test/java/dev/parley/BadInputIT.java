package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Contract;
import dev.parley.testing.Contract.Operation;
import dev.parley.testing.House;
import dev.parley.testing.Mutations;
import dev.parley.testing.Mutations.Mutation;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever is sent, the answer keeps to the contract, nothing breaks, and what is refused is not
/// stored (V1, V2, V5, V6).
class BadInputIT {
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt(1_000_000));
    private static final int CLIENTS = 8;
    private static final int EACH = 900;
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /// Where the server takes more than the contract promises: older speakers, and null for absent.
    private static final List<String> LENIENT = List.of("/speaker", " = null");

    /// Texts that need a form beside a length.
    private static final List<String> FORMED =
            List.of("/agentId", "/url", "/email", "/country", "/timezone");

    private static TestServer server;
    private static Api api;
    private static String agent;
    private static String prospect;
    private static String conversation;
    private static String file;
    private static House house;
    private static final AtomicInteger requests = new AtomicInteger();

    /// Makes an organization at each success, and rows are compared organization by organization.
    private static final int FEW = 60;

    /// An operation with a body, ready to be sent.
    ///
    /// @param client who sends it
    /// @param isOnce whether a second success is a conflict
    /// @param most mutations tried
    private record Target(
            Operation operation,
            String path,
            JsonNode valid,
            Api client,
            boolean isOnce,
            int most) {
        static Target of(String operation, String path, JsonNode valid) {
            return new Target(Contract.operation(operation), path, valid, api, false, EACH);
        }

        static Target once(String operation, String path, JsonNode valid) {
            return new Target(Contract.operation(operation), path, valid, api, true, EACH);
        }
    }

    private record Sent(Target target, Mutation mutation, int status) {}

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_CARRIER", "simulated"));
        api = server.api();
        house = House.build(server, api, "house");
        agent = house.agent();
        prospect = house.prospect();
        conversation = house.conversation();
        file = house.id("{file_id}");
        System.out.println("BadInputIT: seed " + SEED + " (-Dparley.seed=" + SEED + ")");
    }

    @AfterAll
    static void stop() {
        System.out.println("BadInputIT: " + requests + " requests");
        server.close();
    }

    private static List<Target> targets() {
        return List.of(
                Target.of("createAIAgentV1", "/v1/ai-agents", Bodies.agent()),
                Target.of("updateAIAgentV1", "/v1/ai-agents/" + agent, Bodies.agent()),
                Target.of("createProspectV1", "/v1/prospects", Bodies.prospect()),
                Target.of("updateProspectV1", "/v1/prospects/" + prospect, Bodies.prospect()),
                Target.of("createConversationV1", "/v1/conversations", Bodies.conversation(agent)),
                Target.of(
                        "updateConversationV1",
                        "/v1/conversations/" + conversation,
                        Bodies.conversation(agent)),
                Target.of(
                        "addFeedbackV1",
                        "/v1/conversations/" + conversation + "/feedback",
                        Bodies.comment()),
                Target.of(
                        "createConnection",
                        "/v1/connections?agentId=" + agent,
                        Bodies.connection()),
                Target.of("createHiveV1", "/v1/hives", Bodies.hive(file)),
                Target.of(
                        "updateHiveV1",
                        "/v1/hives/" + house.id("{hive_id}"),
                        Bodies.hiveContent(file)),
                Target.of("createActionV1", "/v1/actions", Bodies.action()),
                Target.of(
                        "updateActionV1",
                        "/v1/actions/" + house.id("{action_id}"),
                        Bodies.action()),
                Target.of("createProductV1", "/v1/products", Bodies.product(agent)),
                Target.of(
                        "updateProductV1",
                        "/v1/products/" + house.id("{product_id}"),
                        Bodies.product(agent)),
                Target.of("createApiKeyV1", "/v1/api-keys", Bodies.key()),
                Target.of("getMetricsV1MetricsPost", "/v1/metrics", Bodies.metrics()),
                Target.once("createUserV1", "/v1/users", Bodies.user()),
                Target.once(
                        "updateUserV1",
                        "/v1/users/" + house.id("{user_id}"),
                        Bodies.user().put("email", "other@casa.example")),
                Target.once("sendInviteV1", "/v1/invites", Bodies.guest()),
                Target.of(
                        "updateOrganizationV1",
                        "/v1/organizations/" + house.org(),
                        Bodies.organization()),
                new Target(
                        Contract.operation("createOrganizationV1"),
                        "/v1/organizations",
                        Bodies.newOrganization(),
                        server.operatorApi(),
                        false,
                        FEW));
    }

    @Test
    void hasABodyWithEveryFieldOfTheContract() {
        for (var target : targets()) {
            var schema = target.operation().bodySchema().orElseThrow();
            assertThat(Mutations.missing(target.valid(), schema, target.operation().id()))
                    .isEmpty();
            var status = send(target, target.valid().toString()).status();
            assertThat(status).as(target.toString()).isIn(good(target));
        }
    }

    private static Set<Integer> good(Target target) {
        return target.isOnce() ? Set.of(200, 409) : Set.of(200);
    }

    @Test
    void refusesWhatTheContractRefusesAndStoresNothingOfIt() {
        var random = new Random(SEED);
        var all = new ArrayList<Sent>();
        for (var target : targets()) {
            var schema = target.operation().bodySchema().orElseThrow();
            var mutations = Mutations.of(target.valid(), schema);
            Collections.shuffle(mutations, random);
            mutations.stream().limit(target.most()).forEach(m -> all.add(new Sent(target, m, 0)));
        }

        var answered = new ConcurrentLinkedQueue<Sent>();
        inParallel(
                all,
                sent -> {
                    var status = send(sent.target(), sent.mutation().body()).status();
                    answered.add(new Sent(sent.target(), sent.mutation(), status));
                });

        assertThat(answered).hasSameSizeAs(all);
        assertThat(answered).allSatisfy(BadInputIT::isJudgedAsTheContractSays);
        var refused = answered.stream().filter(sent -> sent.status() >= 400).toList();
        assertThat(refused.size()).isGreaterThan(all.size() / 2);
        Await.jobsDone(server);
        var before = Rows.of(server);
        inParallel(
                refused, sent -> send(sent.target(), sent.mutation().body()).expect(sent.status()));
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    private static void isJudgedAsTheContractSays(Sent sent) {
        var name = sent.target().operation().id() + " " + sent.mutation().name();
        assertThat(sent.status())
                .as(name)
                .isIn(sent.target().isOnce() ? Set.of(200, 409, 413, 422) : Set.of(200, 413, 422));
        if (sent.mutation().isAtLimit() && FORMED.stream().noneMatch(name::contains)) {
            assertThat(sent.status()).as(name).isIn(good(sent.target()));
        }
        if (!isValid(sent) && LENIENT.stream().noneMatch(name::contains)) {
            assertThat(sent.status()).as(name).isEqualTo(422);
        }
    }

    private static boolean isValid(Sent sent) {
        try {
            var body = STRICT.readTree(sent.mutation().body());
            return Contract.bodyErrors(sent.target().operation(), body).isEmpty();
        } catch (JsonProcessingException | NumberFormatException e) {
            return false;
        }
    }

    @Test
    void refusesBodiesThatAreNoJsonObject() {
        Await.jobsDone(server);
        var before = Rows.of(server);
        for (var target : targets()) {
            var valid = target.valid().toString();
            var bodies =
                    List.of(
                            "",
                            " ",
                            "[]",
                            "\"x\"",
                            "null",
                            "1",
                            "{",
                            "{}",
                            "}",
                            valid + valid,
                            valid + "x",
                            valid + "\u0000",
                            "\ufeff" + valid,
                            "//\n" + valid,
                            valid.replaceFirst("\\{", "{\"a\":1,\"a\":2,"),
                            valid.replaceFirst("\\{", "{\"a\":{\"b\":1,\"b\":2},"),
                            valid.substring(0, valid.length() - 2),
                            "[".repeat(10_000) + "]".repeat(10_000),
                            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                            "[" + valid + "]");
            var schema = target.operation().bodySchema().orElseThrow();
            for (var body : bodies) {
                if (body.equals("{}") && schema.path("required").isEmpty()) {
                    continue; // nothing has to be in it
                }
                assertThat(send(target, body).status()).as(target + body).isEqualTo(422);
            }
            for (var charset :
                    List.of(
                            StandardCharsets.UTF_16,
                            StandardCharsets.UTF_16BE,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_32)) {
                var bytes = BodyPublishers.ofByteArray(valid.getBytes(charset));
                send(target, bytes, "application/json").expect(422);
            }
            var notUtf8 = "{\"status\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
            send(target, BodyPublishers.ofByteArray(notUtf8), "application/json").expect(422);
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test
    void readsAMillionKeysQuicklyAndIgnoresThem() {
        var keys = new StringBuilder("{\"status\":\"NEW\"");
        for (int i = 0; keys.length() < 4_000_000; i++) {
            keys.append(",\"").append(Integer.toString(i, 36)).append("\":0");
        }
        var target = targets().get(2);

        send(target, keys.append('}').toString()).expect(200);
    }

    @Test
    void refusesTypesItDoesNotRead() {
        for (var target : targets()) {
            var valid = target.valid().toString();
            for (var type :
                    List.of(
                            "text/plain",
                            "text/plain; a=+json",
                            "multipart/form-data; boundary=+json",
                            "multipart/form-data; boundary=x",
                            "application/x-www-form-urlencoded",
                            "application/xml",
                            "application/jsonp",
                            "application/x-java-serialized-object",
                            "application/yaml",
                            "+json")) {
                send(target, BodyPublishers.ofString(valid), type).expect(415);
            }
            var form = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
            send(target, BodyPublishers.ofString(form), "multipart/form-data; boundary=x")
                    .expect(415);
            var shouted =
                    send(
                            target,
                            BodyPublishers.ofString(valid),
                            "Application/JSON ; charset=UTF-8");
            assertThat(shouted.status()).isIn(good(target));
            var typeless = request(target, BodyPublishers.ofString(valid)).build();
            Api.exchange(typeless).expect(415);
            for (var encoding : List.of("gzip", "br", "zstd", "identity, gzip")) {
                Api.exchange(
                                request(target, BodyPublishers.ofString(valid))
                                        .header("Content-Type", "application/json")
                                        .header("Content-Encoding", encoding)
                                        .build())
                        .expect(415);
            }
        }
    }

    @Test
    void readsChunkedBodiesLikeOthers() {
        for (var target : targets()) {
            var bytes = target.valid().toString().getBytes(StandardCharsets.UTF_8);
            var chunked =
                    BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(
                                    () -> new java.io.ByteArrayInputStream(bytes)));
            assertThat(send(target, chunked, "application/json").status()).isIn(good(target));
        }
    }

    @Test
    void answersEveryJunkInQueriesAndPaths() {
        var junk = junk();
        var queries =
                List.of(
                        "search_by",
                        "search_value",
                        "status",
                        "sort_by",
                        "sort_order",
                        "skip",
                        "limit",
                        "updated_after",
                        "updated_before",
                        "app",
                        "sourceName",
                        "cursor",
                        "count",
                        "fields",
                        "tags",
                        "product_ids",
                        "showResellerOwner",
                        "email",
                        "phone");
        var paths = new ArrayList<String>();
        for (var list :
                List.of(
                        "/v1/ai-agents",
                        "/v1/prospects",
                        "/v1/conversations",
                        "/v1/connections",
                        "/v1/hives",
                        "/v1/actions",
                        "/v1/products",
                        "/v1/ui/products",
                        "/v1/users",
                        "/v1/invites")) {
            for (var value : junk) {
                queries.forEach(name -> paths.add("GET " + list + "?" + name + "=" + value));
                paths.add("GET " + list + "?search_by=name&search_value=" + value);
                paths.add("GET " + list + "?search_by=id&search_value=" + value);
                paths.add("GET " + list + "?" + value + "=" + value);
                paths.add("GET " + list + "/" + value);
                paths.add("DELETE " + list + "/" + value);
                paths.add("GET " + list + "/" + value + "/conversations");
            }
        }
        for (var value : junk) {
            paths.add("GET /v1/conversations?search_by=transcriptText&search_value=" + value);
            paths.add("GET /v1/telephony/countries/" + value + "/available-phones");
            paths.add("GET /v1/telephony/phones?country_code=" + value);
            paths.add("GET /v1/stats?app=" + value);
            paths.add("GET /v1/files/" + value + "/content?org=" + value + "&signature=" + value);
            paths.add("DELETE /v1/files?file_ids=" + value);
            for (var kind : List.of("prompt", "role", "action")) {
                paths.add("GET /v1/ui/" + kind + "-templates?language=" + value);
            }
            for (var path :
                    List.of(
                            "/v1/hives/%s/ai-agents/" + agent + "/link",
                            "/v1/hives/" + house.id("{hive_id}") + "/ai-agents/%s/link",
                            "/v1/actions/%s/ai-agents/" + agent + "/link",
                            "/v1/telephony/phones/%s/ai-agents/" + agent + "/link")) {
                paths.add("POST " + path.replace("%s", value));
                paths.add("DELETE " + path.replace("%s", value));
            }
            paths.add("POST /v1/connections?agentId=" + value);
            paths.add("POST /v1/connections?agentId=" + agent + "&prospect_id=" + value);
            paths.add("POST /v1/connections/" + value + "/tickets");
            paths.add("POST /v1/conversations/" + value + "/feedback");
            for (var method : List.of("POST", "DELETE")) {
                paths.add(
                        method
                                + " /v1/conversations/%s/prospects/%s/links"
                                        .formatted(conversation, value));
                paths.add(
                        method
                                + " /v1/conversations/%s/prospects/%s/links"
                                        .formatted(value, prospect));
            }
        }
        Await.jobsDone(server);
        var before = Rows.of(server);

        inParallel(
                paths,
                line -> {
                    var parts = line.split(" ", 2);
                    var answer =
                            api.send(parts[0], parts[1], parts[0].equals("POST") ? "{}" : null);
                    requests.incrementAndGet();
                    assertThat(answer.status()).as(line).isIn(200, 403, 404, 405, 414, 422);
                });

        assertThat(Rows.of(server)).isEqualTo(before);
    }

    private static List<String> junk() {
        var texts =
                List.of(
                        "'; DROP TABLE agent; --",
                        "1 OR 1=1",
                        "name; SELECT pg_sleep(9)",
                        "(SELECT 1)",
                        "%_\\",
                        "\\",
                        "orgId",
                        "org_id",
                        "document",
                        "created_at",
                        "null",
                        "-1",
                        "1e9",
                        "2147483648",
                        "999999999999999999999999",
                        "\u0661",
                        "0000-01-01T00:00:00+18:00",
                        "9999-12-31T23:59:59-18:00",
                        "2024-02-30T00:00:00",
                        "TRATA",
                        "active",
                        "\u202e",
                        "a\u0301\u0337\u0322",
                        "{\"$ne\":1}",
                        "&amp;",
                        "x".repeat(512),
                        "x".repeat(513),
                        "x".repeat(5_000),
                        "word ".repeat(100),
                        "a & | ! ( ) : * <-> 'b'");
        var encoded = new ArrayList<String>();
        texts.forEach(text -> encoded.add(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        encoded.addAll(
                List.of(
                        "%00",
                        "a%00b",
                        "%ff",
                        "%c0%80",
                        "%ed%a0%80",
                        "%2f",
                        "%2e%2e",
                        "..",
                        "a%2fb",
                        "%2e%2e%2f%2e%2e",
                        "%0d%0aX-Injected:1",
                        "%5c",
                        "%25",
                        "%253Cx%253E",
                        ";x=1",
                        "+",
                        "%F0%9F%98%80"));
        return encoded;
    }

    private static <T> void inParallel(List<T> work, Consumer<T> each) {
        var next = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> {
                    for (int n = next.getAndIncrement();
                            n < work.size();
                            n = next.getAndIncrement()) {
                        try {
                            each.accept(work.get(n));
                        } catch (RuntimeException | AssertionError e) {
                            failures.add(new AssertionError(shortened(work.get(n)) + ": " + e, e));
                        }
                    }
                });
            }
        }
        assertThat(failures.stream().map(Throwable::getMessage).limit(20).toList())
                .as("%d failures, seed %d", failures.size(), SEED)
                .isEmpty();
    }

    private static String shortened(Object work) {
        var text = work.toString();
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static Api.Answer send(Target target, String body) {
        return send(target, BodyPublishers.ofString(body), "application/json");
    }

    private static Api.Answer send(Target target, BodyPublisher body, String type) {
        requests.incrementAndGet();
        return Api.exchange(request(target, body).header("Content-Type", type).build());
    }

    private static HttpRequest.Builder request(Target target, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(server.url() + target.path()))
                .method(target.operation().method(), body)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + target.client().key());
    }
}
