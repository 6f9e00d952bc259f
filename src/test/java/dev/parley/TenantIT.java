package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Contract;
import dev.parley.testing.Contract.Operation;
import dev.parley.testing.House;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One organization neither reads, changes nor notices another; who has no good key does nothing.
class TenantIT {
    private static final int INTERLEAVED = 10_000;

    /// Bodies that make no record of the caller's organization, or are no objects.
    private static final Set<String> NOT_RECORDS =
            Set.of(
                    "placeCall",
                    "addFeedbackV1",
                    "testAction",
                    "orderFromSample",
                    "getMetricsV1MetricsPost",
                    "createOrganizationV1",
                    "updateOrganizationV1",
                    "putOrganizationBranding",
                    "acceptInviteV1",
                    "createSession",
                    "createFirstSession",
                    "changePassword",
                    "uploadFileV1",
                    "uploadAudioFileV1");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static TestServer server;
    private static House ours;
    private static House theirs;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_CARRIER", "simulated"));
        ours = House.build(server, server.api(), "canary-ours-51c7");
        theirs = House.build(server, server.foreignApi(), "canary-theirs-9e02");
        Await.jobsDone(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test // T1, T14
    void findsNothingOfTheOthersByTheirIds() {
        var before = Rows.of(server, theirs.org());
        for (var operation : served()) {
            if (!operation.path().contains("_id}") || operation.isPublic()) {
                continue;
            }
            var answer = ours.on(theirs, operation).by(ours.api());
            var unknown = ours.onNobody(operation).by(ours.api());

            assertThat(answer.status()).as(operation.id() + answer.body()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body()).doesNotContain(theirs.marker());
        }
        assertThat(Rows.of(server, theirs.org())).isEqualTo(before);
    }

    @Test // T2
    void linksNothingOfTheirsToAnythingOfOurs() {
        var before = Rows.of(server);
        for (var pair :
                List.of(
                        List.of(ours.conversation(), theirs.prospect()),
                        List.of(theirs.conversation(), ours.prospect()),
                        List.of(theirs.conversation(), theirs.prospect()))) {
            for (var method : List.of("POST", "DELETE")) {
                var path = "/v1/conversations/%s/prospects/%s/links";
                ours.api().send(method, path.formatted(pair.get(0), pair.get(1)), null).expect(404);
            }
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // T3
    void usesNothingOfTheirsNamedInABodyOrAQuery() {
        var before = Rows.of(server);
        var body = Bodies.conversation(theirs.agent());

        ours.api().post("/v1/conversations", body).expect(422);
        ours.api().put("/v1/conversations/" + ours.conversation(), body).expect(422);
        var connection = Bodies.connection();
        ours.api().post("/v1/connections?agentId=" + theirs.agent(), connection).expect(404);
        ours.api()
                .post(
                        "/v1/connections?agentId=%s&prospect_id=%s"
                                .formatted(ours.agent(), theirs.prospect()),
                        connection)
                .expect(404);
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // T5
    void listsOnlyItsOwnWhateverIsAskedFor() {
        for (var list : ours.lists()) {
            assertThat(ours.api().get(list).expect(200).body()).doesNotContain(theirs.marker());
            for (var id : theirs.pathIds().values()) {
                for (var field : List.of("id", "agentId", "aiAgentId", "prospectId", "createdBy")) {
                    var found =
                            ours.api().get(list + "?search_by=" + field + "&search_value=" + id);
                    assertThat(found.body()).doesNotContain(theirs.marker());
                    assertThat(found.status()).isIn(200, 422);
                }
            }
            ours.api().get(list + "?search_by=orgId&search_value=" + theirs.org());
        }
        assertThat(
                        ours.api()
                                .get(
                                        "/v1/conversations?search_by=transcriptText&search_value="
                                                + theirs.marker())
                                .expect(200)
                                .array())
                .isEmpty();
    }

    @Test // T6
    void storesNoRowWithoutAnOrganization() {
        for (var table :
                List.of(
                        "agent",
                        "prospect",
                        "conversation",
                        "connection",
                        "phone",
                        "hive",
                        "action",
                        "product",
                        "agent_hive",
                        "agent_action",
                        "agent_product")) {
            server.sql(sql -> {
                sql.setAutoCommit(false);
                Rows.become(sql, ours.org());
                try (var statement = sql.createStatement()) {
                    assertThatThrownBy(() ->
                                    statement.execute("UPDATE " + table + " SET org_id = NULL"))
                            .isInstanceOf(SQLException.class);
                }
                sql.rollback();
                Rows.become(sql, ours.org());
                try (var statement = sql.createStatement()) {
                    var move = "UPDATE %s SET org_id = '%s'".formatted(table, theirs.org());
                    assertThatThrownBy(() -> statement.execute(move))
                            .hasMessageContaining("row-level security");
                }
                sql.rollback();
            });
        }
    }

    @Test // T7
    void seesNothingWhereNoOrganizationIsNamed() {
        server.sql(sql -> {
            try (var statement = sql.createStatement()) {
                for (int i = 0; i < 2; i++) {
                    for (var table :
                            List.of(
                                    "agent",
                                    "prospect",
                                    "conversation",
                                    "conversation_line",
                                    "conversation_feedback",
                                    "connection",
                                    "phone",
                                    "hive",
                                    "action",
                                    "product",
                                    "product_with_agents",
                                    "agent_hive",
                                    "agent_action",
                                    "agent_product")) {
                        try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                            rows.next();
                            assertThat(rows.getInt(1)).as(table).isZero();
                        }
                        assertThat(statement.executeUpdate("DELETE FROM " + table)).isZero();
                    }
                    // the second time on a connection that was an organization's before (T8)
                    sql.setAutoCommit(false);
                    Rows.become(sql, ours.org());
                    sql.commit();
                    sql.setAutoCommit(true);
                }
            }
        });
        assertThat(Rows.count(server, ours.org(), "agent")).isPositive();
    }

    @Test // T8
    void keepsTwoOrganizationsApartWhileBothAskAtOnce() {
        var wrong = new ConcurrentLinkedQueue<String>();
        var next = new AtomicInteger();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 32; i++) {
                clients.submit(() -> {
                    for (int n = next.getAndIncrement();
                            n < INTERLEAVED;
                            n = next.getAndIncrement()) {
                        var asker = n % 2 == 0 ? ours : theirs;
                        var other = n % 2 == 0 ? theirs : ours;
                        try {
                            interleaved(n / 2, asker, other).ifPresent(wrong::add);
                        } catch (IOException | InterruptedException | RuntimeException e) {
                            wrong.add(e.toString());
                        }
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static java.util.Optional<String> interleaved(int n, House asker, House other)
            throws IOException, InterruptedException {
        var paths =
                List.of(
                        "/v1/ai-agents/" + asker.agent(),
                        "/v1/conversations/" + asker.conversation(),
                        "/v1/prospects?limit=5",
                        "/v1/conversations/" + other.conversation(),
                        "/v1/prospects/" + asker.prospect());
        boolean isForeign = n % 5 == 3;
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + paths.get(n % 5)))
                        .header("Authorization", "Bearer " + asker.api().key())
                        .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        boolean isRight =
                answer.statusCode() == (isForeign ? 404 : 200)
                        && answer.body().contains(asker.marker()) != isForeign
                        && !answer.body().contains(other.marker());
        return isRight ? java.util.Optional.empty() : java.util.Optional.of(answer.body());
    }

    @Test // T9
    void letsNobodyChooseWhatTheServerDecides() {
        var chosen =
                Map.of(
                        "id", theirs.agent(),
                        "orgId", theirs.org(),
                        "createdBy", "usr.chosen",
                        "createdAt", "2001-01-01T00:00:00.000000",
                        "updatedBy", "usr.chosen",
                        "updatedAt", "2001-01-01T00:00:00.000000",
                        "prospectId", theirs.prospect(),
                        "transcriber", "chosen",
                        "intelligenceProvider", "chosen",
                        "aiAgentId", theirs.agent());
        for (var operation : served()) {
            var prepared = ours.prepared(operation);
            var valid = prepared.body();
            if (valid == null || NOT_RECORDS.contains(operation.id())) {
                continue;
            }
            var body = (ObjectNode) Api.read(valid);
            chosen.forEach(body::put);
            if (operation.id().contains("Conversation")) {
                body.put("status", "archived");
            }
            var made =
                    ours.api()
                            .send(prepared.method(), prepared.path(), body.toString())
                            .expect(200);

            assertThat(made.object().path("orgId").asText()).isEqualTo(ours.org());
            assertThat(made.body())
                    .as(operation.id())
                    .doesNotContain("chosen", "2001-01-01", theirs.org(), theirs.agent())
                    .doesNotContain(theirs.prospect());
            if (operation.id().contains("Conversation")) {
                assertThat(made.object().path("status").asText()).isEqualTo("active");
            }
        }
    }

    @Test // K1, K2, K3, K5
    void answersEverybodyWithoutAGoodKeyTheSame() throws Exception {
        var revoked = keyThat("revoked_at = now()");
        var expired = keyThat("expires_at = now() - interval '1 second'");
        var ours40 = "prl_" + "0123456789".repeat(4);
        var keys = new LinkedHashMap<String, List<String>>();
        keys.put("none", List.of());
        keys.put("empty", List.of("Bearer "));
        keys.put("no scheme", List.of(server.api().key()));
        keys.put("other scheme", List.of("Basic " + server.api().key()));
        keys.put("short", List.of("Bearer x"));
        keys.put("unknown", List.of("Bearer an-unknown-key-that-looks-like-one-000"));
        keys.put("wrong checksum", List.of("Bearer " + ours40 + "00000000"));
        keys.put("one too many", List.of("Bearer " + server.api().key() + "1"));
        keys.put("blank inside", List.of("Bearer  " + server.api().key()));
        keys.put("twice", List.of("Bearer " + ours.api().key(), "Bearer " + ours.api().key()));
        keys.put("two", List.of("Bearer " + ours.api().key(), "Bearer nothing"));
        keys.put("long", List.of("Bearer " + "k".repeat(8_000)));
        keys.put("revoked", List.of("Bearer " + revoked));
        keys.put("expired", List.of("Bearer " + expired));
        var before = Rows.of(server);
        var answers = new TreeMap<String, List<String>>();
        for (var operation : served()) {
            if (operation.isPublic()) {
                continue;
            }
            for (var key : keys.entrySet()) {
                var request = unauthorized(operation, key.getValue());
                var answer = CLIENT.send(request, BodyHandlers.ofString());
                var headers = new TreeMap<>(answer.headers().map());
                assertThat(answer.statusCode()).as("%s %s", operation.id(), key).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                answers.computeIfAbsent(headers + answer.body(), _ -> new ArrayList<>())
                        .add(operation.id() + " " + key.getKey());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // K5
    void takesAKeyInOneHeaderOnly() throws Exception {
        var key = ours.api().key();
        var list = server.url() + "/v1/ai-agents";
        for (var request :
                List.of(
                        HttpRequest.newBuilder(URI.create(list + "?key=" + key)),
                        HttpRequest.newBuilder(URI.create(list + "?authorization=Bearer%20" + key)),
                        HttpRequest.newBuilder(URI.create(list)).header("x-api-key", key),
                        HttpRequest.newBuilder(URI.create(list)).header("Cookie", "key=" + key))) {
            assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
        var lower =
                HttpRequest.newBuilder(URI.create(list)).header("authorization", "bearer " + key);
        assertThat(CLIENT.send(lower.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test // K1
    void reachesNothingByAnotherSpellingOfAPath() throws Exception {
        var before = Rows.of(server);
        for (var path :
                List.of(
                        "//v1/ai-agents",
                        "/v1//ai-agents",
                        "/v1/ai-agents/",
                        "/v1/ai-agents//",
                        "/v1/./ai-agents",
                        "/status/../v1/ai-agents",
                        "/status/%2e%2e/v1/ai-agents",
                        "/v1/%61i-agents",
                        "/v1/ai%2dagents",
                        "/v1%2fai-agents",
                        "/v1/ai-agents;x=1",
                        "/v1/ai-agents%3bx=1",
                        "/v1/ai-agents%00",
                        "/V1/AI-AGENTS",
                        "/v1/ai-agents/" + ours.agent() + "/",
                        "/v1/ai-agents/" + ours.agent() + ";x",
                        "/v1/ai-agents")) {
            for (var method :
                    List.of(
                            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
                            "X")) {
                var request =
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .method(method, BodyPublishers.ofString(Bodies.agent().toString()))
                                .header("Content-Type", "application/json")
                                .header("X-HTTP-Method-Override", "GET")
                                .header("X-Original-URL", "/status")
                                .header("X-Forwarded-For", "127.0.0.1");
                var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as("%s %s", method, path).isIn(400, 401, 404, 405);
                assertThat(answer.body()).doesNotContain("canary");
            }
        }
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    /// A key of ours that was made bad before it was ever used.
    private static String keyThat(String isBad) {
        var key = server.foreignApi().key();
        server.sql(sql -> {
            try (var statement = sql.createStatement()) {
                statement.execute(
                        "UPDATE api_key SET "
                                + isBad
                                + " WHERE org_id = (SELECT id FROM organization ORDER BY created_at"
                                + " DESC LIMIT 1)");
            }
        });
        return key;
    }

    private static HttpRequest unauthorized(Operation operation, List<String> authorization) {
        var prepared = ours.prepared(operation);
        var body = prepared.body();
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + prepared.path()))
                        .header("Content-Type", prepared.type())
                        .method(
                                operation.method(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        authorization.forEach(value -> request.header("Authorization", value));
        return request.build();
    }

    private static List<Operation> served() {
        return Contract.operations().stream()
                .filter(operation -> !operation.id().equals("openSocket"))
                .toList();
    }
}
