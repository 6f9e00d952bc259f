package dev.parley.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.prospects.ProspectStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a model is asked to answer about a conversation, and the strict reading of it.
final class AnalyticsAnswer {
    static final String SCHEMA =
            """
            {"type":"object","additionalProperties":false,
             "required":["summary","action_items","is_audio_consent_given",
              "email_address_of_caller","name_of_caller","phone_number_of_caller",
              "address_of_caller","sentiment_of_caller","prospectStatus"],
             "properties":{
              "summary":{"type":["string","null"]},
              "action_items":{"type":["array","null"],"items":{"type":"string"}},
              "is_audio_consent_given":{"type":"boolean"},
              "email_address_of_caller":{"type":["string","null"]},
              "name_of_caller":{"type":["string","null"]},
              "phone_number_of_caller":{"type":["string","null"]},
              "address_of_caller":{"type":["string","null"]},
              "sentiment_of_caller":{"type":"string","enum":["positive","negative","neutral"]},
              "prospectStatus":{"type":["string","null"],"enum":["NEW","GENERAL_ENQUIRY",
               "SCHEDULED_CALLBACK_WITH_BOT","SCHEDULED_APPOINTMENT_WITH_PERSON",
               "SCHEDULED_APPOINTMENT_FOR_SERVICE","NOT_INTERESTED","PRODUCT_ORDER_PLACED",
               "SERVICE_ORDER_PLACED",null]}}}
            """;

    private static final int MAX_SUMMARY = 2048;
    private static final int MAX_ITEMS = 20;
    private static final int MAX_TEXT = 500;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("[+(]?[\\d\\s().-]{5,32}");
    private static final Set<String> FIELDS =
            Set.of(
                    "summary",
                    "action_items",
                    "is_audio_consent_given",
                    "email_address_of_caller",
                    "name_of_caller",
                    "phone_number_of_caller",
                    "address_of_caller",
                    "sentiment_of_caller",
                    "prospectStatus");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// An answer that is not what was asked for.
    static final class OutOfShape extends RuntimeException {
        OutOfShape(String message) {
            super(message);
        }
    }

    private final JsonNode node;

    private AnalyticsAnswer(JsonNode node) {
        this.node = node;
    }

    /// The facts in `text`, which may stand in a code fence or after a thought.
    ///
    /// @throws OutOfShape when anything is not as asked; the message names a field and holds
    ///   nobody's words
    static Analytics read(String text) {
        int from = text.indexOf('{', Math.max(0, text.indexOf("</think>")));
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new OutOfShape("not JSON");
        }
        JsonNode node;
        try {
            node = JSON.readTree(text.substring(from, to + 1));
        } catch (JsonProcessingException _) {
            // The parser's message quotes what it could not read.
            throw new OutOfShape("not JSON");
        }
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        if (!names.equals(FIELDS)) {
            throw new OutOfShape("other fields than asked for");
        }
        return new AnalyticsAnswer(node).analytics();
    }

    private Analytics analytics() {
        return new Analytics(
                text("summary", MAX_SUMMARY),
                items(),
                consent(),
                shaped("email_address_of_caller", EMAIL),
                text("name_of_caller", MAX_TEXT),
                shaped("phone_number_of_caller", PHONE),
                text("address_of_caller", MAX_TEXT),
                sentiment(),
                status());
    }

    private @Nullable String text(String field, int max) {
        return text(field, node.path(field), max);
    }

    private static @Nullable String text(String field, JsonNode value, int max) {
        require(value.isTextual() || value.isNull(), field);
        if (value.isNull() || value.asText().isBlank()) {
            return null;
        }
        var text = value.asText().strip();
        boolean clean = text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
        require(text.length() <= max && clean, field);
        return text;
    }

    private @Nullable String shaped(String field, Pattern shape) {
        var text = text(field, MAX_TEXT);
        require(text == null || shape.matcher(text).matches(), field);
        return text;
    }

    private @Nullable List<String> items() {
        var value = node.path("action_items");
        if (value.isNull()) {
            return null;
        }
        require(value.isArray() && value.size() <= MAX_ITEMS, "action_items");
        var items = new ArrayList<String>();
        for (var item : value) {
            var text = text("action_items", item, MAX_TEXT);
            if (text != null) {
                items.add(text);
            }
        }
        return List.copyOf(items);
    }

    private boolean consent() {
        var value = node.path("is_audio_consent_given");
        require(value.isBoolean(), "is_audio_consent_given");
        return value.asBoolean();
    }

    private Sentiment sentiment() {
        var wanted = node.path("sentiment_of_caller").textValue();
        return Stream.of(Sentiment.values())
                .filter(sentiment -> sentiment.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new OutOfShape("sentiment_of_caller is not as asked"));
    }

    private @Nullable ProspectStatus status() {
        var value = node.path("prospectStatus");
        if (value.isNull()) {
            return null;
        }
        require(value.isTextual(), "prospectStatus");
        return Stream.of(ProspectStatus.values())
                .filter(status -> status.name().equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> new OutOfShape("prospectStatus is not as asked"));
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new OutOfShape(field + " is not as asked");
        }
    }
}
