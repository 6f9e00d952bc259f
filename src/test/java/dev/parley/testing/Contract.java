package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/// `openapi.yaml`, and whether an answer keeps to it.
public final class Contract {
    /// Statuses any operation may answer although the contract names them nowhere: too large, too
    /// long, wrong type, busy, at odds.
    private static final Set<Integer> ANYWHERE =
            Set.of(400, 405, 409, 412, 413, 414, 415, 429, 503, 507);

    private static final String ID = "https://parley.test/openapi";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = load();
    private static final JsonSchemaFactory SCHEMAS = factory();
    private static final Map<String, JsonSchema> CACHE = new ConcurrentHashMap<>();

    private Contract() {}

    /// One operation.
    public record Operation(String method, String path, JsonNode node) {
        public String id() {
            return node.path("operationId").asText();
        }

        public boolean hasTag(String tag) {
            return tags().contains(tag);
        }

        /// Whether anybody may ask for it, without a key.
        public boolean isPublic() {
            return node.has("security") && node.path("security").isEmpty();
        }

        List<String> tags() {
            var tags = new ArrayList<String>();
            node.path("tags").forEach(tag -> tags.add(tag.asText()));
            return tags;
        }

        /// The schema of its JSON body, references resolved one step; empty when it takes none.
        public Optional<JsonNode> bodySchema() {
            var schema = node.at("/requestBody/content/application~1json/schema");
            return schema.isMissingNode() ? Optional.empty() : Optional.of(resolve(schema));
        }
    }

    public static JsonNode document() {
        return DOCUMENT;
    }

    /// What a `$ref` stands for; anything else is itself.
    public static JsonNode resolve(JsonNode node) {
        var ref = node.path("$ref").asText("");
        return ref.isEmpty() ? node : resolve(DOCUMENT.at(ref.substring(1)));
    }

    public static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        operations.add(
                                                new Operation(
                                                        method.getKey()
                                                                .toUpperCase(java.util.Locale.ROOT),
                                                        path.getKey(),
                                                        method.getValue()))));
        return operations;
    }

    /// Fails when `response` is not what the contract promises for this operation.
    public static void check(String method, String path, HttpResponse<String> response) {
        int status = response.statusCode();
        assertThat(status)
                .as("%s %s: %s", method, path, response.body())
                .isNotIn(500, 501, 502, 504, 505);
        var operation = find(method, path);
        if (operation.isEmpty()) {
            assertThat(status).isIn(401, 404, 405);
            return;
        }
        var declared = operation.get().node().path("responses").path(Integer.toString(status));
        if (declared.isMissingNode()) {
            assertThat(status).as("%s %s: %s", method, path, response.body()).isIn(ANYWHERE);
            assertThat(Api.read(response.body()).path("detail").isTextual()).isTrue();
            return;
        }
        var type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (!type.endsWith("json") && declared.path("content").has(type)) {
            return;
        }
        var errors = new ArrayList<>(errors(operation.get(), status, response.body()));
        if (isChosen(response)) {
            errors.removeIf(error -> error.contains("required property"));
        }
        assertThat(errors).as("%s %s: %s", method, path, response.body()).isEmpty();
    }

    /// Whether only some fields were asked for.
    private static boolean isChosen(HttpResponse<String> response) {
        var query = response.request().uri().getRawQuery();
        return query != null && query.matches("(.*&)?fields=.*");
    }

    /// What the contract finds wrong with a body sent to `operation`.
    public static List<String> bodyErrors(Operation operation, JsonNode body) {
        var at =
                "#/paths/"
                        + operation.path().replace("~", "~0").replace("/", "~1")
                        + "/"
                        + operation.method().toLowerCase(java.util.Locale.ROOT)
                        + "/requestBody/content/application~1json/schema";
        return CACHE.computeIfAbsent(at, Contract::schema).validate(body).stream()
                .map(Object::toString)
                .toList();
    }

    /// The operation of this name.
    public static Operation operation(String id) {
        return operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> errors(Operation operation, int status, String body) {
        var pointer =
                "#/paths/"
                        + operation.path().replace("~", "~0").replace("/", "~1")
                        + "/"
                        + operation.method().toLowerCase(java.util.Locale.ROOT)
                        + "/responses/"
                        + status;
        var response = DOCUMENT.at(pointer.substring(1));
        var ref = response.path("$ref").asText("");
        var at = (ref.isEmpty() ? pointer : ref) + "/content/application~1json/schema";
        if (DOCUMENT.at(at.substring(1)).isMissingNode()) {
            return List.of();
        }
        var schema = CACHE.computeIfAbsent(at, Contract::schema);
        return schema.validate(Api.read(body)).stream().map(Object::toString).toList();
    }

    private static JsonSchema schema(String pointer) {
        return SCHEMAS.getSchema(SchemaLocation.of(ID + pointer));
    }

    private static Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(o -> o.method().equals(method) && matches(o.path(), path))
                .min(java.util.Comparator.comparing(o -> o.path().contains("{")));
    }

    private static boolean matches(String template, String path) {
        var expected = template.split("/");
        var actual = path.split("/");
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{") && !expected[i].equals(actual[i])) {
                return false;
            }
        }
        return true;
    }

    private static JsonSchemaFactory factory() {
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(l -> l.schemas(Map.of(ID, DOCUMENT.toString()))));
    }

    private static JsonNode load() {
        try (var reader = Files.newBufferedReader(Path.of("openapi.yaml"))) {
            ObjectNode document = JSON.valueToTree(new Yaml().load(reader));
            return document.put("$id", ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
