package dev.parley.retries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Bodies;
import dev.parley.testing.Contract;
import dev.parley.testing.House;
import dev.parley.testing.House.Prepared;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One `Idempotency-Key`, one effect (V10).
class SafeRetriesIT {
    /// Sent with an invitation's code, or the operator's key.
    private static final Set<String> OF_OTHERS = Set.of("acceptInviteV1", "createOrganizationV1");

    private static TestServer server;
    private static Api api;
    private static Api foreign;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_CARRIER", "simulated"));
        api = server.api();
        foreign = server.foreignApi();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersTheSameForTheSameRequest() {
        var first = post(api, "/v1/prospects", Bodies.prospect(), "once-1").expect(200);
        var second = post(api, "/v1/prospects", Bodies.prospect(), "once-1").expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag")).isNotEmpty();
        assertThat(first.http().headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void hasOneEffectWhenFiftyAskAtOnce() throws Exception {
        var body = Bodies.prospect().put("name", "fifty at once");
        var answers = new ArrayList<Answer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    clients.invokeAll(
                            IntStream.range(0, 50)
                                    .<Callable<Answer>>mapToObj(
                                            _ -> () -> post(api, "/v1/prospects", body, "once-50"))
                                    .toList());
            for (var one : asked) {
                answers.add(one.get());
            }
        }

        var good = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(good).isNotEmpty();
        assertThat(good.stream().map(Answer::body).distinct()).hasSize(1);
        // who cannot wait for a connection is told to come again, and then gets the same answer
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503));
        assertThat(api.get("/v1/prospects?search_by=name&search_value=fifty%20at%20once").array())
                .hasSize(1);
        assertThat(post(api, "/v1/prospects", body, "once-50").body())
                .isEqualTo(good.getFirst().body());
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        post(api, "/v1/prospects", Bodies.prospect(), "once-2").expect(200);
        var before = Rows.of(server);

        post(api, "/v1/prospects", Bodies.prospect().put("name", "Other"), "once-2").expect(422);
        post(api, "/v1/ai-agents", Bodies.agent(), "once-2").expect(422);

        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test
    void keepsOrganizationsApart() {
        var ours = post(api, "/v1/prospects", Bodies.prospect(), "once-3").expect(200).object();
        var theirs =
                post(foreign, "/v1/prospects", Bodies.prospect(), "once-3").expect(200).object();

        assertThat(theirs.path("id")).isNotEqualTo(ours.path("id"));
        assertThat(theirs.path("orgId")).isNotEqualTo(ours.path("orgId"));
    }

    @Test
    void refusesKeysThatAreNone() {
        for (var key : List.of("k".repeat(256), "with blank", "\t")) {
            var answer = post(api, "/v1/prospects", Bodies.prospect(), key);
            assertThat(answer.status()).as(key).isIn(400, 200);
            assertThat(answer.status() == 200).as(key).isEqualTo(key.isBlank());
        }
        post(api, "/v1/prospects", Bodies.prospect(), "k".repeat(255)).expect(200);
    }

    @Test
    void keepsNothingOfWhatFailed() {
        post(api, "/v1/prospects", Bodies.prospect().put("status", "NONE"), "once-4").expect(422);
        post(api, "/v1/prospects", Bodies.prospect(), "once-4").expect(200);
    }

    @Test
    void coversEveryOperationThatMakesSomething() {
        var house = House.build(server, foreign, "once");
        for (var operation : Contract.operations()) {
            if (!operation.method().equals("POST")
                    || operation.isPublic()
                    || OF_OTHERS.contains(operation.id())) {
                continue;
            }
            var request = house.prepared(operation);
            var first = post(foreign, request, "each-" + operation.id()).expect(200);
            var counted = Rows.of(server, house.org());
            var again = post(foreign, request, "each-" + operation.id()).expect(200);

            assertThat(again.body()).as(operation.id()).isEqualTo(first.body());
            assertThat(Rows.of(server, house.org())).as(operation.id()).isEqualTo(counted);
        }
    }

    @Test
    void coversTheOperatorsWork() {
        var operator = server.operatorApi();
        var first = post(operator, "/v1/organizations", Bodies.newOrganization(), "op-1");
        var again = post(operator, "/v1/organizations", Bodies.newOrganization(), "op-1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = Bodies.newOrganization().put("adminUserName", "B");
        post(operator, "/v1/organizations", other, "op-1").expect(422);
    }

    @Test // K2: a kept answer may hold a secret
    void keepsAnswersSealed() {
        post(api, "/v1/prospects", Bodies.prospect().put("name", "canary-sealed"), "once-5")
                .expect(200);

        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, api.get("/v1/prospects").array().get(0).path("orgId").asText());
            try (var statement = sql.createStatement();
                    var rows =
                            statement.executeQuery(
                                    """
                                    SELECT count(*), count(*) FILTER (
                                        WHERE position('canary-sealed'::bytea IN answer) > 0)
                                    FROM kept_answer
                                    """)) {
                rows.next();
                assertThat(rows.getInt(1)).isPositive();
                assertThat(rows.getInt(2)).isZero();
            }
        });
    }

    @Test
    void forgetsAfterADay() {
        var first = post(api, "/v1/prospects", Bodies.prospect(), "once-6").expect(200).object();
        var org = first.path("orgId").asText();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org);
            try (var statement = sql.createStatement()) {
                statement.execute(
                        "UPDATE kept_answer SET created_at = created_at - interval '25 hours'"
                                + " WHERE key = 'once-6'");
            }
            sql.commit();
        });

        var later = post(api, "/v1/prospects", Bodies.prospect(), "once-6").expect(200).object();

        assertThat(later.path("id")).isNotEqualTo(first.path("id"));
    }

    private static Answer post(Api client, String path, ObjectNode body, String key) {
        return post(client, new Prepared("POST", path, body.toString(), "application/json"), key);
    }

    private static Answer post(Api client, Prepared request, String key) {
        var body = request.body() == null ? "" : request.body();
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(client.url() + request.path()))
                        .POST(BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + client.key())
                        .header("Content-Type", request.type())
                        .header("Idempotency-Key", key)
                        .build());
    }

    private static String header(Answer answer, String name) {
        return answer.http().headers().firstValue(name).orElse("");
    }
}
