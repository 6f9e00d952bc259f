package dev.parley.invites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvitesIT {
    private static final String INVITES = "/v1/invites";
    private static final String ACCEPT = "/v1/invites/accept";
    private static final String PASSWORD = "correct horse battery";

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

    /// Oddities 22 and 27: two fields in snake case, and `app` in lower case.
    @Test
    void answersTheContractsShape() {
        var answer = owner.post(INVITES + "?app=sparr", guest("shape@example.com", "READ_ONLY"));
        var invite = answer.expect(200).object();

        assertThat(invite.path("id").asText()).matches("inv\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(invite.path("email").asText()).isEqualTo("shape@example.com");
        assertThat(invite.path("role").asText()).isEqualTo("READ_ONLY");
        assertThat(invite.path("isEmailVerified").asBoolean()).isFalse();
        assertThat(invite.path("sent_count").asInt()).isEqualTo(1);
        assertThat(invite.path("last_sent_date").asText())
                .isEqualTo(invite.path("createdAt").asText());
        assertThat(invite.path("inviteUrl").asText())
                .isEqualTo(
                        server.url() + "/accept-invite#" + invite.path("guestInviteCode").asText());
        assertThat(answer.http().headers().firstValue("cache-control")).hasValue("no-store");
        owner.post(INVITES + "?app=TRATA", guest("shape@example.com", "READ_ONLY")).expect(422);
        owner.post(INVITES, guest("shape@example.com", "KING")).expect(422);
        owner.post(INVITES, guest("no address", "ADMIN")).expect(422);
        owner.post(INVITES, "{\"email\": \"shape@example.com\"}").expect(422);
    }

    @Test
    void tellsACodeOnlyWhenItIsMade() {
        var code = code(owner, "once@example.com", "ADMIN");

        var list = owner.get(INVITES + "?search_by=email&search_value=ONCE@").expect(200);

        assertThat(list.array()).hasSize(1);
        assertThat(list.array().get(0).get("guestInviteCode").isNull()).isTrue();
        assertThat(list.body()).doesNotContain(code);
        var stored = String.join("\n", Rows.texts(server, "SELECT t::text FROM invitation t"));
        assertThat(stored).doesNotContain(code.substring(code.indexOf('~') + 1));
    }

    @Test
    void makesAMemberWhoSignsIn() {
        var code = code(owner, "New.One@Example.com", "ADMIN");

        var user = accept(code, "{\"name\": \"New One\", \"password\": \"" + PASSWORD + "\"}");

        var made = user.expect(200).object();
        assertThat(made.path("email").asText()).isEqualTo("New.One@example.com");
        assertThat(made.path("fullName").asText()).isEqualTo("New One");
        assertThat(made.path("role").asText()).isEqualTo("ADMIN");
        assertThat(owner.get("/v1/users/" + made.path("id").asText()).object()).isEqualTo(made);
        signIn("new.one@example.com", PASSWORD).expect(200);
        assertThat(owner.get(INVITES).body()).doesNotContain("New.One");
    }

    /// The seed's clients send no body; they become members who cannot sign in yet.
    @Test
    void acceptsWithoutABody() {
        var user = accept(code(owner, "bare@example.com", "READ_ONLY"), null).expect(200).object();

        assertThat(user.get("fullName").isNull()).isTrue();
        accept(code(owner, "bare2@example.com", "READ_ONLY"), "{}").expect(200);
        accept(code(owner, "bare3@example.com", "READ_ONLY"), "{\"password\": \"short\"}")
                .expect(422);

        var again = code(owner, "bare@example.com", "READ_ONLY");
        var same = accept(again, "{\"password\": \"" + PASSWORD + "\"}").expect(200).object();
        assertThat(same.path("id")).isEqualTo(user.path("id"));
        signIn("bare@example.com", PASSWORD).expect(200);
    }

    /// T10: a code works once, and not after it was sent anew, revoked or has expired.
    @Test
    void t10OpensNothingButAnOpenInvitation() {
        var used = code(owner, "t10.used@example.com", "READ_ONLY");
        accept(used, null).expect(200);
        accept(used, null).expect(401);

        var older = code(owner, "t10.again@example.com", "READ_ONLY");
        var again =
                owner.post(INVITES, guest("T10.Again@example.com", "READ_ONLY"))
                        .expect(200)
                        .object();
        assertThat(again.path("sent_count").asInt()).isEqualTo(2);
        accept(older, null).expect(401);

        var path = INVITES + "/" + again.path("id").asText();
        owner.delete(path).expect(200);
        accept(again.path("guestInviteCode").asText(), null).expect(401);
        owner.delete(path).expect(404);

        var expired = code(owner, "t10.late@example.com", "READ_ONLY");
        rewrite("UPDATE invitation SET expires_at = now() WHERE email = 't10.late@example.com'");
        accept(expired, null).expect(401);
        accept(code(owner, "t10.late@example.com", "READ_ONLY"), null).expect(200);

        for (var forged :
                List.of(
                        used.substring(0, used.length() - 1) + (used.endsWith("0") ? "1" : "0"),
                        used.replaceFirst("org\\.[^~]*", "org.1700000000.elsewher"),
                        "x~" + "0".repeat(64),
                        used.toUpperCase(Locale.ROOT),
                        used + "0")) {
            accept(forged, null).expect(401);
        }
    }

    /// T10: of many who use one code at once, one becomes a member.
    @Test
    void t10IsAcceptedOnceHoweverManyTry() {
        var code = code(owner, "t10.race@example.com", "READ_ONLY");

        var statuses = new ArrayList<CompletableFuture<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                statuses.add(
                        CompletableFuture.supplyAsync(() -> accept(code, null).status(), threads));
            }
        }

        assertThat(statuses.stream().map(CompletableFuture::join).filter(s -> s == 200)).hasSize(1);
        assertThat(statuses.stream().map(CompletableFuture::join)).containsOnly(200, 401);
        assertThat(
                        Rows.texts(
                                server,
                                "SELECT count(*) FROM member WHERE email = 't10.race@example.com'"))
                .containsExactly("1");
    }

    /// T10: somebody who is signed in elsewhere accepts for their own address only.
    @Test
    void t10IsBoundToTheAddress() {
        var elsewhere = server.foreignApi();
        var person = signedIn(elsewhere, "t10.both@example.com");
        var other = signedIn(elsewhere, "t10.other@example.com");
        var twin = signedIn(elsewhere, "вотн@example.com");
        var code = code(owner, "T10.BOTH@example.com", "ADMIN");

        for (var stranger : List.of(other, twin, elsewhere)) {
            stranger.post(ACCEPT, body(code)).expect(403);
        }
        person.post(ACCEPT, "{}").expect(422);
        person.post(ACCEPT).expect(422);
        person.post(ACCEPT, body("org.1~" + "0".repeat(64))).expect(422);
        server.callKeyApi().post(ACCEPT, body(code)).expect(403);
        server.revokedApi().post(ACCEPT, body(code)).expect(401);

        var made = person.post(ACCEPT, body(code)).expect(200).object();

        assertThat(made.path("orgId"))
                .isEqualTo(owner.get("/v1/organizations").object().path("id"));
        person.post(ACCEPT, body(code)).expect(422);
        var choice =
                Api.JSON
                        .createObjectNode()
                        .put("email", "t10.both@example.com")
                        .put("password", PASSWORD)
                        .put("orgId", made.path("orgId").asText());
        assertThat(anybody("/v1/sessions", choice.toString()).expect(200).object().at("/user/id"))
                .isEqualTo(made.path("id"));
    }

    /// T10: one address is one invitation, however it is spelled; what only looks alike is refused.
    @Test
    void t10SeesThroughSpellings() {
        var first =
                owner.post(INVITES, guest("twin@example.com", "READ_ONLY")).expect(200).object();

        for (var twin : List.of("TWIN@EXAMPLE.COM", "ｔｗｉｎ@example.com", "twin@ｅｘａｍｐｌｅ.com")) {
            var again = owner.post(INVITES, guest(twin, "READ_ONLY")).expect(200).object();
            assertThat(again.path("id")).as(twin).isEqualTo(first.path("id"));
            assertThat(again.path("email").asText()).isEqualToIgnoringCase("twin@example.com");
        }
        owner.post(INVITES, guest("tw\u0456n@example.com", "READ_ONLY")).expect(422);
        owner.post(INVITES, guest("twin@ex\u0430mple.com", "READ_ONLY")).expect(422);
    }

    /// K10: nobody invites above their own reach, nor takes over a member by inviting them.
    @Test
    void k10InvitesNobodyAboveOneself() {
        var admin = server.apiOf("ADMIN");
        var bosses = code(owner, "k10.boss@example.com", "OWNER");

        admin.post(INVITES, guest("k10.x@example.com", "OWNER")).expect(403);
        admin.post(INVITES, guest("k10.x@example.com", "RESELLER_ADMIN")).expect(403);
        admin.post(INVITES, guest("k10.boss@example.com", "READ_ONLY")).expect(403);
        server.readOnlyApi().post(INVITES, guest("k10.x@example.com", "READ_ONLY")).expect(403);
        admin.post(INVITES, guest("owner@localhost", "READ_ONLY")).expect(409);
        accept(bosses, "{\"password\": \"" + PASSWORD + "\"}").expect(200);
        owner.post(INVITES, guest("k10.boss@example.com", "OWNER")).expect(409);
        var invite = owner.post(INVITES, guest("k10.second@example.com", "OWNER")).object();
        admin.delete(INVITES + "/" + invite.path("id").asText()).expect(403);
    }

    /// K10: a code sent for a reader does not open the account of somebody who has risen since.
    @Test
    void k10KeepsACodeToItsRole() {
        var made =
                owner.post("/v1/users", "{\"email\": \"riser@example.com\"}").expect(200).object();
        var code = code(server.apiOf("ADMIN"), "riser@example.com", "READ_ONLY");
        owner.put("/v1/users/" + made.path("id").asText(), "{\"role\": \"OWNER\"}").expect(200);

        accept(code, "{\"password\": \"" + PASSWORD + "\"}").expect(409);
    }

    @Test
    void t1KnowsNoInvitationOfAnotherOrganization() {
        var foreign = server.foreignApi();
        var theirs = foreign.post(INVITES, guest("t1@example.com", "ADMIN")).expect(200).object();

        owner.delete(INVITES + "/" + theirs.path("id").asText()).expect(404);

        assertThat(owner.get(INVITES).body()).doesNotContain(theirs.path("id").asText());
        accept(theirs.path("guestInviteCode").asText(), null).expect(200);
    }

    @Test
    void leadsToAPageThatRunsNothingButItsOwnScript() {
        var page =
                Api.exchange(
                        HttpRequest.newBuilder(URI.create(server.url() + "/accept-invite"))
                                .build());

        assertThat(page.expect(200).body()).contains("<form", "v1/invites/accept");
        assertThat(page.http().headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.http().headers().firstValue("referrer-policy")).hasValue("no-referrer");
    }

    private static Api signedIn(Api api, String email) {
        accept(code(api, email, "READ_ONLY"), "{\"password\": \"" + PASSWORD + "\"}").expect(200);
        var session = signIn(email, PASSWORD).expect(200).object();
        return new Api(server.url(), session.path("token").asText());
    }

    private static Api.Answer signIn(String email, String password) {
        return anybody(
                "/v1/sessions",
                Api.JSON
                        .createObjectNode()
                        .put("email", email)
                        .put("password", password)
                        .toString());
    }

    private static Api.Answer anybody(String path, String body) {
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .build());
    }

    private static Api.Answer accept(String code, @Nullable String body) {
        return new Api(server.url(), code).send("POST", ACCEPT, body);
    }

    private static String code(Api api, String email, String role) {
        return api.post(INVITES, guest(email, role))
                .expect(200)
                .object()
                .path("guestInviteCode")
                .asText();
    }

    private static String body(String code) {
        return Api.JSON.createObjectNode().put("code", code).toString();
    }

    private static ObjectNode guest(String email, String role) {
        return Api.JSON.createObjectNode().put("email", email).put("role", role);
    }

    private static void rewrite(String statement) {
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, owner.get("/v1/organizations").object().path("id").asText());
            try (var update = sql.createStatement()) {
                update.executeUpdate(statement);
            }
            sql.commit();
        });
    }
}
