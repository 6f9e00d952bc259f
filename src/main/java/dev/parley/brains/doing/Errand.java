package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.brains.words.Utterance;
import dev.parley.live.Tool;
import dev.parley.platform.json.Json;
import dev.parley.understanding.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A tool that is to be used for a caller, and what he has said for it.
///
/// @param answers by slot, what the desk asked for by itself
/// @param without slots he could not or would not fill
public record Errand(
        Tool tool,
        Purpose purpose,
        Schema schema,
        Map<String, JsonNode> answers,
        Set<String> without) {
    /// Whether the tool takes something that stands for `meaning`.
    public boolean takes(Meaning meaning) {
        return schema.slots().stream().anyMatch(slot -> slot.meaning() == meaning);
    }

    /// Whether the tool cannot be used without `meaning`.
    public boolean needs(Meaning meaning) {
        return schema.slots().stream()
                .anyMatch(slot -> slot.required() && slot.meaning() == meaning);
    }

    /// Whether an answer to `slot` can be told from other words.
    public static boolean isDistinct(Slot slot) {
        return SlotAnswer.isDistinct(slot);
    }

    /// The next slot to ask for, of those that `isAskable`.
    public Optional<Slot> missing(Known known, Predicate<Slot> isAskable) {
        return lacking(known).stream()
                .filter(slot -> !without.contains(slot.id()) && isAskable.test(slot))
                .findFirst();
    }

    /// What the tool cannot be used without and has not got.
    public List<Slot> lacking(Known known) {
        var filler = new Arguments(known);
        return schema.slots().stream()
                .filter(slot -> slot.required() && !answers.containsKey(slot.id()))
                .filter(slot -> filler.value(slot).isEmpty())
                .toList();
    }

    /// Empty when `heard` is no answer to `slot`.
    ///
    /// @param words of it, those that are no politeness
    public Optional<Errand> answered(
            Slot slot, Utterance heard, String words, Language language, Known known) {
        return new SlotAnswer(heard, words, language, known)
                .to(slot)
                .map(value -> with(slot, value));
    }

    /// With what `heard` says instead of something answered before; empty when it says nothing new.
    public Optional<Errand> corrected(
            Utterance heard, String words, Language language, Known known) {
        var said = new SlotAnswer(heard, words, language, known);
        for (var slot : asked().reversed()) {
            boolean only = asked().size() == 1;
            if (SlotAnswer.isDistinct(slot) || only) {
                var value = said.to(slot).filter(v -> !v.equals(answers.get(slot.id())));
                if (value.isPresent()) {
                    return Optional.of(with(slot, value.get()));
                }
            }
        }
        return Optional.empty();
    }

    public Errand goingOnWithout(Slot slot) {
        var next = new HashSet<>(without);
        next.add(slot.id());
        return new Errand(tool, purpose, schema, answers, Set.copyOf(next));
    }

    /// The slots that were asked for, in the schema's order.
    public List<Slot> asked() {
        return schema.slots().stream().filter(slot -> answers.containsKey(slot.id())).toList();
    }

    /// What was answered to `slot`, as it is said.
    public String spoken(Slot slot) {
        var value = answers.get(slot.id());
        if (value == null) {
            return "";
        }
        if (value.isArray()) {
            var texts = new ArrayList<String>();
            value.forEach(one -> texts.add(one.asText()));
            return String.join(", ", texts);
        }
        var text = value.asText();
        boolean figures = SlotAnswer.isCode(slot) && text.length() > 2;
        return figures ? String.join(" ", text.split("")) : Meaning.readable(text);
    }

    /// What the tool is to be told, in the schema's order.
    public String arguments(Known known) {
        var filler = new Arguments(known);
        var arguments = Json.object();
        for (var slot : schema.slots()) {
            Optional.ofNullable(answers.get(slot.id()))
                    .or(() -> filler.value(slot))
                    .ifPresent(value ->
                            within(arguments, slot.path()).set(slot.path().getLast(), value));
        }
        return Json.write(arguments);
    }

    private static ObjectNode within(ObjectNode root, List<String> path) {
        var at = root;
        for (var name : path.subList(0, path.size() - 1)) {
            at = at.get(name) instanceof ObjectNode inner ? inner : at.putObject(name);
        }
        return at;
    }

    private Errand with(Slot slot, JsonNode value) {
        var next = new LinkedHashMap<>(answers);
        next.put(slot.id(), value);
        return new Errand(tool, purpose, schema, Map.copyOf(next), without);
    }
}
