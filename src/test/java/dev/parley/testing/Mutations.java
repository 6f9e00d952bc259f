package dev.parley.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/// Every way to spoil one field of a body, at every depth; limits come from the contract's schema.
public final class Mutations {
    private static final String HERE = "@@here@@";

    /// JSON texts put in the place of any field.
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-0",
                    "-0.0",
                    "1.5",
                    "-1",
                    "9223372036854775808",
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1e999999999",
                    "1e308",
                    "5e-324",
                    "1".repeat(90),
                    "1".repeat(2_000),
                    "\"\"",
                    "\" \"",
                    "\"x\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "[{}]",
                    "[1]",
                    "{\"a\":1}",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "[\"\\udfff\"]",
                    "{\"\\u0000\":1}",
                    "{\"\\ud83d\":1}",
                    "\"\u202e\u200fright to left\u202c\"",
                    "\"Z\u0337\u0322\u0321a\u0334\u0358l\u0335\u033fg\u0336\u0345o\u0338\u0301\"",
                    "\"__proto__\"",
                    "{\"__proto__\":{\"admin\":true},\"constructor\":{\"prototype\":{}}}",
                    "{\"@class\":\"java.net.URL\",\"val\":\"http://127.0.0.2/\"}",
                    "[\"java.util.HashSet\",[]]",
                    "\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaFNldA==\"",
                    "\"'; DROP TABLE agent; --\"",
                    "\"%_\\\\\"",
                    "\"0000-01-01T00:00:00\"",
                    "\"0000-01-01T00:00:00+18:00\"",
                    "\"9999-12-31T23:59:59.999999999\"",
                    "\"9999-12-31T23:59:59-18:00\"",
                    "\"10000-01-01T00:00:00\"",
                    "\"2023-02-30T00:00:00Z\"",
                    "\"2023-02-29T00:00:00\"",
                    "\"2024-02-29T00:00:00Z\"",
                    "\"2016-12-31T23:59:60Z\"",
                    "\"2024-01-01T24:00:00\"",
                    "\"2024-01-01T00:00:00+99:99\"",
                    "\"2024-01-01T00:00:00.123456789-0530\"",
                    "\"2024-01-01 00:00:00\"",
                    "\"2024-01-01\"",
                    "NaN",
                    "Infinity",
                    "undefined",
                    "'x'",
                    "01",
                    "\"" + "y".repeat(40_000) + "\"",
                    "[".repeat(80) + "]".repeat(80),
                    "{\"k\":".repeat(70) + "1" + "}".repeat(70));

    private Mutations() {}

    /// A spoilt body.
    ///
    /// @param name which field, and how
    /// @param isAtLimit whether the value is as large or small as the contract allows
    public record Mutation(String name, String body, boolean isAtLimit) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// @param valid a body with a value in every field of `schema`
    public static List<Mutation> of(JsonNode valid, JsonNode schema) {
        var mutations = new ArrayList<Mutation>();
        collect(valid, JsonPointer.empty(), valid, schema, mutations);
        return mutations;
    }

    /// The properties of `schema`, at any depth, that `body` has no value for.
    public static List<String> missing(JsonNode body, JsonNode schema, String at) {
        var missing = new ArrayList<String>();
        for (var property : properties(schema)) {
            var value = body.path(property);
            if (property(schema, property).path("readOnly").asBoolean()) {
                continue;
            }
            if (value.isMissingNode() || value.isNull()) {
                missing.add(at + "/" + property);
            } else if (value.isObject() || value.isArray()) {
                var inner = property(schema, property);
                missing.addAll(
                        value.isObject()
                                ? missing(value, inner, at + "/" + property)
                                : missing(value.path(0), items(inner), at + "/" + property + "/0"));
            }
        }
        return missing;
    }

    private static void collect(
            JsonNode root, JsonPointer at, JsonNode node, JsonNode schema, List<Mutation> out) {
        if (!at.matches()) {
            spoil(root, at, schema, out);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            collect(
                                    root,
                                    at.appendProperty(field.getKey()),
                                    field.getValue(),
                                    property(schema, field.getKey()),
                                    out));
        } else if (node.isArray() && !node.isEmpty()) {
            collect(root, at.appendIndex(0), node.get(0), items(schema), out);
        }
    }

    private static void spoil(JsonNode root, JsonPointer at, JsonNode schema, List<Mutation> out) {
        out.add(new Mutation(at + " missing", without(root, at), false));
        for (var value : VALUES) {
            var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
            out.add(new Mutation(at + " = " + shown, with(root, at, value), false));
        }
        ObjIntConsumer<String> texts =
                (kind, length) -> {
                    boolean isAtLimit = kind.equals("at");
                    for (var letter : List.of("x", "\ud83d\ude00")) {
                        var text = '"' + letter.repeat(length) + '"';
                        out.add(
                                new Mutation(
                                        at + " text of " + length + " " + letter,
                                        with(root, at, text),
                                        isAtLimit && isFreeText(schema)));
                    }
                };
        limit(schema, "maxLength")
                .ifPresent(max -> {
                    texts.accept("at", max);
                    texts.accept("over", max + 1);
                });
        limit(schema, "maxItems")
                .ifPresent(max -> {
                    var one = root.at(at).path(0).toString();
                    for (int size : new int[] {max, max + 1}) {
                        var list = "[" + (one + ",").repeat(size - 1) + one + "]";
                        out.add(
                                new Mutation(
                                        at + " list of " + size,
                                        with(root, at, list),
                                        size == max));
                    }
                });
        for (var bound : List.of("minimum", "maximum")) {
            limit(schema, bound)
                    .ifPresent(value -> {
                        for (int number = value - 1; number <= value + 1; number++) {
                            out.add(
                                    new Mutation(
                                            at + " number " + number,
                                            with(root, at, Integer.toString(number)),
                                            number == value));
                        }
                    });
        }
    }

    /// Text without a form of its own, whose field names no other record.
    private static boolean isFreeText(JsonNode schema) {
        return limit(schema, "maxLength").isPresent()
                && !schema.toString().contains("format")
                && !schema.has("pattern");
    }

    private static String with(JsonNode root, JsonPointer at, String value) {
        JsonNode copy = root.deepCopy();
        var parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), TextNode.valueOf(HERE));
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), TextNode.valueOf(HERE));
        }
        return copy.toString().replace('"' + HERE + '"', value);
    }

    private static String without(JsonNode root, JsonPointer at) {
        JsonNode copy = root.deepCopy();
        var parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(at.last().getMatchingIndex());
        }
        return copy.toString();
    }

    private static Optional<Integer> limit(JsonNode schema, String name) {
        return variants(schema).stream()
                .filter(variant -> variant.has(name))
                .map(variant -> variant.path(name).asInt())
                .findFirst();
    }

    private static List<String> properties(JsonNode schema) {
        var names = new ArrayList<String>();
        variants(schema)
                .forEach(variant ->
                        variant.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static JsonNode property(JsonNode schema, String name) {
        return first(schema, variant -> variant.path("properties").path(name));
    }

    private static JsonNode items(JsonNode schema) {
        return first(schema, variant -> variant.path("items"));
    }

    private static JsonNode first(
            JsonNode schema, java.util.function.Function<JsonNode, JsonNode> part) {
        return variants(schema).stream()
                .map(part)
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(Api.JSON::createObjectNode);
    }

    private static List<JsonNode> variants(JsonNode schema) {
        var resolved = Contract.resolve(schema);
        var variants = new ArrayList<JsonNode>();
        variants.add(resolved);
        resolved.path("anyOf").forEach(variant -> variants.add(Contract.resolve(variant)));
        return variants;
    }
}
