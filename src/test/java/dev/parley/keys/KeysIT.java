package dev.parley.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeysIT {
    private static final String KEYS = "/v1/api-keys";
    private static final Duration SOON = Duration.ofSeconds(5);

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
    void tellsASecretOnce() {
        var answer = api.post(KEYS, "{}").expect(200);
        var made = answer.object();
        var secret = made.path("secretKey").asText();

        assertThat(answer.http().headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(secret).matches("prl_[0-9a-f]{48}");
        assertThat(made.path("keyType").asText()).isEqualTo("api_key");
        assertThat(made.path("isActive").asBoolean()).isTrue();
        assertThat(made.path("id").asText()).matches("key\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(life(made)).isEqualTo(Duration.ofDays(365));
        var list = api.get(KEYS).expect(200);
        assertThat(list.body()).doesNotContain(secret);
        assertThat(list.array().findValuesAsText("secretKey"))
                .contains("prl_…" + secret.substring(secret.length() - 4));
        using(secret).get("/v1/ai-agents").expect(200);
    }

    @Test
    void takesTheKindsOfTheContract() {
        for (var body : List.of("{}", "{\"key_type\": null}", "{\"key_type\": \"api_key\"}")) {
            var made = api.post(KEYS, body).expect(200).object();
            assertThat(made.path("keyType").asText()).isEqualTo("api_key");
        }
        var callKey = api.post(KEYS, "{\"key_type\": \"call_key\"}").expect(200).object();
        assertThat(callKey.path("keyType").asText()).isEqualTo("call_key");
        assertThat(life(callKey)).isEqualTo(Duration.ofHours(1));
        api.post(KEYS, "{\"key_type\": \"master\"}").expect(422);
    }

    /// K2: what is in the database opens nothing.
    @Test
    void k2StoresNoSecret() {
        var secrets =
                IntStream.range(0, 100)
                        .mapToObj(_ -> api.post(KEYS, "{}").expect(200).object())
                        .map(key -> key.path("secretKey").asText())
                        .toList();

        var stored = String.join("\n", Rows.texts(server, "SELECT k::text FROM api_key k"));

        assertThat(secrets).doesNotHaveDuplicates();
        for (var secret : secrets) {
            assertThat(stored).doesNotContain(secret.substring(4, 20), secret.substring(20, 44));
        }
    }

    /// K4: the next request of a revoked key, at the latest five seconds later.
    @Test
    void k4StopsARevokedKey() {
        var made = api.post(KEYS, "{}").expect(200).object();
        var client = using(made.path("secretKey").asText());
        client.get("/v1/ai-agents").expect(200);

        api.delete(path(made)).expect(200);

        Await.until(SOON, () -> client.get("/v1/ai-agents").expect(401));
        assertThat(listed(made).path("isActive").asBoolean()).isFalse();
        api.delete(path(made)).expect(404);
    }

    /// K4: a call that was begun with a key ends with it, however it was let in.
    @Test
    void k4EndsTheCallsOfARevokedKey() {
        var agent = Given.agent(api);
        var made = api.post(KEYS, "{}").expect(200).object();
        var client = using(made.path("secretKey").asText());
        var connection = Caller.connection(client, agent);
        var unused = Caller.ticket(client, connection);
        try (var byTicket = Caller.of(client, agent);
                var others = Caller.of(api, agent)) {
            assertThat(byTicket.hears()).isEqualTo("Hello!");
            assertThat(others.hears()).isEqualTo("Hello!");

            api.delete(path(made)).expect(200);

            assertThat(byTicket.closed().orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(1008);
            assertThat(others.isClosed()).isFalse();
            assertThat(catchStatus(unused)).isEqualTo(401);
        }
    }

    /// K7: a key for pages begins calls and does nothing else, and no cache keeps it.
    @Test
    void k7GivesAKeyThatOnlyBeginsCalls() {
        var agent = Given.agent(api);
        var answer = api.get(KEYS + "/call-key").expect(200);
        var callKey = answer.object();
        var client = using(callKey.path("secretKey").asText());

        assertThat(answer.http().headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(life(callKey)).isEqualTo(Duration.ofHours(1));
        try (var caller = Caller.of(client, agent)) {
            assertThat(caller.hears()).isEqualTo("Hello!");
        }
        for (var path : List.of(KEYS, KEYS + "/call-key", "/v1/ai-agents", "/v1/users")) {
            client.get(path).expect(403);
        }
        client.post(KEYS, "{}").expect(403);
        client.delete(path(callKey)).expect(403);
    }

    @Test
    void stopsKeysThatExpire() {
        server.expiredApi().get("/v1/ai-agents").expect(401);
        server.revokedApi().get("/v1/ai-agents").expect(401);
        server.callKeyApi().get("/v1/ai-agents").expect(403);

        var made = api.post(KEYS, "{}").expect(200).object();
        server.sql(sql -> {
            try (var expire =
                    sql.prepareStatement("UPDATE api_key SET expires_at = now() WHERE id = ?")) {
                expire.setString(1, made.path("id").asText());
                expire.executeUpdate();
            }
        });
        using(made.path("secretKey").asText()).get("/v1/ai-agents").expect(401);
        assertThat(listed(made).path("isActive").asBoolean()).isFalse();
    }

    /// K10: a key never does more than its member may at that moment.
    @Test
    void k10ActsWithTheRoleOfItsMember() {
        var admin = server.apiOf("ADMIN");
        var made = admin.post(KEYS, "{}").expect(200).object();
        var client = using(made.path("secretKey").asText());
        client.post("/v1/ai-agents", Given.agentBody()).expect(200);
        client.delete("/v1/organizations").expect(403);

        api.put("/v1/users/" + made.path("userId").asText(), "{\"role\": \"READ_ONLY\"}")
                .expect(200);

        Await.until(SOON, () -> client.post("/v1/ai-agents", Given.agentBody()).expect(403));
        client.get("/v1/ai-agents").expect(200);
        client.post(KEYS, "{}").expect(403);
        client.get(KEYS + "/call-key").expect(403);
    }

    @Test
    void k10LeavesAnOwnersKeysToOwners() {
        var owners = api.post(KEYS, "{}").expect(200).object();
        var admins = server.apiOf("ADMIN").post(KEYS, "{}").expect(200).object();

        server.apiOf("ADMIN").delete(path(owners)).expect(403);
        server.apiOf("ADMIN").delete(path(admins)).expect(200);
        api.delete(path(owners)).expect(200);
    }

    @Test
    void t1HidesKeysOfOthers() {
        var foreign = server.foreignApi();
        var made = api.post(KEYS, "{}").expect(200).object();

        foreign.delete(path(made)).expect(404);
        assertThat(foreign.get(KEYS).expect(200).body())
                .doesNotContain(made.path("id").asText(), made.path("orgId").asText());
        api.delete(path(made)).expect(200);
    }

    private static int catchStatus(String socketUrl) {
        try (var caller = Caller.at(socketUrl)) {
            throw new AssertionError("Was let in: " + caller);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static ObjectNode listed(ObjectNode key) {
        for (var other : api.get(KEYS).expect(200).array()) {
            if (other.path("id").equals(key.path("id"))) {
                return (ObjectNode) other;
            }
        }
        throw new AssertionError("Not listed");
    }

    private static Api using(String secret) {
        return new Api(server.url(), secret);
    }

    private static String path(ObjectNode key) {
        return KEYS + "/" + key.path("id").asText();
    }

    private static Duration life(ObjectNode key) {
        return Duration.between(
                LocalDateTime.parse(key.path("createdAt").asText()),
                LocalDateTime.parse(key.path("expiresAt").asText()));
    }
}
