package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionsIT {
    private static final String SESSIONS = "/v1/sessions";
    private static final String PASSWORD = "correct horse battery";
    private static final Duration SOON = Duration.ofSeconds(5);

    private static TestServer server;
    private static Api owner;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        owner = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void signsInWithAddressAndPassword() {
        invited(owner, "ana@example.com", "ADMIN");

        var answer = signIn("Ana@Example.com", PASSWORD).expect(200);
        var session = answer.object();
        var client = using(session.path("token").asText());

        assertThat(answer.http().headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(session.path("user").path("email").asText()).isEqualTo("ana@example.com");
        assertThat(session.path("user").path("role").asText()).isEqualTo("ADMIN");
        assertThat(LocalDateTime.parse(session.path("expiresAt").asText()))
                .isBetween(
                        LocalDateTime.parse(session.path("user").path("createdAt").asText())
                                .plusHours(11),
                        LocalDateTime.parse(session.path("user").path("createdAt").asText())
                                .plusHours(13));
        client.get("/v1/ai-agents").expect(200);
        client.post("/v1/users", "{\"email\": \"by.session@example.com\"}").expect(200);
        client.delete("/v1/organizations").expect(403);
    }

    @Test
    void tellsAWrongPasswordFromNobodyInNothing() {
        invited(owner, "known@example.com", "READ_ONLY");

        var wrong = signIn("known@example.com", "not the password").expect(401);
        var nobody = signIn("unknown@example.com", "not the password").expect(401);

        assertThat(wrong.body()).isEqualTo(nobody.body());
        assertThat(wrong.http().headers().firstValue("www-authenticate"))
                .isEqualTo(nobody.http().headers().firstValue("www-authenticate"));
    }

    @Test
    void takesAsLongForNobody() {
        invited(owner, "timed@example.com", "READ_ONLY");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            known.add(time("timed@example.com"));
            unknown.add(time("nobody" + i + "@example.com"));
        }

        double ratio = (double) median(known) / median(unknown);

        assertThat(ratio).isBetween(0.4, 2.5);
    }

    /// K6: anything that is not exactly a token of this server opens nothing.
    @Test
    void k6RefusesEveryForgedToken() {
        invited(owner, "forged@example.com", "READ_ONLY");
        var token = signIn("forged@example.com", PASSWORD).object().path("token").asText();
        using(token).get("/v1/ai-agents").expect(200);
        int dot = token.indexOf('.');
        var said = token.substring(4, dot);
        var mac = token.substring(dot + 1);
        var text = new String(Base64.getUrlDecoder().decode(said), StandardCharsets.UTF_8);

        var forged = new ArrayList<String>();
        forged.add(
                "prs_" + encode(text.replace("/0/", "/1/").replace("usr.", "usr.9")) + "." + mac);
        forged.add("prs_" + encode(text.replaceFirst("\\d+$", "99999999999")) + "." + mac);
        forged.add("prs_" + said + ".");
        forged.add("prs_" + said);
        forged.add("prs_." + mac);
        forged.add("prs_" + said + "." + mac + "." + mac);
        forged.add("PRS_" + said + "." + mac);
        forged.add("prs_" + said + "=." + mac);
        forged.add("eyJhbGciOiJub25lIn0." + said + ".");
        forged.add("eyJhbGciOiJIUzI1NiJ9." + said + "." + mac);
        forged.add("prs_null.null");
        for (int i = 0; i < mac.length(); i += 3) {
            var flipped = mac.charAt(i) == 'A' ? 'B' : 'A';
            forged.add("prs_" + said + "." + mac.substring(0, i) + flipped + mac.substring(i + 1));
        }
        for (var bad : forged) {
            using(bad).get("/v1/ai-agents").expect(401);
        }
    }

    @Test
    void k6RefusesPasswordsThatAreNoText() {
        for (var password :
                List.of("null", "\"\"", "[]", "[\"" + PASSWORD + "\"]", "0", "true", "{}")) {
            anybody(
                            "POST",
                            "{\"email\": \"ana@example.com\", \"password\": %s}"
                                    .formatted(password))
                    .expect(422);
        }
        anybody("POST", "{\"password\": \"" + PASSWORD + "\"}").expect(422);
        signIn("ana@example.com", "x".repeat(257)).expect(422);
    }

    /// K4: signing out, a changed password and a removed member end sessions within five seconds.
    @Test
    void k4EndsSessionsEverywhere() {
        invited(owner, "leaver@example.com", "ADMIN");
        var first = using(token("leaver@example.com", PASSWORD));
        var second = using(token("leaver@example.com", PASSWORD));
        first.get("/v1/users").expect(200);
        second.get("/v1/users").expect(200);

        first.delete(SESSIONS).expect(200);

        Await.until(SOON, () -> second.get("/v1/users").expect(401));
        Await.until(SOON, () -> first.get("/v1/users").expect(401));
        var again = using(token("leaver@example.com", PASSWORD));
        again.get("/v1/users").expect(200);

        var id = idOf("leaver@example.com");
        var changed =
                again.put(
                                "/v1/users/" + id + "/password",
                                passwords(PASSWORD, "another good password"))
                        .expect(200)
                        .object();

        Await.until(SOON, () -> again.get("/v1/users").expect(401));
        signIn("leaver@example.com", PASSWORD).expect(401);
        var last = using(changed.path("token").asText());
        last.get("/v1/users").expect(200);
        token("leaver@example.com", "another good password");

        owner.delete("/v1/users/" + id).expect(200);

        Await.until(SOON, () -> last.get("/v1/users").expect(401));
        signIn("leaver@example.com", "another good password").expect(401);
    }

    @Test
    void changesOnlyOnesOwnPasswordKnowingTheOldOne() {
        var id = invited(owner, "changer@example.com", "READ_ONLY");
        var client = using(token("changer@example.com", PASSWORD));
        var path = "/v1/users/" + id + "/password";

        client.put(path, passwords(null, "another good password")).expect(422);
        client.put(path, passwords("not the old one", "another good password")).expect(422);
        client.put(path, passwords(PASSWORD, "too short")).expect(422);
        owner.put(path, passwords(PASSWORD, "another good password")).expect(403);
        server.foreignApi().put(path, passwords(PASSWORD, "another good password")).expect(404);
        server.callKeyApi().put(path, passwords(PASSWORD, "another good password")).expect(403);
        client.put(path, passwords(PASSWORD, "another good password")).expect(200);
        token("changer@example.com", "another good password");
    }

    @Test
    void letsWhoHasOnlyAKeyChooseAFirstPassword() {
        var house = server.foreignApi();
        var self = house.post("/v1/api-keys", "{}").object().path("userId").asText();
        house.put("/v1/users/" + self, "{\"email\": \"first@example.com\"}").expect(200);

        house.put("/v1/users/" + self + "/password", passwords(null, PASSWORD)).expect(200);

        var client = using(token("first@example.com", PASSWORD));
        assertThat(client.get("/v1/organizations").object().path("id"))
                .isEqualTo(house.get("/v1/organizations").object().path("id"));
    }

    @Test
    void choosesAmongTheOrganizationsOfOnePerson() {
        var other = server.foreignApi();
        invited(owner, "both@example.com", "READ_ONLY");
        invited(other, "both@example.com", "ADMIN");
        var otherOrg = other.get("/v1/organizations").object().path("id").asText();

        var oldest = signIn("both@example.com", PASSWORD).expect(200).object();
        var chosen =
                anybody(
                                "POST",
                                body("both@example.com", PASSWORD)
                                        .put("orgId", otherOrg)
                                        .toString())
                        .expect(200)
                        .object();

        assertThat(oldest.path("user").path("role").asText()).isEqualTo("READ_ONLY");
        assertThat(chosen.path("user").path("role").asText()).isEqualTo("ADMIN");
        assertThat(chosen.path("user").path("orgId").asText()).isEqualTo(otherOrg);
        anybody("POST", body("both@example.com", PASSWORD).put("orgId", "org.1.nowhere").toString())
                .expect(401);
    }

    /// K8: guessing is slowed down for one account, and shuts out nobody who was there before.
    @Test
    void k8SlowsGuessingDown() {
        try (var guessed = TestServer.start()) {
            var id = invited(guessed.api(), "target@example.com", "READ_ONLY");
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 12; i++) {
                statuses.add(
                        signIn(guessed, "127.0.0.1", "target@example.com", "guess " + i).status());
            }

            assertThat(statuses.subList(0, 10)).containsOnly(401);
            assertThat(statuses.subList(10, 12)).containsOnly(429);
            var refused = signIn(guessed, "127.0.0.1", "target@example.com", PASSWORD).expect(429);
            assertThat(
                            Integer.parseInt(
                                    refused.http()
                                            .headers()
                                            .firstValue("retry-after")
                                            .orElseThrow()))
                    .isBetween(1, 900);
            signIn(guessed, "127.0.0.1", "somebody.else@example.com", "guess").expect(401);
            assertThat(id).isNotEmpty();
        }
    }

    /// K2, E3: what is stored is a hash that costs memory, and no answer shows it.
    @Test
    void k2StoresNoPassword() {
        invited(owner, "stored@example.com", "READ_ONLY");

        var stored =
                Rows.texts(
                        server, "SELECT password FROM member WHERE email = 'stored@example.com'");

        assertThat(stored.getFirst())
                .matches("argon2id\\$19456\\$2\\$1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(owner.get("/v1/users").body()).doesNotContain("argon2", PASSWORD);
    }

    /// The id of a new member who has chosen [#PASSWORD].
    private static String invited(Api api, String email, String role) {
        var invite = Api.JSON.createObjectNode().put("email", email).put("role", role);
        var code = api.post("/v1/invites", invite).expect(200).object().path("guestInviteCode");
        return new Api(api.url(), code.asText())
                .post("/v1/invites/accept", "{\"password\": \"" + PASSWORD + "\"}")
                .expect(200)
                .object()
                .path("id")
                .asText();
    }

    private static String idOf(String email) {
        return Rows.texts(server, "SELECT id FROM member WHERE email = '" + email + "'").getFirst();
    }

    private static String token(String email, String password) {
        return signIn(email, password).expect(200).object().path("token").asText();
    }

    private static Api.Answer signIn(String email, String password) {
        return anybody("POST", body(email, password).toString());
    }

    private static Api.Answer signIn(TestServer to, String host, String email, String password) {
        return Api.exchange(
                HttpRequest.newBuilder(
                                URI.create(
                                        to.url().toString().replace("127.0.0.1", host) + SESSIONS))
                        .method("POST", BodyPublishers.ofString(body(email, password).toString()))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .build());
    }

    private static Api.Answer anybody(String method, String body) {
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(server.url() + SESSIONS))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .build());
    }

    private static ObjectNode body(String email, String password) {
        return Api.JSON.createObjectNode().put("email", email).put("password", password);
    }

    private static ObjectNode passwords(@Nullable String before, String after) {
        return Api.JSON.createObjectNode().put("oldPassword", before).put("newPassword", after);
    }

    private static long time(String email) {
        long start = System.nanoTime();
        signIn(email, "not the password").expect(401);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Api using(String token) {
        return new Api(server.url(), token);
    }
}
