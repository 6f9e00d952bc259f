package dev.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UsersIT {
    private static final String USERS = "/v1/users";

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
    void givesBackWhatItWasGiven() {
        var made =
                owner.post(
                                USERS,
                                """
                                {"email": "Ana@Example.COM", "role": "ADMIN", "fullName": "Ana",
                                 "phoneNumber": "+1 415 555 2671"}
                                """)
                        .expect(200)
                        .object();

        assertThat(made.path("id").asText()).matches("usr\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(made.path("email").asText()).isEqualTo("Ana@example.com");
        assertThat(made.path("role").asText()).isEqualTo("ADMIN");
        assertThat(made.path("fullName").asText()).isEqualTo("Ana");
        assertThat(made.path("phoneNumber").asText()).isEqualTo("+1 415 555 2671");
        assertThat(made.path("status").asText()).isEqualTo("active");
        assertThat(made.path("orgId").asText()).startsWith("org.");
        assertThat(made.path("createdBy").asText()).startsWith("usr.");
        assertThat(made.path("createdAt").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}");
        assertThat(made.toString()).doesNotContain("password");
        assertThat(owner.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(owner.get(USERS).expect(200).array()).contains(made);
    }

    @Test
    void needsAnAddressAndNothingElse() {
        var made = owner.post(USERS, "{\"email\": \"only@example.com\"}").expect(200).object();

        assertThat(made.path("role").asText()).isEqualTo("READ_ONLY");
        assertThat(made.get("fullName").isNull()).isTrue();
        owner.post(USERS, "{}").expect(422);
        for (var email : List.of("ana", "ana@", "@example.com", "a b@example.com", "a@-x.com")) {
            owner.post(USERS, body(email)).expect(422);
        }
        owner.post(USERS, body("x@example.com").put("role", "KING")).expect(422);
    }

    @Test
    void leavesWhatIsAbsentAsItIs() {
        var made =
                owner.post(
                                USERS,
                                body("kept@example.com")
                                        .put("fullName", "Kept")
                                        .put("role", "ADMIN"))
                        .expect(200)
                        .object();

        var renamed = owner.put(path(made), "{\"fullName\": \"New\", \"role\": null}").expect(200);

        assertThat(renamed.object().path("fullName").asText()).isEqualTo("New");
        for (var kept : List.of("id", "email", "role", "createdAt", "createdBy", "phoneNumber")) {
            assertThat(renamed.object().get(kept)).as(kept).isEqualTo(made.get(kept));
        }
        assertThat(owner.get(path(made)).expect(200).object()).isEqualTo(renamed.object());
    }

    @Test
    void keepsTwoSpellingsOfOneAddressApartFromNobody() {
        owner.post(USERS, body("twin@example.com")).expect(200);

        owner.post(USERS, body("TWIN@EXAMPLE.com")).expect(409);
        owner.post(USERS, body("ｔｗｉｎ@example.com")).expect(409);
        var other = owner.post(USERS, body("other@example.com")).expect(200).object();
        owner.put(path(other), body("Twin@example.com")).expect(409);
        owner.put(path(other), body("OTHER@example.com")).expect(200);
    }

    @Test
    void listsLikeEveryOtherList() {
        owner.post(USERS, body("find.me@example.com").put("fullName", "Findable")).expect(200);

        assertThat(owner.get(USERS + "?search_by=fullName&search_value=findab").expect(200).array())
                .hasSize(1);
        assertThat(owner.get(USERS + "?search_by=role&search_value=OWNER").expect(200).array())
                .isNotEmpty();
        assertThat(owner.get(USERS + "?limit=1").expect(200).array()).hasSize(1);
        assertThat(owner.get(USERS + "?status=inactive").expect(200).array()).isEmpty();
        owner.get(USERS + "?search_by=password&search_value=x").expect(422);
        owner.get(USERS + "?sort_by=email_key").expect(422);
    }

    @Test
    void showsResellersWhenAskedTo() {
        var made = owner.post(USERS, body("re@example.com").put("role", "RESELLER_ADMIN"));
        var id = made.expect(200).object().path("id").asText();

        assertThat(owner.get(USERS).expect(200).array().findValuesAsText("id")).doesNotContain(id);
        assertThat(owner.get(USERS + "?showResellerOwner=true").expect(200).array())
                .anyMatch(user -> user.path("id").asText().equals(id));
        owner.get(USERS + "?showResellerOwner=maybe").expect(422);
    }

    /// K4: a member who is removed is out within five seconds, with every key.
    @Test
    void k4ShutsARemovedMemberOut() {
        var admin = server.apiOf("ADMIN");
        admin.get(USERS).expect(200);
        var id = self(admin).path("id").asText();

        var removed = owner.delete(USERS + "/" + id).expect(200).object();

        assertThat(removed.path("id").asText()).isEqualTo(id);
        Await.until(Duration.ofSeconds(5), () -> admin.get(USERS).expect(401));
        owner.get(USERS + "/" + id).expect(404);
        owner.delete(USERS + "/" + id).expect(404);
    }

    /// K10: nobody raises their own role, and only owners make, change or remove owners.
    @Test
    void k10LetsNobodyRiseByThemselves() {
        var admin = server.apiOf("ADMIN");
        var self = path(self(admin));
        var reader = owner.post(USERS, body("reader@example.com")).expect(200).object();
        var boss = owner.post(USERS, body("boss@example.com").put("role", "OWNER")).expect(200);

        admin.put(self, "{\"role\": \"OWNER\"}").expect(403);
        admin.put(self, "{\"role\": \"RESELLER_ADMIN\"}").expect(403);
        admin.put(path(reader), "{\"role\": \"OWNER\"}").expect(403);
        admin.post(USERS, body("mine@example.com").put("role", "OWNER")).expect(403);
        admin.put(path(boss.object()), "{\"role\": \"READ_ONLY\"}").expect(403);
        admin.put(path(boss.object()), "{\"email\": \"taken.over@example.com\"}").expect(403);
        admin.delete(path(boss.object())).expect(403);
        admin.put(path(reader), "{\"role\": \"ADMIN\"}").expect(200);
        admin.put(self, "{\"role\": \"READ_ONLY\"}").expect(200);
        Await.until(
                Duration.ofSeconds(5), () -> admin.put(self, "{\"role\": \"ADMIN\"}").expect(403));
        owner.delete(path(boss.object())).expect(200);
    }

    /// K10: one owner stays, however many try at once.
    @Test
    void k10KeepsTheLastOwner() {
        var house = server.foreignApi();
        var org = self(house).path("orgId").asText();
        var owners = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var made = house.post(USERS, body("o" + i + "@example.com").put("role", "OWNER"));
            owners.add(path(made.expect(200).object()));
        }
        owners.add(
                path(house.get(USERS + "?search_by=email&search_value=other.test").array().get(0)));

        var statuses = new ArrayList<CompletableFuture<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var path = owners.get(i % owners.size());
                boolean removes = i % 2 == 0;
                statuses.add(
                        CompletableFuture.supplyAsync(
                                () ->
                                        removes
                                                ? house.delete(path).status()
                                                : house.put(path, "{\"role\": \"READ_ONLY\"}")
                                                        .status(),
                                threads));
            }
        }

        assertThat(statuses).allSatisfy(s -> assertThat(s.join()).isIn(200, 401, 403, 404, 409));
        assertThat(
                        Rows.texts(
                                server,
                                "SELECT count(*) FROM member WHERE role = 'OWNER' AND org_id = '"
                                        + org
                                        + "'"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void k10RefusesToRemoveOrDemoteTheOnlyOwner() {
        var house = server.foreignApi();
        var only = path(self(house));

        house.delete(only).expect(409);
        house.put(only, "{\"role\": \"ADMIN\"}").expect(409);
        house.put(only, "{\"role\": \"OWNER\", \"fullName\": \"Still here\"}").expect(200);
    }

    /// T1, T9: somebody else's member is nobody, and no field moves one to another organization.
    @Test
    void t1KnowsNoMemberOfAnotherOrganization() {
        var foreign = server.foreignApi();
        var theirs = self(foreign);

        for (var answer :
                List.of(
                        owner.get(path(theirs)),
                        owner.put(path(theirs), "{\"fullName\": \"Mine\"}"),
                        owner.delete(path(theirs)))) {
            assertThat(answer.expect(404).object().path("detail").asText())
                    .isEqualTo("User not found");
        }
        assertThat(owner.get(USERS + "?showResellerOwner=true").body())
                .doesNotContain(theirs.path("id").asText());
        var made =
                owner.post(
                                USERS,
                                body("t9@example.com")
                                        .put("id", "usr.1.x")
                                        .put("orgId", theirs.path("orgId").asText())
                                        .put("status", "inactive")
                                        .put("createdBy", "me"))
                        .expect(200)
                        .object();
        assertThat(made.path("orgId").asText()).isNotEqualTo(theirs.path("orgId").asText());
        assertThat(made.path("id").asText()).isNotEqualTo("usr.1.x");
        assertThat(made.path("status").asText()).isEqualTo("active");
        assertThat(made.path("createdBy").asText()).startsWith("usr.");
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        var made = owner.post(USERS, body("version@example.com")).expect(200);
        var tag = made.http().headers().firstValue("etag").orElseThrow();
        var path = path(made.object());
        assertThat(owner.get(path).http().headers().firstValue("etag")).hasValue(tag);
        owner.put(path, "{\"fullName\": \"Newer\"}").expect(200);

        assertThat(withTag(path, tag).expect(412).status()).isEqualTo(412);
        var now = owner.get(path).http().headers().firstValue("etag").orElseThrow();
        withTag(path, now).expect(200);
    }

    private static Api.Answer withTag(String path, String tag) {
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .PUT(BodyPublishers.ofString("{}"))
                        .header("Authorization", "Bearer " + owner.key())
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .build());
    }

    /// The member whose key `api` has.
    private static JsonNode self(Api api) {
        var key = api.post("/v1/api-keys", "{}").expect(200).object();
        return api.get(USERS + "/" + key.path("userId").asText()).expect(200).object();
    }

    private static ObjectNode body(String email) {
        return Api.JSON.createObjectNode().put("email", email);
    }

    private static String path(JsonNode user) {
        return USERS + "/" + user.path("id").asText();
    }
}
