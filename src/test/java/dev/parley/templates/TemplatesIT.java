package dev.parley.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every template is something to start from: the API takes it, and the agent answers.
class TemplatesIT {
    private static final List<String> LANGUAGES = List.of("en", "es", "hi");
    private static final List<String> KINDS =
            List.of("prompt-templates", "role-templates", "action-templates");

    private static final Map<String, List<String>> CALLERS =
            Map.of(
                    "en",
                    List.of(
                            "Hello, what do you do?",
                            "What are your opening hours?",
                            "I would like to leave a message. My name is Eva Brown.",
                            "No, that is all. Goodbye."),
                    "es",
                    List.of(
                            "Hola, ¿en qué me puede ayudar?",
                            "¿Qué horario tienen?",
                            "Quiero dejar un mensaje. Me llamo Eva Gómez.",
                            "No, gracias. Adiós."),
                    "hi",
                    List.of(
                            "नमस्ते, आप क्या कर सकते हैं?",
                            "आप कितने बजे खुलते हैं?",
                            "मुझे एक संदेश छोड़ना है। मेरा नाम ईशा वर्मा है।",
                            "नहीं, बस इतना ही। धन्यवाद।"));

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

    private static String templates(String kind, String language) {
        return api.get(
                        "/v1/ui/"
                                + kind
                                + "?language="
                                + URLEncoder.encode(language, StandardCharsets.UTF_8))
                .expect(200)
                .body();
    }

    @Test
    void makesAnAgentOfEveryPromptTemplateAndTalksToIt() {
        for (var language : LANGUAGES) {
            var templates = Api.read(templates("prompt-templates", language));
            assertThat(templates.size()).isGreaterThanOrEqualTo(8);
            templates
                    .properties()
                    .forEach(template -> {
                        var agent = agent(language, template.getValue());
                        var made = api.post("/v1/ai-agents", agent).expect(200).object();
                        assertThat(made.at("/mission/sequence"))
                                .hasSameSizeAs(template.getValue().path("sequences"));
                        talkTo(made.path("id").asText(), language);
                    });
        }
    }

    private static JsonNode agent(String language, JsonNode template) {
        var agent = Api.JSON.createObjectNode();
        for (var field : List.of("name", "role", "roleDescription")) {
            agent.set(field, template.get(field));
        }
        agent.put("imageUrl", "").put("status", "active").put("timezone", "UTC");
        agent.putObject("mission")
                .putNull("greeting")
                .<ObjectNode>set("prompt", template.get("prompt"))
                .set("sequence", template.get("sequences"));
        agent.putObject("voice")
                .put("gender", "Female")
                .put("modelId", "built-in")
                .putObject("languageAccent")
                .put(
                        "language",
                        Map.of("en", "English", "es", "Spanish", "hi", "Hindi").get(language))
                .put("accent", language.equals("hi") ? "Hindi" : "American");
        return agent;
    }

    private static void talkTo(String agent, String language) {
        try (var caller = Caller.of(api, agent)) {
            var heard = new ArrayList<>(List.of(caller.hears()));
            for (var words : CALLERS.getOrDefault(language, List.of())) {
                caller.types(words);
                heard.add(caller.hears());
            }
            assertThat(heard).noneMatch(String::isBlank).noneMatch(text -> text.contains("{"));
            boolean isDevanagari =
                    String.join("", heard).codePoints().anyMatch(c -> c >= 0x900 && c < 0x980);
            assertThat(isDevanagari).as(heard.toString()).isEqualTo(language.equals("hi"));
        }
    }

    @Test
    void offersTheSameRolesAsPrompts() {
        for (var language : LANGUAGES) {
            var prompts = Api.read(templates("prompt-templates", language));
            var roles = Api.read(templates("role-templates", language));

            assertThat(roles)
                    .extracting(role -> role.path("roleName").asText())
                    .containsExactlyElementsOf(
                            prompts.properties().stream()
                                    .map(template -> template.getValue().path("role").asText())
                                    .toList())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void offersTheSameActionsInEveryLanguage() {
        var english = Api.read(templates("action-templates", "en"));
        assertThat(english.size()).isGreaterThanOrEqualTo(6);
        for (var language : List.of("es", "hi")) {
            var translated = Api.read(templates("action-templates", language));

            assertThat(translated).hasSameSizeAs(english);
            for (int i = 0; i < english.size(); i++) {
                assertThat(bones(translated.get(i))).isEqualTo(bones(english.get(i)));
                assertThat(translated.get(i).path("description"))
                        .isNotEqualTo(english.get(i).path("description"));
            }
        }
    }

    /// An action without what is said and described.
    private static JsonNode bones(JsonNode action) {
        var bones = action.deepCopy();
        bones.findParents("description")
                .forEach(node ->
                        ((ObjectNode) node)
                                .remove(
                                        List.of(
                                                "description",
                                                "userWaitingText",
                                                "userSuccessText",
                                                "userErrorText")));
        return bones;
    }

    @Test
    void makesAnActionOfEveryActionTemplate() {
        for (var language : LANGUAGES) {
            for (var template : Api.read(templates("action-templates", language))) {
                var made = api.post("/v1/actions", template).expect(200).object();

                template.properties()
                        .forEach(field ->
                                assertThat(made.get(field.getKey()))
                                        .as(field.getKey())
                                        .isEqualTo(field.getValue()));
            }
        }
    }

    @Test
    void describesTheArgumentsOfActionsInJsonSchema() {
        var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        var meta = factory.getSchema(SchemaLocation.of(SchemaId.V202012));
        for (var language : LANGUAGES) {
            for (var action : Api.read(templates("action-templates", language))) {
                var parameters = action.path("parameters");
                var name = action.path("name").asText();

                assertThat(meta.validate(parameters)).as(name).isEmpty();
                assertThat(parameters.path("type").asText()).isEqualTo("object");
                parameters
                        .path("required")
                        .forEach(field ->
                                assertThat(parameters.path("properties").has(field.asText()))
                                        .as(name)
                                        .isTrue());
                parameters
                        .path("properties")
                        .forEach(property ->
                                assertThat(property.path("description").asText())
                                        .as(name)
                                        .isNotBlank());
            }
        }
    }

    @Test
    void understandsCodesRegionsAndNames() {
        var names =
                Map.of(
                        "en", List.of("EN", "en-US", "en_GB", "English", "english"),
                        "es", List.of("es-MX", "es-419", "Spanish", "español"),
                        "hi", List.of("hi-IN", "HINDI", "Hindi", "हिन्दी"));
        for (var kind : KINDS) {
            names.forEach((code, others) -> {
                for (var other : others) {
                    assertThat(templates(kind, other)).isEqualTo(templates(kind, code));
                }
            });
            assertThat(api.get("/v1/ui/" + kind).expect(200).body())
                    .isEqualTo(templates(kind, "en"));
            for (var unknown : List.of("fr", "e", "engl", "../en", "en%00")) {
                api.get("/v1/ui/" + kind + "?language=" + unknown).expect(422);
            }
            assertThat(api.get("/v1/ui/" + kind + "?language=fr").expect(422).body())
                    .contains("English", "Spanish", "Hindi", "[\"query\",\"language\"]");
        }
    }
}
