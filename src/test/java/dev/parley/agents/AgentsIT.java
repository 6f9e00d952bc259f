package dev.parley.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Editors;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgentsIT {
    private static final String AGENTS = "/v1/ai-agents";
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
    void givesBackEveryFieldItWasGiven() {
        var body = Bodies.agent();

        var made = api.post(AGENTS, body).expect(200).object();

        body.properties()
                .forEach(field -> assertThat(made.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(made.path("id").asText()).matches("aia\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(made.path("orgId").asText()).startsWith("org.");
        assertThat(made.path("createdBy").asText()).startsWith("usr.");
        assertThat(made.get("updatedBy")).isEqualTo(made.get("createdBy"));
        assertThat(made.get("updatedAt")).isEqualTo(made.get("createdAt"));
        assertThat(made.path("createdAt").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}");
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(api.get(AGENTS).expect(200).array()).contains(made);
    }

    @Test
    void answersNullForWhatItWasNotGiven() {
        var body = Bodies.agent().retain(List.of("name", "imageUrl", "status", "role"));
        body.put("roleDescription", "").put("timezone", "UTC");

        var made = api.post(AGENTS, body).expect(200).object();

        for (var field :
                List.of(
                        "mission",
                        "transcriber",
                        "intelligenceProvider",
                        "voice",
                        "boostedKeywords",
                        "app",
                        "evaluationMetrics")) {
            assertThat(made.get(field)).as(field).isEqualTo(NullNode.instance);
        }
    }

    @Test
    void takesBothVintagesOfAMission() {
        var older = "{\"prompt\": \"You sell shoes.\", \"greeting\": \"Hi\"}";
        var newer = "{\"objective\": \"Sell shoes\", \"greeting\": null}";
        for (var mission : List.of(older, newer)) {
            var body = Bodies.agent().set("mission", Api.read(mission));

            var made = api.post(AGENTS, body).expect(200).object().path("mission");

            Api.read(mission)
                    .properties()
                    .forEach(field ->
                            assertThat(made.get(field.getKey())).isEqualTo(field.getValue()));
            assertThat(made.get("sequence")).isEqualTo(NullNode.instance);
            assertThat(made.get("farewell")).isEqualTo(NullNode.instance);
        }
        var withoutGreeting = Bodies.agent();
        withoutGreeting.putObject("mission").put("prompt", "x");
        assertThat(api.post(AGENTS, withoutGreeting).expect(422).body())
                .contains("[\"body\",\"mission\",\"greeting\"]");
    }

    @Test
    void takesAVoiceWithoutItsLaterFields() {
        var body = Bodies.agent();
        body.withObject("/voice").remove(List.of("playbackSpeed", "backgroundNoise"));

        var voice = api.post(AGENTS, body).expect(200).object().path("voice");

        assertThat(voice.get("playbackSpeed")).isEqualTo(NullNode.instance);
        assertThat(voice.get("backgroundNoise").booleanValue()).isFalse();
    }

    @Test
    void takesEveryStatusAccentAndApp() {
        for (var status : List.of("active", "inactive", "pending", "archived")) {
            api.post(AGENTS, Bodies.agent().put("status", status)).expect(200);
        }
        for (var accent :
                List.of("American", "Indian", "Australian", "British", "Hindi", "Middle Eastern")) {
            var body = Bodies.agent();
            body.withObject("/voice/languageAccent").put("accent", accent);
            api.post(AGENTS, body).expect(200);
        }
        for (var app : List.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1")) {
            api.post(AGENTS, Bodies.agent().put("app", app)).expect(200);
        }
    }

    @Test
    void leavesOutTheMissingPartsOfAMetric() {
        var body = Bodies.agent();
        body.withObject("/evaluationMetrics").putArray("qualitativeMetrics").addObject();

        var metrics = api.post(AGENTS, body).expect(200).object().path("evaluationMetrics");

        assertThat(metrics.path("qualitativeMetrics").get(0).isEmpty()).isTrue();
    }

    @Test
    void replacesAllThatWasThere() {
        var made = api.post(AGENTS, Bodies.agent()).expect(200).object();
        var body = Given.agentBody().put("name", "Nora");

        var replaced = api.put(path(made), body).expect(200).object();

        assertThat(replaced.get("name").asText()).isEqualTo("Nora");
        assertThat(replaced.get("voice")).isEqualTo(NullNode.instance);
        assertThat(replaced.get("boostedKeywords")).isEqualTo(NullNode.instance);
        assertThat(replaced.get("app")).isEqualTo(NullNode.instance);
        for (var kept : List.of("id", "orgId", "createdBy", "createdAt")) {
            assertThat(replaced.get(kept)).as(kept).isEqualTo(made.get(kept));
        }
        assertThat(replaced.get("updatedAt").asText())
                .isGreaterThan(made.get("updatedAt").asText());
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(replaced);
    }

    @Test
    void isGoneOnceDeletedAndItsConversationsStay() {
        var made = api.post(AGENTS, Bodies.agent()).expect(200).object();
        var id = made.path("id").asText();
        var conversation = Given.conversation(api, id);

        api.delete(path(made)).expect(200);

        api.get(path(made)).expect(404);
        api.put(path(made), Bodies.agent()).expect(404);
        api.delete(path(made)).expect(404);
        var kept = api.get("/v1/conversations/" + conversation).expect(200).object();
        assertThat(kept.path("aiAgentId").asText()).isEqualTo(id);
        api.put("/v1/conversations/" + conversation, Bodies.conversation(id)).expect(200);
        api.post("/v1/conversations", Bodies.conversation(id)).expect(422);
        api.post("/v1/connections?agentId=" + id, Bodies.connection()).expect(404);
    }

    @Test // V11
    void isChangedByOneEditorAtATime() {
        var made = api.post(AGENTS, Bodies.agent()).expect(200).object();

        Editors.race(api, path(made), Bodies.agent(), "", "imageUrl");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        var body =
                Bodies.agent().put("name", 1).put("status", "ACTIVE").put("timezone", "Mars/Base");
        body.withObject("/voice").remove("modelId");
        body.withArray("/boostedKeywords").add(2);

        var detail = api.post(AGENTS, body).expect(422).object().path("detail");

        assertThat(detail)
                .extracting(violation -> violation.path("loc").toString())
                .containsExactlyInAnyOrder(
                        "[\"body\",\"name\"]",
                        "[\"body\",\"status\"]",
                        "[\"body\",\"timezone\"]",
                        "[\"body\",\"voice\",\"modelId\"]",
                        "[\"body\",\"boostedKeywords\",2]");
    }

    private static String path(JsonNode agent) {
        return AGENTS + "/" + agent.path("id").asText();
    }
}
