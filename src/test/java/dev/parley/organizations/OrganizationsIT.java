package dev.parley.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.Form;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrganizationsIT {
    private static final String ORGANIZATIONS = "/v1/organizations";
    private static final String CONFIG =
            """
            {"transcriber": "{\\"ModelName\\":\\"nova-2\\"}", "intelligenceProvider": "anything",
             "synthesizer": "{}", "embeddingsModelConfig": "", "hiveStorageConfig": "{}",
             "fillersConfig": null}
            """;

    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_CARRIER", "simulated"));
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersEveryFieldOfOneThatHasSetNothing() {
        var own = server.foreignApi().get(ORGANIZATIONS).expect(200).object();

        for (var field :
                List.of(
                        "id",
                        "name",
                        "config",
                        "address",
                        "tax",
                        "externalReferenceIds",
                        "parentOrgId",
                        "orgType",
                        "internalProps",
                        "isInitialized",
                        "adminProps",
                        "isActiveSubscription",
                        "billingEmailAddress",
                        "websiteUrl",
                        "app",
                        "status",
                        "additionalInfo",
                        "onboardingStatus",
                        "createdBy",
                        "createdAt",
                        "updatedBy",
                        "updatedAt")) {
            assertThat(own.has(field)).as(field).isTrue();
        }
        assertThat(own.path("isInitialized").asText()).isEqualTo("COMPLETED");
        assertThat(own.path("onboardingStatus").asText()).isEqualTo("not_started");
        assertThat(own.path("orgType").asText()).isEqualTo("CONSUMER");
        assertThat(own.path("status").asText()).isEqualTo("active");
        assertThat(own.path("isActiveSubscription").asBoolean()).isFalse();
        assertThat(own.path("timezone").asText()).isEqualTo("UTC");
        assertThat(own.path("country").asText()).isEqualTo("US");
        own.path("config")
                .properties()
                .forEach(engine -> {
                    if (engine.getValue().isTextual()) {
                        assertThat(Api.read(engine.getValue().asText()).isObject()).isTrue();
                    }
                });
    }

    /// Oddity 19: the request says `agentConfig`, the answer `config`; engines are any text.
    @Test
    void givesBackWhatItWasGivenUnderTheContractsNames() {
        var house = server.foreignApi();
        var own = house.get(ORGANIZATIONS).object();
        var body = full();

        var changed = house.put(path(own), body).expect(200).object();

        assertThat(changed.get("config")).isEqualTo(Api.read(CONFIG));
        assertThat(changed.has("agentConfig")).isFalse();
        for (var field :
                List.of(
                        "name",
                        "address",
                        "tax",
                        "externalReferenceIds",
                        "billingEmailAddress",
                        "websiteUrl",
                        "app",
                        "orgType",
                        "additionalInfo",
                        "timezone",
                        "country")) {
            assertThat(changed.get(field)).as(field).isEqualTo(body.get(field));
        }
        assertThat(changed.get("createdAt")).isEqualTo(own.get("createdAt"));
        assertThat(house.get(ORGANIZATIONS).object()).isEqualTo(changed);
    }

    /// PUT replaces, but a client that knows no additions leaves them as they are.
    @Test
    void clearsWhatIsAbsentAndKeepsAdditions() {
        var house = server.foreignApi();
        var own = house.get(ORGANIZATIONS).object();
        house.put(path(own), full()).expect(200);

        var replaced = house.put(path(own), "{\"name\": \"Bare\"}").expect(200).object();

        assertThat(replaced.path("name").asText()).isEqualTo("Bare");
        for (var field : List.of("address", "tax", "billingEmailAddress", "websiteUrl")) {
            assertThat(replaced.get(field).isNull()).as(field).isTrue();
        }
        assertThat(replaced.get("config")).isEqualTo(own.get("config"));
        assertThat(replaced.path("timezone").asText()).isEqualTo("Asia/Kolkata");
        assertThat(replaced.path("country").asText()).isEqualTo("IN");
    }

    @Test
    void refusesWhatTheContractRefuses() {
        var house = server.foreignApi();
        var path = path(house.get(ORGANIZATIONS).object());
        for (var wrong :
                List.of(
                        "{}",
                        "{\"name\": null}",
                        "{\"name\": \"x\", \"app\": \"trata\"}",
                        "{\"name\": \"x\", \"timezone\": \"Mars/Olympus\"}",
                        "{\"name\": \"x\", \"country\": \"XX\"}",
                        "{\"name\": \"x\", \"address\": {\"line1\": \"y\"}}",
                        "{\"name\": \"x\", \"tax\": {\"id\": \"y\"}}",
                        "{\"name\": \"x\", \"externalReferenceIds\": [{\"id\": \"y\"}]}",
                        "{\"name\": \"x\", \"agentConfig\": {\"transcriber\": \"y\"}}")) {
            house.put(path, wrong).expect(422);
        }
    }

    @Test
    void usesTheCountryForPhoneNumbers() {
        var house = server.foreignApi();
        var own = house.get(ORGANIZATIONS).object();
        house.put(path(own), "{\"name\": \"Delhi\", \"country\": \"IN\"}").expect(200);

        var id = Given.prospect(house);

        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, own.path("id").asText());
            try (var rows =
                    sql.createStatement()
                            .executeQuery(
                                    "SELECT phone_key FROM prospect WHERE id = '" + id + "'")) {
                rows.next();
                assertThat(rows.getString(1)).startsWith("+91");
            }
        });
    }

    @Test
    void t1ChangesNoOtherOrganization() {
        var foreign = server.foreignApi().get(ORGANIZATIONS).object();

        var answer = api.put(path(foreign), "{\"name\": \"Mine now\"}").expect(404).object();

        assertThat(answer.path("detail").asText()).isEqualTo("Organization not found");
        api.put(ORGANIZATIONS + "/org.1700000000.nobodyss", "{\"name\": \"x\"}").expect(404);
    }

    @Test
    void hasNoBrandingUntilSomebodySetsOne() {
        var house = server.foreignApi();
        assertThat(house.get(ORGANIZATIONS + "/branding").expect(200).body()).isEqualTo("null");

        server.sql(sql -> {
            try (var set =
                    sql.prepareStatement("UPDATE organization SET branding = ? WHERE id = ?")) {
                set.setString(1, "{\"name\": \"Acme\", \"brandColor\": \"#102030\"}");
                set.setString(2, house.get(ORGANIZATIONS).object().path("id").asText());
                set.executeUpdate();
            }
        });

        var branding = house.get(ORGANIZATIONS + "/branding").expect(200).object();
        assertThat(branding.path("name").asText()).isEqualTo("Acme");
    }

    /// Oddity 20: making an organization answers a user.
    @Test
    void makesAnotherOrganizationForTheOperatorAlone() {
        var body =
                """
                {"org": {"name": "Second", "timezone": "Europe/Madrid", "country": "ES",
                         "billingEmailAddress": "boss@second.example"},
                 "adminUserName": "Bea Boss", "role": "READ_ONLY", "orgId": "org.1.x"}
                """;
        api.post(ORGANIZATIONS, body).expect(403);
        server.readOnlyApi().post(ORGANIZATIONS, body).expect(403);
        server.callKeyApi().post(ORGANIZATIONS, body).expect(403);
        server.revokedApi().post(ORGANIZATIONS, body).expect(401);
        new Api(server.url(), "not-the-operators-key-but-long-enough")
                .post(ORGANIZATIONS, body)
                .expect(401);

        var answer = server.operatorApi().post(ORGANIZATIONS, body).expect(200);
        var owner = answer.object();

        assertThat(answer.http().headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(owner.path("fullName").asText()).isEqualTo("Bea Boss");
        assertThat(owner.path("role").asText()).isEqualTo("OWNER");
        assertThat(owner.path("email").asText()).isEqualTo("boss@second.example");
        var house = new Api(server.url(), owner.path("secretKey").asText());
        var made = house.get(ORGANIZATIONS).expect(200).object();
        assertThat(made.path("id")).isEqualTo(owner.path("orgId"));
        assertThat(made.path("name").asText()).isEqualTo("Second");
        assertThat(made.path("timezone").asText()).isEqualTo("Europe/Madrid");
        assertThat(house.get("/v1/users").expect(200).array()).hasSize(1);
        assertThat(house.get("/v1/ai-agents").expect(200).array()).isEmpty();
        assertThat(api.get("/v1/users").body()).doesNotContain("second.example");
        server.operatorApi().post(ORGANIZATIONS, "{\"org\": {}}").expect(422);
    }

    /// The operator's key opens no organization.
    @Test
    void k10LetsTheOperatorSeeNothing() {
        for (var path : List.of(ORGANIZATIONS, "/v1/users", "/v1/ai-agents", "/v1/api-keys")) {
            server.operatorApi().get(path).expect(401);
        }
        server.operatorApi().delete(ORGANIZATIONS).expect(401);
    }

    /// T13, E6: calls end, keys die, and nothing that was the organization's is left.
    @Test
    void t13LeavesNothingOfADeletedOrganization() {
        var house = server.foreignApi();
        var org = house.get(ORGANIZATIONS).object().path("id").asText();
        var agent = Given.agent(house);
        Given.prospect(house);
        Given.conversation(house, agent);
        var number = Given.phone(house);
        var file = Form.of("kept.txt", "text".getBytes(UTF_8)).post(house, "/v1/files").expect(200);
        var blob =
                TestServer.filesFolder()
                        .resolve(org)
                        .resolve(file.array().get(0).path("id").asText());
        assertThat(blob).exists();
        house.post("/v1/users", "{\"email\": \"guest@example.com\"}").expect(200);
        house.post("/v1/invites", "{\"email\": \"new@example.com\", \"role\": \"ADMIN\"}")
                .expect(200);
        var before = Rows.of(server, server.api().get(ORGANIZATIONS).object().path("id").asText());
        try (var caller = Caller.of(house, agent)) {
            assertThat(caller.hears()).isEqualTo("Hello!");
            caller.types("Are you still there?");

            house.delete(ORGANIZATIONS).expect(200);

            assertThat(caller.closed().orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1008);
        }
        Await.until(Duration.ofSeconds(5), () -> house.get("/v1/ai-agents").expect(401));
        Await.until(Duration.ofSeconds(30), () -> assertThat(left(org)).as("rows left").isEmpty());
        assertThat(blob).doesNotExist();
        assertThat(
                        Rows.texts(
                                server,
                                "SELECT released_at IS NOT NULL FROM simulated_number WHERE number = '"
                                        + number
                                        + "'"))
                .containsExactly("t");
        assertThat(Rows.of(server, server.api().get(ORGANIZATIONS).object().path("id").asText()))
                .containsEntry("agent", before.get("agent"))
                .containsEntry("prospect", before.get("prospect"));
    }

    /// T13: also where the server that holds the call did not hear of it.
    @Test
    void t13EndsCallsOfAnOrganizationDeletedElsewhere() {
        var house = server.foreignApi();
        var agent = Given.agent(house);
        try (var other = TestServer.on(server.database());
                var caller = Caller.of(new Api(other.url(), house.key()), agent)) {
            assertThat(caller.hears()).isEqualTo("Hello!");

            house.delete(ORGANIZATIONS).expect(200);

            assertThat(caller.closed().orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1008);
        }
    }

    @Test
    void k10LetsOnlyOwnersDeleteIt() {
        server.apiOf("ADMIN").delete(ORGANIZATIONS).expect(403);
        server.apiOf("RESELLER_ADMIN").delete(ORGANIZATIONS).expect(403);
        server.readOnlyApi().delete(ORGANIZATIONS).expect(403);
        server.callKeyApi().delete(ORGANIZATIONS).expect(403);
        api.get(ORGANIZATIONS).expect(200);
    }

    /// Names and counts of the tables in which the organization has rows; those with a policy show
    /// them once the transaction is the organization's.
    private static Map<String, Integer> left(String org) {
        var left = new TreeMap<String, Integer>();
        var tables =
                Rows.texts(
                        server,
                        """
                        SELECT table_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE column_name = 'org_id' AND table_schema = 'public'
                          AND table_type = 'BASE TABLE'
                        """);
        assertThat(tables).contains("agent", "prospect", "member", "api_key", "invitation");
        server.sql(sql -> {
            sql.setAutoCommit(false);
            Rows.become(sql, org);
            for (var table : tables) {
                try (var rows =
                        sql.createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM %s WHERE org_id = '%s'"
                                                .formatted(table, org))) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        left.put(table, rows.getInt(1));
                    }
                }
            }
        });
        return left;
    }

    private static ObjectNode full() {
        var body =
                (ObjectNode)
                        Api.read(
                                """
                                {"name": "Full House",
                                 "address": {"line1": "1 Main St", "line2": null, "city": "Delhi",
                                             "state": null, "country": "India"},
                                 "tax": {"id": "T-1", "taxProps": {"rate": 0.18}},
                                 "externalReferenceIds": [
                                     {"providerName": "Stripe", "id": "cus_1", "providerProps": null}],
                                 "billingEmailAddress": "pay@example.com",
                                 "websiteUrl": "https://example.com", "app": "TRATA_SPARR",
                                 "orgType": "RESELLER", "additionalInfo": "x",
                                 "timezone": "Asia/Kolkata", "country": "IN"}
                                """);
        return body.set("agentConfig", Api.read(CONFIG));
    }

    private static String path(ObjectNode organization) {
        return ORGANIZATIONS + "/" + organization.path("id").asText();
    }
}
