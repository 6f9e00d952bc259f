package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.brains.words.Speakable;
import dev.parley.brains.words.Utterance;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The slots of a tool, read from the JSON Schema of its arguments.
///
/// @param slots in the schema's order
/// @param isFillable nothing is required that cannot be asked for in words
record Schema(List<Slot> slots, boolean isFillable) {
    private static final int MAX_DEPTH = 3;
    private static final int LONGEST_LABEL = 60;
    private static final int LABEL_WORDS = 7;
    private static final int LONGEST_QUESTION = 200;
    private static final Schema UNUSABLE = new Schema(List.of(), false);

    static Schema of(String parameters) {
        try {
            var root = Json.parse(parameters.getBytes(StandardCharsets.UTF_8));
            var reader = new Reader(root);
            reader.read(root, List.of(), true);
            return new Schema(List.copyOf(reader.slots), reader.fillable);
        } catch (IOException _) {
            return UNUSABLE;
        }
    }

    private static final class Reader {
        private final JsonNode root;
        private final List<Slot> slots = new ArrayList<>();
        private boolean fillable = true;

        Reader(JsonNode root) {
            this.root = root;
        }

        void read(JsonNode object, List<String> path, boolean required) {
            var needed = required(object);
            for (var property : object.path("properties").properties()) {
                var here = new ArrayList<>(path);
                here.add(property.getKey());
                var schema = resolved(property.getValue());
                boolean isNeeded = required && needed.contains(property.getKey());
                if (type(schema).equals("object") && here.size() < MAX_DEPTH) {
                    read(schema, here, isNeeded);
                } else {
                    slot(schema, here, isNeeded);
                }
            }
        }

        private void slot(JsonNode schema, List<String> path, boolean required) {
            var value = value(schema);
            if (value.isEmpty()) {
                fillable &= !required;
                return;
            }
            var name = path.getLast();
            var title = schema.path("title").asText("");
            var description = Speakable.of(schema.path("description").asText(""), LONGEST_QUESTION);
            var meaning = Meaning.of(name).or(() -> Meaning.of(title)).or(() -> byFormat(schema));
            slots.add(
                    new Slot(
                            List.copyOf(path),
                            label(name, title, description),
                            description.endsWith("?") ? description : "",
                            value.get(),
                            required,
                            meaning.orElse(null)));
        }

        private Optional<Value> value(JsonNode schema) {
            if (schema.has("const")) {
                return Optional.of(new Value.Fixed(schema.get("const")));
            }
            if (schema.path("enum").isArray()) {
                var options = new ArrayList<JsonNode>();
                schema.get("enum")
                        .forEach(option -> {
                            if (option.isValueNode() && !option.isNull()) {
                                options.add(option);
                            }
                        });
                return options.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Value.Choice(options));
            }
            return switch (type(schema)) {
                case "string" ->
                        Optional.of(
                                new Value.Text(
                                        schema.path("format").asText(""),
                                        schema.path("minLength").asInt(0),
                                        schema.path("maxLength").asInt(Integer.MAX_VALUE)));
                case "integer" -> Optional.of(number(schema, true));
                case "number" -> Optional.of(number(schema, false));
                case "boolean" -> Optional.of(new Value.YesNo());
                case "array" -> list(resolved(schema.path("items")));
                default -> Optional.empty();
            };
        }

        private Optional<Value> list(JsonNode items) {
            if (!type(items).equals("object")) {
                boolean texts = type(items).equals("string") && !items.has("enum");
                return texts ? Optional.of(new Value.Texts()) : Optional.empty();
            }
            var fields = new LinkedHashMap<String, Meaning>();
            var types = new HashMap<String, String>();
            for (var property : items.path("properties").properties()) {
                types.put(property.getKey(), type(resolved(property.getValue())));
                itemField(property.getKey()).ifPresent(m -> fields.put(property.getKey(), m));
            }
            boolean named =
                    fields.containsValue(Meaning.ITEM) || fields.containsValue(Meaning.ITEM_ID);
            boolean all = fields.keySet().containsAll(required(items));
            return named && all
                    ? Optional.of(
                            new Value.Items(Collections.unmodifiableMap(fields), Map.copyOf(types)))
                    : Optional.empty();
        }

        /// Within an item its name is no person's.
        private static Optional<Meaning> itemField(String name) {
            var plain = Utterance.plain(Meaning.readable(name));
            if (Set.of("id", "code", "reference").contains(plain)) {
                return Optional.of(Meaning.ITEM_ID);
            }
            if (Set.of("title", "label", "description").contains(plain)) {
                return Optional.of(Meaning.ITEM);
            }
            return Meaning.of(name)
                    .map(meaning ->
                            meaning == Meaning.NAME || meaning == Meaning.SUBJECT
                                    ? Meaning.ITEM
                                    : meaning)
                    .filter(meaning ->
                            Set.of(
                                            Meaning.ITEM,
                                            Meaning.ITEM_ID,
                                            Meaning.QUANTITY,
                                            Meaning.PRICE,
                                            Meaning.NOTES)
                                    .contains(meaning));
        }

        private static Value number(JsonNode schema, boolean whole) {
            return new Value.Number(
                    whole,
                    bound(schema, "minimum", "exclusiveMinimum", 1),
                    bound(schema, "maximum", "exclusiveMaximum", -1));
        }

        private static @Nullable BigDecimal bound(
                JsonNode schema, String name, String exclusive, int step) {
            if (schema.path(name).isNumber()) {
                return schema.get(name).decimalValue();
            }
            return schema.path(exclusive).isNumber()
                    ? schema.get(exclusive).decimalValue().add(BigDecimal.valueOf(step))
                    : null;
        }

        private static Optional<Meaning> byFormat(JsonNode schema) {
            return switch (schema.path("format").asText("")) {
                case "email", "idn-email" -> Optional.of(Meaning.EMAIL);
                default -> Optional.empty();
            };
        }

        private JsonNode resolved(JsonNode schema) {
            var reference = schema.path("$ref").asText("");
            return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
        }

        /// The first type that is not null.
        private static String type(JsonNode schema) {
            var type = schema.path("type");
            if (type.isArray()) {
                for (var one : type) {
                    if (!one.asText().equals("null")) {
                        return one.asText();
                    }
                }
            }
            var implied = schema.has("properties") ? "object" : "";
            return type.isTextual() ? type.asText() : implied;
        }

        private static Set<String> required(JsonNode schema) {
            var names = new HashSet<String>();
            var list = schema.path("required");
            (list.isArray() ? list : MissingNode.getInstance())
                    .forEach(name -> names.add(name.asText()));
            return names;
        }

        /// The title, a description that is only a few words, or the name.
        private static String label(String name, String title, String description) {
            var few = Utterance.of(description).size() <= LABEL_WORDS && !description.endsWith("?");
            var words =
                    !title.isBlank()
                            ? title
                            : few && !description.isBlank() ? description : Meaning.readable(name);
            var label =
                    Speakable.of(words, LONGEST_LABEL)
                            .replaceFirst("(?i)^(the|a|an|your) ", "")
                            .replaceFirst("[.:]$", "");
            boolean initials = label.length() > 1 && Character.isUpperCase(label.charAt(1));
            return initials || label.isEmpty()
                    ? label
                    : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        }
    }
}
