package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Given;
import dev.parley.testing.Golden;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConversationsIT {
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
    void acceptsThePublishedRequestAsItIs() {
        var request = Golden.read("seed-request.json");
        Given.agentWithId(server, api, request.path("agentId").asText());

        var stored = api.post("/v1/conversations", request).expect(200).object();

        assertThat(stored.path("id").asText()).matches("con\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(stored.path("aiAgentId")).isEqualTo(request.path("agentId"));
        assertThat(stored.path("transcriptText").isNull()).isTrue();
        assertThat(stored.path("timestampStart").asText()).isEqualTo("2023-11-07T05:31:56.000000");
        assertThat(stored.path("conversationAnalytics"))
                .isEqualTo(request.path("conversationAnalytics"));
        assertThat(stored.has("adminComments")).isFalse();
        assertThat(api.get("/v1/conversations/" + stored.path("id").asText()).expect(200).object())
                .isEqualTo(stored);
    }

    @Test
    void answersWithThePublishedResponse() {
        var published = Golden.read("seed-response.json");
        var request = Given.requestFor(published, Given.agent(api));

        var stored = api.post("/v1/conversations", request).expect(200).object();

        assertThat(withoutIdentity(stored)).isEqualTo(withoutIdentity(published));
        assertThat(stored.path("prospectId").asText()).startsWith("pro.");
        var prospect = api.get("/v1/prospects/" + stored.path("prospectId").asText()).object();
        assertThat(prospect.path("name").asText()).isEqualTo("Hari");
        assertThat(prospect.path("phoneNumber").asText()).isEqualTo("96260-12778");
        assertThat(prospect.path("status").asText()).isEqualTo("SERVICE_ORDER_PLACED");
        assertThat(prospect.path("createdBy").asText()).isEqualTo("trata-system");
    }

    private static ObjectNode withoutIdentity(ObjectNode conversation) {
        var rest = conversation.deepCopy();
        rest.remove(
                List.of(
                        "id",
                        "orgId",
                        "prospectId",
                        "aiAgentId",
                        "app",
                        "conversationStats",
                        "evaluation",
                        "createdBy",
                        "createdAt",
                        "updatedBy",
                        "updatedAt"));
        return rest;
    }
}
