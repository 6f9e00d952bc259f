package dev.parley.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object of a request body, read field by field. What is wrong is collected, not thrown, so one
/// answer names every mistake; a required field that is missing reads as a harmless stand-in.
public final class Fields {
    private static final Instant NO_TIME = Instant.EPOCH;

    private final JsonNode object;
    private final Supplier<List<Object>> at;
    private final List<Violation> violations;

    private Fields(JsonNode object, Supplier<List<Object>> at, List<Violation> violations) {
        this.object = object;
        this.at = at;
        this.violations = violations;
    }

    /// The whole body.
    public static Fields of(JsonNode body) {
        var fields = new Fields(body, () -> List.of("body"), new ArrayList<>());
        if (!body.isObject()) {
            fields.violations.add(
                    new Violation(fields.path(), "Input should be an object", "object_type"));
        }
        return fields;
    }

    /// Everything found wrong so far, in the order it was read.
    public List<Violation> violations() {
        return violations;
    }

    /// Text of `min` to `max` characters.
    public String text(String name, int min, int max) {
        var text = optionalText(name, min, max);
        return text != null ? text : required(name, "");
    }

    /// Text of `min` to `max` characters, or null.
    public @Nullable String optionalText(String name, int min, int max) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            return wrong(name, "Input should be a valid string", "string_type");
        }
        return sized(name, node.textValue(), min, max);
    }

    /// One of `allowed`.
    public String choice(String name, Set<String> allowed) {
        var text = optionalChoice(name, allowed);
        return text != null ? text : required(name, allowed.iterator().next());
    }

    /// One of `allowed`, or null.
    public @Nullable String optionalChoice(String name, Set<String> allowed) {
        var node = present(name);
        if (node == null || (node.isTextual() && allowed.contains(node.textValue()))) {
            return node == null ? null : node.textValue();
        }
        var names = String.join("', '", allowed.stream().sorted().toList());
        return wrong(name, "Input should be one of '" + names + "'", "enum");
    }

    /// A timestamp, with or without a zone.
    public Instant time(String name) {
        var time = optionalTime(name);
        return time != null ? time : required(name, NO_TIME);
    }

    public @Nullable Instant optionalTime(String name) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        var time = node.isTextual() ? Timestamps.read(node.textValue()).orElse(null) : null;
        return time != null
                ? time
                : wrong(name, "Input should be a valid timestamp", "datetime_parsing");
    }

    /// A timestamp, as the API writes it.
    public String writtenTime(String name) {
        var node = present(name);
        return node != null && node.isTextual() && Timestamps.isWritten(node.textValue())
                ? node.textValue()
                : Timestamps.write(time(name));
    }

    /// A whole number from `min` to `max`.
    public long whole(String name, long min, long max) {
        var node = present(name);
        if (node == null) {
            return required(name, min);
        }
        if (!node.isNumber() || !node.canConvertToExactIntegral()) {
            wrong(name, "Input should be a valid integer", "int_type");
            return min;
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            wrong(name, "Input should be from " + min + " to " + max, "int_range");
            return min;
        }
        return node.longValue();
    }

    /// A number.
    public double number(String name) {
        var node = present(name);
        if (node == null) {
            return required(name, 0.0);
        }
        if (!node.isNumber()) {
            wrong(name, "Input should be a valid number", "float_type");
            return 0;
        }
        return node.doubleValue();
    }

    /// True or false.
    public boolean flag(String name) {
        var node = present(name);
        return node == null ? required(name, false) : bool(name, node);
    }

    /// True or false; `fallback` when absent or null.
    public boolean flag(String name, boolean fallback) {
        var node = present(name);
        return node == null ? fallback : bool(name, node);
    }

    /// A free-form object, kept as it is.
    public ObjectNode freeObject(String name) {
        var node = optionalFreeObject(name);
        return node != null ? node : required(name, Json.object());
    }

    public @Nullable ObjectNode optionalFreeObject(String name) {
        var node = present(name);
        return node == null || node instanceof ObjectNode
                ? (ObjectNode) node
                : wrong(name, "Input should be a valid object", "dict_type");
    }

    /// An object read by `reader`.
    public <T> @Nullable T optionalObject(String name, Function<Fields, T> reader) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        return node.isObject()
                ? reader.apply(inner(node, name))
                : wrong(name, "Input should be an object", "object_type");
    }

    /// An object read by `reader`; `standIn` after a mistake.
    public <T> T object(String name, Function<Fields, T> reader, T standIn) {
        var value = optionalObject(name, reader);
        return value != null ? value : required(name, standIn);
    }

    /// A list of `min` to `max` objects read by `reader`, or null.
    public <T> @Nullable List<T> optionalObjects(
            String name, int min, int max, Function<Fields, T> reader) {
        var node = list(name, min, max);
        if (node == null) {
            return null;
        }
        var values = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            var element = node.get(i);
            if (element.isObject()) {
                values.add(reader.apply(inner(element, name, i)));
            } else {
                wrongElement(name, i, "Input should be an object", "object_type");
            }
        }
        return values;
    }

    /// A list of at most `max` objects read by `reader`.
    public <T> List<T> objects(String name, int max, Function<Fields, T> reader) {
        var values = optionalObjects(name, 0, max, reader);
        return values != null ? values : required(name, List.of());
    }

    /// A list of at most `max` texts of at most `maxLength` characters each, or null.
    public @Nullable List<String> optionalTexts(String name, int max, int maxLength) {
        var node = list(name, 0, max);
        if (node == null) {
            return null;
        }
        var values = new ArrayList<String>(node.size());
        for (int i = 0; i < node.size(); i++) {
            var element = node.get(i);
            var text = element.isTextual() ? element.textValue() : null;
            if (text != null && text.codePointCount(0, text.length()) <= maxLength) {
                values.add(text);
            } else {
                wrongElement(name, i, "Input should be a string of " + maxLength, "string_type");
            }
        }
        return values;
    }

    /// Whether the field is there and is text.
    public boolean isText(String name) {
        return object.path(name).isTextual();
    }

    /// Says that a key must be there, even if only as null.
    public void requireKey(String name) {
        if (!object.has(name)) {
            required(name, "");
        }
    }

    /// Adds a violation of `name` that only a feature's own rule shows. Returns null for the caller
    /// to return.
    public <T> @Nullable T wrong(String name, String message, String type) {
        violations.add(new Violation(path(name), message, type));
        return null;
    }

    private <T> T required(String name, T standIn) {
        if (!object.has(name)) {
            wrong(name, "Field required", "missing");
        } else if (object.get(name).isNull()) {
            wrong(name, "Input should not be null", "null_forbidden");
        }
        return standIn;
    }

    private @Nullable String sized(String name, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length >= min && length <= max) {
            return text;
        }
        var bound = length < min ? "least " + min : "most " + max;
        var type = length < min ? "string_too_short" : "string_too_long";
        return wrong(name, "String should have at " + bound + " characters", type);
    }

    private boolean bool(String name, JsonNode node) {
        if (!node.isBoolean()) {
            wrong(name, "Input should be a valid boolean", "bool_type");
        }
        return node.booleanValue();
    }

    private @Nullable JsonNode list(String name, int min, int max) {
        var node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            return wrong(name, "Input should be a valid list", "list_type");
        }
        if (node.size() < min || node.size() > max) {
            boolean isShort = node.size() < min;
            var bound = isShort ? "least " + min : "most " + max;
            var type = isShort ? "too_short" : "too_long";
            return wrong(name, "List should have at " + bound + " items", type);
        }
        return node;
    }

    private @Nullable JsonNode present(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private Fields inner(JsonNode node, Object... steps) {
        return new Fields(node, () -> path(steps), violations);
    }

    private List<Object> path(Object... steps) {
        return Stream.concat(at.get().stream(), Stream.of(steps)).toList();
    }

    private void wrongElement(String name, int index, String message, String type) {
        violations.add(new Violation(path(name, index), message, type));
    }
}
