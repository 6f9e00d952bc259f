package dev.parley.actions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An action's `parameters`, read as somebody else's JSON Schema (V9): small, every reference
/// within itself, no pattern that takes forever. Nothing is fetched and no pattern is run here.
final class ParametersSchema {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 1_000;
    private static final int MAX_CHARACTERS = 64 * 1024;

    /// Keywords whose values are values, and those whose values are schemas by name.
    private static final Set<String> DATA = Set.of("const", "default", "enum", "examples");

    private static final Set<String> NAMED =
            Set.of(
                    "$defs",
                    "definitions",
                    "dependencies",
                    "dependentSchemas",
                    "patternProperties",
                    "properties");

    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private static final List<String> ANCHORS = List.of("$anchor", "$dynamicAnchor");

    /// Keywords that look at the same value again, with one schema or with a list of them.
    private static final List<String> IN_PLACE =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private final ObjectNode root;
    private final Set<ObjectNode> schemas = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> references = new ArrayList<>();
    private final Map<String, ObjectNode> anchors = new HashMap<>();
    private int values;
    private int characters;
    private @Nullable String fault;

    private ParametersSchema(ObjectNode root) {
        this.root = root;
    }

    /// What is wrong with `parameters`, for people; empty when nothing is.
    static Optional<String> fault(ObjectNode parameters) {
        var schema = new ParametersSchema(parameters);
        schema.schema(parameters, 1);
        schema.references.forEach(schema::checkReference);
        if (schema.fault == null && schema.goesInCircles()) {
            schema.wrong("References should not lead back to where they start");
        }
        return Optional.ofNullable(schema.fault).or(() -> MetaSchema.fault(parameters));
    }

    private void wrong(String message) {
        if (fault == null) {
            fault = message;
        }
    }

    private void schema(JsonNode node, int depth) {
        if (!counts(node, depth)) {
            return;
        }
        if (node instanceof ObjectNode object) {
            schemas.add(object);
            for (var keyword : ANCHORS) {
                anchors.putIfAbsent(object.path(keyword).asText(), object);
            }
            for (var field : object.properties()) {
                keyword(field.getKey(), field.getValue(), depth);
            }
        } else {
            for (var element : node) {
                schema(element, depth + 1);
            }
        }
    }

    private void keyword(String name, JsonNode value, int depth) {
        if (fault != null) {
            return;
        }
        characters += name.length();
        if (DATA.contains(name)) {
            data(value, depth + 1);
        } else if (NAMED.contains(name) && value.isObject()) {
            values++;
            for (var field : value.properties()) {
                named(name, field.getKey(), field.getValue(), depth + 2);
            }
        } else {
            if (value.isTextual()) {
                text(name, value.textValue(), depth);
            }
            schema(value, depth + 1);
        }
    }

    private void named(String keyword, String name, JsonNode value, int depth) {
        characters += name.length();
        if (fault == null && keyword.equals("patternProperties")) {
            PatternRule.fault(name).ifPresent(this::wrong);
        }
        schema(value, depth);
    }

    private void text(String keyword, String text, int depth) {
        if (REFERENCES.contains(keyword)) {
            references.add(text);
        }
        switch (keyword) {
            case "pattern" -> PatternRule.fault(text).ifPresent(this::wrong);
            case "$id" -> {
                if (depth > 1) {
                    wrong("Only the whole schema may have an $id");
                }
            }
            default -> {
                // any other text means nothing to this server
            }
        }
    }

    private void data(JsonNode node, int depth) {
        if (!counts(node, depth)) {
            return;
        }
        for (var field : node.properties()) {
            characters += field.getKey().length();
        }
        for (var element : node) {
            if (fault == null) {
                data(element, depth + 1);
            }
        }
    }

    private boolean counts(JsonNode node, int depth) {
        if (fault != null) {
            return false;
        }
        values++;
        characters += node.isValueNode() ? node.asText().length() : 0;
        if (depth > MAX_DEPTH) {
            wrong("The schema should be at most " + MAX_DEPTH + " levels deep");
        } else if (values > MAX_VALUES) {
            wrong("The schema should have at most " + MAX_VALUES + " values");
        } else if (characters > MAX_CHARACTERS) {
            wrong("The schema should have at most " + MAX_CHARACTERS + " characters");
        }
        return fault == null;
    }

    private void checkReference(String reference) {
        if (!reference.startsWith("#")) {
            wrong("References should begin with #: nothing is fetched from elsewhere");
        } else if (target(reference) == null) {
            wrong("A reference leads nowhere");
        }
    }

    /// The schema a reference means. A value that is no schema of its own was not looked through.
    private @Nullable JsonNode target(String reference) {
        var anchored = anchors.get(reference.substring(1));
        if (anchored != null) {
            return anchored;
        }
        try {
            var found = root.at(JsonPointer.compile(new URI(reference).getFragment()));
            boolean isSchema =
                    found instanceof ObjectNode object
                            ? schemas.contains(object)
                            : found.isBoolean();
            return isSchema ? found : null;
        } catch (URISyntaxException | IllegalArgumentException _) {
            return null;
        }
    }

    /// Whether a value would be looked at again and again by the same schema.
    private boolean goesInCircles() {
        Map<ObjectNode, Boolean> left = new IdentityHashMap<>();
        return schemas.stream().anyMatch(schema -> returns(schema, left));
    }

    /// @param left the schemas entered so far, and whether they have been left again
    private boolean returns(ObjectNode schema, Map<ObjectNode, Boolean> left) {
        var known = left.putIfAbsent(schema, false);
        if (known != null) {
            return !known;
        }
        for (var next : sameValue(schema)) {
            if (next instanceof ObjectNode object && returns(object, left)) {
                return true;
            }
        }
        left.put(schema, true);
        return false;
    }

    private List<JsonNode> sameValue(ObjectNode schema) {
        var next = new ArrayList<JsonNode>();
        for (var keyword : REFERENCES) {
            var reference = schema.path(keyword);
            if (reference.isTextual() && target(reference.textValue()) instanceof JsonNode found) {
                next.add(found);
            }
        }
        for (var keyword : IN_PLACE) {
            var value = schema.path(keyword);
            next.add(value);
            if (value.isArray()) {
                value.forEach(next::add);
            }
        }
        return next;
    }
}
