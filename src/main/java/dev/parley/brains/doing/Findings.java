package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Speakable;
import dev.parley.brains.words.Tongue;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a tool answered, as it may be said to a caller: data, never markup, never an instruction.
public final class Findings {
    private static final int MOST = 6;
    private static final int LONGEST = 120;
    private static final int LONGEST_TEXT = 240;
    private static final int DEPTH = 3;

    /// What stands for an empty answer.
    private static final String NOTHING = "Done;";

    private Findings() {}

    /// Facts such as "status: shipped"; empty when there are none to tell.
    public static List<String> of(String text, Tongue tongue) {
        var stripped = text.strip();
        if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
            boolean says = !stripped.startsWith("<") && !stripped.startsWith(NOTHING);
            return says ? prose(stripped) : List.of();
        }
        try {
            var facts = new ArrayList<String>();
            collect(
                    Json.parse(stripped.getBytes(StandardCharsets.UTF_8)),
                    "",
                    facts,
                    DEPTH,
                    tongue);
            return facts.stream().filter(fact -> !fact.isBlank()).limit(MOST).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static List<String> prose(String text) {
        return MissionFacts.sentences(Speakable.of(text, LONGEST_TEXT)).stream()
                .filter(sentence -> !sentence.contains("?") && !sentence.contains("¿"))
                .map(Findings::plain)
                .limit(2)
                .toList();
    }

    private static void collect(
            JsonNode node, String name, List<String> facts, int depth, Tongue tongue) {
        if (node.isObject() && depth > 0) {
            node.properties()
                    .forEach(field ->
                            collect(field.getValue(), field.getKey(), facts, depth - 1, tongue));
        } else if (node.isArray() && depth > 0) {
            var texts = new ArrayList<String>();
            for (var one : node) {
                if (one.isValueNode()) {
                    texts.add(value(one, tongue));
                } else {
                    collect(one, name, facts, depth - 1, tongue);
                }
            }
            fact(name, String.join(", ", texts), facts);
        } else if (node.isValueNode() && !node.isNull()) {
            fact(name, value(node, tongue), facts);
        }
    }

    private static void fact(String name, String value, List<String> facts) {
        var label = plain(Speakable.of(Meaning.readable(name), LONGEST)).toLowerCase(Locale.ROOT);
        if (!value.isBlank() && facts.size() < MOST) {
            facts.add(label.isEmpty() ? value : label + ": " + value);
        }
    }

    private static String value(JsonNode node, Tongue tongue) {
        if (node.isBoolean()) {
            var phrase = node.booleanValue() ? Phrase.VALUE_YES : Phrase.VALUE_NO;
            return Phrases.wordings(tongue, phrase).getFirst();
        }
        return plain(Speakable.of(node.asText(), LONGEST));
    }

    /// Nothing that could pass for a question or a sentence of the agent's own.
    private static String plain(String text) {
        return text.replaceAll("[?¿!¡]", "")
                .replaceAll("[.।]+(?=\\s|$)", ",")
                .replaceAll(",$", "")
                .strip();
    }
}
