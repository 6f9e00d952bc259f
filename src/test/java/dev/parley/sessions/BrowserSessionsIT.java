package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.http.Credentials;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People in browsers: the link of a fresh server, and the cookie no script can read.
class BrowserSessionsIT {
    private static final String SESSIONS = "/v1/sessions";
    private static final String CURRENT = SESSIONS + "/current";
    private static final String PASSWORD = "correct horse battery";
    private static final Map<String, String> OWN_PAGE = Map.of(Credentials.SAME_ORIGIN, "1");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// K11: nothing that came with the product opens it, and the link does so once.
    @Test
    void k11LetsTheOwnerOfAFreshServerInOnce() {
        try (var fresh = TestServer.start()) {
            var token = tokenOf(fresh.firstLink().orElseThrow());
            assertThat(tokenOf(fresh.firstLink().orElseThrow())).isEqualTo(token);

            var first = useLink(fresh, token).expect(200);
            var cookie = cookieOf(first);

            assertThat(first.body()).doesNotContain("prs_", "\"token\"");
            assertThat(get(fresh, CURRENT, cookie).expect(200).object().path("hasPassword"))
                    .hasToString("false");
            useLink(fresh, token).expect(401);
            var user = first.object().at("/user/id").asText();
            var changed =
                    send(
                                    fresh,
                                    "PUT",
                                    "/v1/users/" + user + "/password",
                                    "{\"newPassword\": \"" + PASSWORD + "\"}",
                                    cookie,
                                    OWN_PAGE)
                            .expect(200);
            assertThat(changed.body()).doesNotContain("prs_");
            assertThat(fresh.firstLink()).isEmpty();
            get(fresh, CURRENT, cookieOf(changed)).expect(200);
        }
    }

    @Test
    void k6RefusesForgedLinks() {
        var token = tokenOf(server.firstLink().orElseThrow());

        useLink(server, token.replaceFirst("prf_", "prs_")).expect(401);
        useLink(server, token.substring(0, token.length() - 2) + "AA").expect(401);
        useLink(server, "prf_").expect(401);
        new Api(server.url(), token).get("/v1/ai-agents").expect(401);
    }

    /// X2: the cookie alone reads, and changes nothing for a page of another origin.
    @Test
    void x2TakesACookieFromOwnPagesOnly() {
        var email = "x2@example.com";
        member(email);
        var cookie = signIn(email);

        get(server, "/v1/ai-agents", cookie).expect(200);
        send(server, "POST", "/v1/prospects", "{}", cookie, Map.of()).expect(401);
        send(server, "DELETE", CURRENT, "", cookie, Map.of()).expect(401);
        send(server, "POST", "/v1/prospects", "{}", cookie, OWN_PAGE).expect(403);
        get(server, "/v1/ai-agents", cookie.replace("prs_", "prx_")).expect(401);
        get(server, "/v1/ai-agents", Credentials.SESSION_COOKIE + "=" + TestServer.KEY).expect(401);
    }

    /// X5: signing out takes the cookie away, and everywhere ends all sessions.
    @Test
    void x5SignsOutHereAndEverywhere() {
        var email = "x5@example.com";
        member(email);
        var cookie = signIn(email);

        var left = send(server, "DELETE", CURRENT, "", cookie, OWN_PAGE).expect(200);
        var over = send(server, "DELETE", SESSIONS, "", cookie, OWN_PAGE).expect(200);

        assertThat(setCookieOf(left)).contains("Max-Age=0", Credentials.SESSION_COOKIE + "=;");
        assertThat(setCookieOf(over)).contains("Max-Age=0");
        Await.until(Duration.ofSeconds(5), () -> get(server, CURRENT, cookie).expect(401));
    }

    @Test
    void tellsWhoIsSignedInAndWhatTheyMayDo() {
        member("who@example.com");
        var current = get(server, CURRENT, signIn("who@example.com")).expect(200).object();

        assertThat(current.at("/user/email").asText()).isEqualTo("who@example.com");
        assertThat(current.at("/organization/name").asText()).isNotEmpty();
        assertThat(current.path("permissions").toString()).isEqualTo("[\"READ\",\"GREET\"]");
    }

    private static String tokenOf(URI link) {
        assertThat(link.getPath()).isEqualTo("/console/");
        return link.getFragment().substring("first=".length());
    }

    private static void member(String email) {
        var invite = Api.JSON.createObjectNode().put("email", email).put("role", "READ_ONLY");
        var code =
                server.api()
                        .post("/v1/invites", invite)
                        .expect(200)
                        .object()
                        .path("guestInviteCode");
        new Api(server.url(), code.asText())
                .post("/v1/invites/accept", "{\"password\": \"" + PASSWORD + "\"}")
                .expect(200);
    }

    private static String signIn(String email) {
        var body =
                Api.JSON
                        .createObjectNode()
                        .put("email", email)
                        .put("password", PASSWORD)
                        .put("asCookie", true);
        var answer = send(server, "POST", SESSIONS, body.toString(), "", Map.of()).expect(200);
        assertThat(answer.body()).doesNotContain("prs_");
        assertThat(setCookieOf(answer)).contains("; HttpOnly", "; SameSite=Strict", "; Path=/");
        return cookieOf(answer);
    }

    private static Api.Answer useLink(TestServer to, String token) {
        var body = "{\"token\": \"" + token + "\", \"asCookie\": true}";
        return send(to, "POST", SESSIONS + "/first", body, "", Map.of());
    }

    private static String setCookieOf(Api.Answer answer) {
        return answer.http().headers().firstValue("set-cookie").orElseThrow();
    }

    private static String cookieOf(Api.Answer answer) {
        return setCookieOf(answer).replaceFirst(";.*", "");
    }

    private static Api.Answer get(TestServer from, String path, String cookie) {
        return send(from, "GET", path, "", cookie, Map.of());
    }

    private static Api.Answer send(
            TestServer to,
            String method,
            String path,
            String body,
            String cookie,
            Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(to.url() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        headers.forEach(request::header);
        return Api.exchange(request.build());
    }
}
