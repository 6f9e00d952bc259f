package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
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

    @Test
    void givesBackEveryFieldItWasGiven() {
        var body = Bodies.conversation(Given.agent(api));

        var made = api.post("/v1/conversations", body).expect(200).object();

        for (var field :
                List.of(
                        "source",
                        "sourceType",
                        "transcriptSummary",
                        "transcriptRecordingUrl",
                        "conversationAnalytics",
                        "app",
                        "conversationStats",
                        "evaluation")) {
            assertThat(made.get(field)).as(field).isEqualTo(body.get(field));
        }
        assertThat(made.get("aiAgentId")).isEqualTo(body.get("agentId"));
        assertThat(made.path("timestampStart").asText()).isEqualTo("2025-03-04T05:06:07.000001");
        assertThat(made.path("timestampEnd").asText()).isEqualTo("2025-03-04T05:08:09.000000");
        assertThat(made.path("transcriptText").get(1).path("timestamp").asText())
                .isEqualTo("2025-03-04T05:06:09.500000");
        assertThat(made.has("adminComments")).isFalse();
    }

    @Test
    void takesATranscriptAsLinesAsAnAddressOrNotAtAll() {
        var agent = Given.agent(api);
        for (var given : List.of("null", "\"https://example.com/t?x=1\"")) {
            var body = Bodies.conversation(agent).set("transcriptText", Api.read(given));
            var made = api.post("/v1/conversations", body).expect(200).object();
            assertThat(made.get("transcriptText").isNull()).as(given).isTrue();
        }
        for (var wrong : List.of("[]", "\"not an address\"", "\"/relative\"", "{}", "3")) {
            var body = Bodies.conversation(agent).set("transcriptText", Api.read(wrong));
            api.post("/v1/conversations", body).expect(422);
        }
    }

    @Test
    void narrowsTheListByManyThingsAtOnce() {
        var agent = Given.agent(api);
        var wanted = Bodies.conversation(agent);
        ((ObjectNode) wanted.path("conversationAnalytics")).put("sentiment_of_caller", "negative");
        wanted.put("timestampStart", "2025-06-01T10:00:00");
        var id = api.post("/v1/conversations", wanted).object().path("id").asText();
        var earlier = wanted.deepCopy().put("timestampStart", "2025-05-01T10:00:00");
        api.post("/v1/conversations", earlier).expect(200);
        var content = wanted.deepCopy();
        ((ObjectNode) content.path("conversationAnalytics")).put("sentiment_of_caller", "positive");
        api.post("/v1/conversations", content).expect(200);
        api.post("/v1/conversations", wanted.deepCopy().put("agentId", Given.agent(api)))
                .expect(200);

        var narrowed =
                "/v1/conversations?count=true&agent_id=%s&sentiment=negative&started_after=2025-05-15"
                                .formatted(agent)
                        + "T00:00:00&started_before=2025-06-02T00:00:00&live=false&source_type="
                        + wanted.path("sourceType").asText();
        var found = api.get(narrowed).expect(200);

        assertThat(found.array().findValuesAsText("id")).containsExactly(id);
        assertThat(found.http().headers().firstValue("X-Total-Count")).hasValue("1");
        assertThat(api.get(narrowed.replace("live=false", "live=true")).array()).isEmpty();
        api.get("/v1/conversations?started_after=yesterday").expect(422);
        api.get("/v1/conversations?live=perhaps").expect(422);
    }

    @Test
    void takesTheSpeakersOfOlderExports() {
        var body = Bodies.conversation(Given.agent(api));
        var lines = body.putArray("transcriptText");
        var speakers = List.of("AI", "USER", "TOOL", "AI - TOOL REQUEST", "Agent", "customer");
        for (var speaker : speakers) {
            lines.addObject()
                    .put("speaker", speaker)
                    .put("message", "")
                    .put("timestamp", "2024-02-29 23:59:59.123456789Z")
                    .put("message_id", "");
        }

        var stored = api.post("/v1/conversations", body).expect(200).object();

        assertThat(stored.path("transcriptText").findValuesAsText("speaker"))
                .containsExactly("AI", "USER", "TOOL", "AI - TOOL REQUEST", "AI", "USER");
        assertThat(stored.path("transcriptText").findValuesAsText("timestamp"))
                .containsOnly("2024-02-29T23:59:59.123456");
    }

    @Test
    void replacesAllThatWasThereButItsProspect() {
        var agent = Given.agent(api);
        var made = api.post("/v1/conversations", Bodies.conversation(agent)).expect(200).object();
        var path = "/v1/conversations/" + made.path("id").asText();
        var least = Bodies.conversation(agent);
        least.retain(List.of("source", "sourceType", "agentId", "timestampStart"));

        var replaced = api.put(path, least.put("source", "other")).expect(200).object();

        assertThat(replaced.path("source").asText()).isEqualTo("other");
        for (var cleared :
                List.of(
                        "transcriptText",
                        "transcriptSummary",
                        "transcriptRecordingUrl",
                        "timestampEnd",
                        "conversationAnalytics",
                        "app",
                        "conversationStats",
                        "evaluation")) {
            assertThat(replaced.get(cleared).isNull()).as(cleared).isTrue();
        }
        for (var kept : List.of("id", "orgId", "prospectId", "createdBy", "createdAt", "status")) {
            assertThat(replaced.get(kept)).as(kept).isEqualTo(made.get(kept));
        }
        assertThat(api.get(path).expect(200).object()).isEqualTo(replaced);
    }

    @Test
    void keepsFeedbackWithItsConversation() {
        var id = Given.conversation(api, Given.agent(api));
        var path = "/v1/conversations/" + id + "/feedback";

        var feedback = api.post(path, Bodies.comment()).expect(200).object();

        assertThat(feedback.path("id").asText()).startsWith("cfb.");
        assertThat(feedback.path("conversationId").asText()).isEqualTo(id);
        assertThat(feedback.path("feedback").asText()).isEqualTo("Great service!");
        assertThat(feedback.path("rating").asInt()).isEqualTo(5);
        api.post(path, "{\"comment\": \"x\", \"rating\": 5.0}").expect(200);
        api.post(path, "{\"comment\": \"x\"}").expect(422);
        api.post(path, "{\"comment\": \"x\", \"rating\": 6}").expect(422);
        api.delete("/v1/conversations/" + id).expect(200);
        api.post(path, Bodies.comment()).expect(404);
    }

    @Test
    void isGoneOnceDeleted() {
        var path = "/v1/conversations/" + Given.conversation(api, Given.agent(api));

        api.delete(path).expect(200);

        api.get(path).expect(404);
        api.delete(path).expect(404);
        api.put(path, Bodies.conversation(Given.agent(api))).expect(404);
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
