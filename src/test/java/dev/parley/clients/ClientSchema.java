package dev.parley.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/// An OpenAPI document as generators of clients are given it.
final class ClientSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Sentences and notes, which no client is made of.
    private static final Set<String> PROSE =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs");

    /// Names of what the caller chose, so nothing below is prose or a keyword by its name alone.
    private static final Set<String> CHOSEN_NAMES =
            Set.of(
                    "properties",
                    "schemas",
                    "parameters",
                    "responses",
                    "paths",
                    "content",
                    "headers",
                    "securitySchemes");

    private ClientSchema() {}

    /// The document of this repository, additions included.
    static ObjectNode whole() {
        return read(Path.of("openapi.yaml"));
    }

    static ObjectNode read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return JSON.valueToTree(new Yaml().load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document as the vendor has it: without everything marked `x-addition`, and without the
    /// components that only additions use.
    static ObjectNode withoutAdditions(ObjectNode document) {
        var stripped = document.deepCopy();
        strip(stripped, added(document));
        var unused = Set.<String>of();
        do {
            unused = new HashSet<>(document.findValuesAsText("$ref"));
            unused.removeAll(stripped.findValuesAsText("$ref"));
        } while (removeComponents(stripped, unused));
        return stripped;
    }

    private static Set<String> added(ObjectNode document) {
        var added = new HashSet<String>();
        document.path("components")
                .properties()
                .forEach(kind ->
                        kind.getValue()
                                .properties()
                                .forEach(component -> {
                                    if (isMarked(component.getValue())) {
                                        added.add(reference(kind.getKey(), component.getKey()));
                                    }
                                }));
        return added;
    }

    private static String reference(String kind, String name) {
        return "#/components/%s/%s".formatted(kind, name);
    }

    /// @return whether there was one
    private static boolean removeComponents(ObjectNode document, Set<String> references) {
        var components = (ObjectNode) document.path("components");
        var removed = false;
        for (var kind : List.copyOf(components.properties())) {
            var named = (ObjectNode) kind.getValue();
            for (var name :
                    List.copyOf(named.properties()).stream().map(Map.Entry::getKey).toList()) {
                if (references.contains(reference(kind.getKey(), name))) {
                    named.remove(name);
                    removed = true;
                }
            }
            if (named.isEmpty()) {
                components.remove(kind.getKey());
            }
        }
        return removed;
    }

    /// The document in the spelling the generator understands: a file to upload is `binary`, as in
    /// OpenAPI 3.0; and without webhooks, which it takes for operations of the server.
    static ObjectNode forGenerator(ObjectNode document) {
        var spelled = document.deepCopy();
        spelled.remove("webhooks");
        spelled.findParents("contentMediaType").stream()
                .map(ObjectNode.class::cast)
                .forEach(file -> {
                    file.remove("contentMediaType");
                    file.put("format", "binary");
                });
        return spelled;
    }

    /// Where the two say different things, prose and extensions aside; each as a JSON pointer.
    static List<String> differences(JsonNode one, JsonNode other) {
        var differences = new ArrayList<String>();
        compare("", false, one, other, differences);
        return differences;
    }

    private static void strip(JsonNode node, Set<String> added) {
        if (node instanceof ArrayNode list) {
            list.removeIf(item -> isAddition(item, added));
            list.forEach(item -> strip(item, added));
        } else if (node instanceof ObjectNode object) {
            object.removeIf(field -> isAddition(field, added) || isEmptied(field, added));
            dropDanglingRequirements(object);
        }
    }

    /// Strips what is below, and tells whether nothing is left of something.
    private static boolean isEmptied(JsonNode node, Set<String> added) {
        var before = node.size();
        strip(node, added);
        return before > 0 && node.isEmpty();
    }

    private static boolean isAddition(JsonNode node, Set<String> added) {
        return isMarked(node) || added.contains(node.path("$ref").asText());
    }

    private static boolean isMarked(JsonNode node) {
        return node.path("x-addition").asBoolean();
    }

    private static void dropDanglingRequirements(ObjectNode schema) {
        if (schema.path("required") instanceof ArrayNode required
                && schema.path("properties") instanceof ObjectNode properties) {
            required.removeIf(name -> !properties.has(name.asText()));
        }
    }

    private static void compare(
            String at, boolean chosen, JsonNode one, JsonNode other, List<String> differences) {
        if (one.isObject() && other.isObject()) {
            var names = new TreeSet<String>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                if (chosen || !(PROSE.contains(name) || name.startsWith("x-"))) {
                    compare(
                            at + "/" + name.replace("~", "~0").replace("/", "~1"),
                            !chosen && CHOSEN_NAMES.contains(name),
                            one.path(name),
                            other.path(name),
                            differences);
                }
            }
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(at + "/" + i, false, one.get(i), other.get(i), differences);
            }
        } else if (!one.equals(other)) {
            differences.add(at);
        }
    }
}
