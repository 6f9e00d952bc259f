package dev.parley.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSchemaTest {
    /// The vendor's document, where somebody keeps it beside this repository.
    private static final Path ORIGINAL = Path.of("..", "shared", "contract", "openapi.yaml");

    private static final String WITH_ADDITIONS =
            """
            {"paths": {
               "/old": {
                 "get": {"parameters": [{"name": "q"}, {"$ref": "#/components/parameters/New"},
                                        {"name": "n", "x-addition": true}],
                         "responses": {"200": {"headers": {
                                         "X-New": {"$ref": "#/components/headers/New"}}, "a": 1},
                                       "412": {"$ref": "#/components/responses/Stale"}}},
                 "post": {"x-addition": true, "in": {"$ref": "#/components/schemas/Outer"}}},
               "/new": {"get": {"x-addition": true}}},
             "components": {
               "headers": {"New": {"x-addition": true}},
               "parameters": {"New": {"x-addition": true}, "Old": {}},
               "responses": {"Stale": {"x-addition": true}},
               "schemas": {
                 "Outer": {"items": {"$ref": "#/components/schemas/Inner"}}, "Inner": {}, "Free": {},
                 "Thing": {"required": ["a", "b"],
                   "properties": {"a": {}, "b": {"x-addition": true}}}}}}
            """;
    private static final String WITHOUT =
            """
            {"paths": {"/old": {"get": {"parameters": [{"name": "q"}], "responses": {"200": {"a": 1}}}}},
             "components": {
               "parameters": {"Old": {}},
               "schemas": {
                 "Free": {}, "Thing": {"required": ["a"], "properties": {"a": {}}}}}}
            """;

    @TempDir Path folder;

    @Test
    void takesAdditionsOutWithEverythingThatNamesThem() throws IOException {
        var stripped = ClientSchema.withoutAdditions((ObjectNode) json(WITH_ADDITIONS));

        assertThat(stripped).isEqualTo(json(WITHOUT));
    }

    @Test
    void leavesNoMarkAndNoDanglingReference() {
        var stripped = ClientSchema.withoutAdditions(ClientSchema.whole());

        assertThat(stripped.findValues("x-addition")).isEmpty();
        assertThat(stripped.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(stripped.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void spellsUploadsAsGeneratorsReadThem() {
        var spelled = ClientSchema.forGenerator(ClientSchema.whole());
        var upload =
                spelled.at(
                        "/paths/~1v1~1files/post/requestBody/content/multipart~1form-data/schema/properties/files/items");

        assertThat(upload.path("format").asText()).isEqualTo("binary");
        assertThat(spelled.has("webhooks")).isFalse();
    }

    @Test
    void seesWhatDiffersButNotProse() throws IOException {
        var one =
                json(
                        """
                        {"paths": {"/a": {"get": {"description": "One", "x-note": 1,
                           "responses": {"200": {}}}}},
                         "components": {"schemas": {"T": {"properties":
                           {"description": {"type": "string"}}}}}}
                        """);
        var other =
                json(
                        """
                        {"paths": {"/a": {"get": {"description": "Other",
                           "responses": {"200": {}, "404": {}}}}},
                         "components": {"schemas": {"T": {"properties":
                           {"description": {"type": "integer"}}}}}}
                        """);

        assertThat(ClientSchema.differences(one, other))
                .containsExactly(
                        "/components/schemas/T/properties/description/type",
                        "/paths/~1a/get/responses/404");
    }

    @Test
    void promisesWhatTheVendorPromisesWhereItsDocumentIsAtHand() {
        assertThat(differencesFrom(ORIGINAL))
                .as("engines are any strings here, as they were before mid-2025; ours are others")
                .allMatch(at -> at.matches("/components/schemas/AgentConfig/properties/\\w+/enum"));
    }

    @Test
    void doesWithoutTheVendorsDocument() {
        assertThat(differencesFrom(folder.resolve("absent.yaml"))).isEmpty();
    }

    @Test
    void noticesAnotherDocument() throws IOException {
        var other = folder.resolve("other.yaml");
        Files.writeString(other, "openapi: 3.1.0\npaths: {}\n");

        assertThat(differencesFrom(other)).contains("/paths/~1v1~1prospects");
    }

    /// Where the server of a client differs is the client's own affair.
    private static List<String> differencesFrom(Path original) {
        if (!Files.exists(original)) {
            return List.of();
        }
        var ours = ClientSchema.withoutAdditions(ClientSchema.whole());
        return ClientSchema.differences(
                ours.without(List.of("info", "servers")),
                ClientSchema.read(original).without(List.of("info", "servers")));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
