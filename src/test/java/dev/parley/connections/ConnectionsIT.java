package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectionsIT {
    private static final String CONNECTIONS = "/v1/connections";
    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void preparesAConnectionAndGivesItsEntranceOnce() {
        var prospect = Given.prospect(api);
        var path = CONNECTIONS + "?agentId=" + agent + "&prospect_id=" + prospect;

        var made = api.post(path, Bodies.connection()).expect(200);

        var connection = made.object();
        assertThat(connection.path("id").asText()).matches("cnx\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(connection.path("agentId").asText()).isEqualTo(agent);
        assertThat(connection.path("prospectId").asText()).isEqualTo(prospect);
        assertThat(connection.path("sourceName").asText()).isEqualTo("TWILIO");
        assertThat(connection.path("sourceProps").path("line").asInt()).isEqualTo(2);
        assertThat(connection.path("socketUrl").asText())
                .startsWith("ws://")
                .contains(connection.path("id").asText() + "/socket?ticket=");
        assertThat(LocalDateTime.parse(connection.path("socketExpiresAt").asText()))
                .isAfter(LocalDateTime.now(ZoneOffset.UTC));
        assertThat(made.http().headers().firstValue("Cache-Control")).contains("no-store");
        connection.remove(List.of("socketUrl", "socketExpiresAt"));
        assertThat(api.get(CONNECTIONS).expect(200).array()).contains(connection);
    }

    @Test
    void comesFromABrowserUnlessToldOtherwise() {
        var body = "{\"sourceId\": \"d\", \"sourceProps\": {}}";

        var made = api.post(CONNECTIONS + "?agentId=" + agent, body).expect(200).object();

        assertThat(made.path("sourceName").asText()).isEqualTo("BROWSER");
        assertThat(made.get("prospectId").isNull()).isTrue();
    }

    @Test
    void givesFreshTickets() {
        var made =
                api.post(CONNECTIONS + "?agentId=" + agent, Bodies.connection())
                        .expect(200)
                        .object();

        var again =
                api.post(CONNECTIONS + "/" + made.path("id").asText() + "/tickets")
                        .expect(200)
                        .object();

        assertThat(again.path("socketUrl").asText())
                .isNotEqualTo(made.path("socketUrl").asText())
                .startsWith(made.path("socketUrl").asText().replaceFirst("=.*", "="));
        api.post(CONNECTIONS + "/cnx.1700000000.nonsense/tickets").expect(404);
    }

    @Test
    void needsAnAgentAndAProspectThatAreThere() {
        assertThat(api.post(CONNECTIONS, Bodies.connection()).expect(422).body())
                .contains("[\"query\",\"agentId\"]");
        api.post(CONNECTIONS + "?agentId=aia.1.x", Bodies.connection()).expect(404);
        api.post(CONNECTIONS + "?agentId=" + agent + "&prospect_id=pro.1.x", Bodies.connection())
                .expect(404);
    }
}
