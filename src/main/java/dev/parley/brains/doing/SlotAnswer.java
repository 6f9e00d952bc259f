package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.brains.knowledge.Stems;
import dev.parley.brains.offers.Quantity;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.platform.json.Json;
import dev.parley.understanding.Intent;
import dev.parley.understanding.Language;
import dev.parley.understanding.SpokenNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a caller answers to the question for a slot, in the form its tool wants.
record SlotAnswer(Utterance heard, String words, Language language, Known known) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:[.,]\\d{1,6})?");
    private static final Pattern CODE_NAME =
            Pattern.compile(
                    ".*\\b(number|id|code|reference|ref|zip|postcode|pin|no|numero|codigo|sankhya)\\b.*");
    private static final Set<String> ALONE = Set.of("a", "i", "y", "o", "e");

    /// Empty when the answer does not fit.
    Optional<JsonNode> to(Slot slot) {
        return switch (slot.value()) {
            case Value.Text text -> text(slot, text).filter(text::fits).map(TextNode::valueOf);
            case Value.Number number -> number(number);
            case Value.YesNo _ -> yesNo();
            case Value.Choice choice -> chosen(choice, heard);
            case Value.Texts _ -> list();
            case Value.Items _, Value.Fixed _ -> Optional.empty();
        };
    }

    /// Whether an answer to `slot` can be told from other words.
    static boolean isDistinct(Slot slot) {
        return switch (slot.value()) {
            case Value.Number _, Value.Choice _ -> true;
            case Value.Text text -> isTime(text) || isCode(slot);
            case Value.YesNo _, Value.Texts _, Value.Items _, Value.Fixed _ -> false;
        };
    }

    private static boolean isTime(Value.Text text) {
        return text.format().equals("date")
                || text.format().equals("time")
                || text.format().equals("date-time");
    }

    static boolean isCode(Slot slot) {
        return CODE_NAME
                .matcher(
                        Utterance.plain(
                                slot.label() + " " + Meaning.readable(slot.path().getLast())))
                .matches();
    }

    private Optional<String> text(Slot slot, Value.Text text) {
        if (isTime(text)) {
            var time = new Known(Map.of(Meaning.WHEN, heard.text()), known.basket(), known.now());
            return new Arguments(time)
                    .value(new Slot(slot.path(), slot.label(), "", text, true, Meaning.WHEN))
                    .map(JsonNode::asText);
        }
        if (text.format().equals("email") || text.format().equals("uri")) {
            return Optional.empty();
        }
        return isCode(slot) ? code() : Optional.of(words.strip()).filter(w -> !w.isBlank());
    }

    /// "It's A B 4 5 1 2" is AB4512; the word with figures in it, or all there are.
    private Optional<String> code() {
        var figures = Utterance.of(SpokenNumbers.digits(words.isBlank() ? heard.text() : words));
        var pieces = new ArrayList<String>();
        for (int at = 0; at < figures.size(); at++) {
            var word = figures.words().get(at);
            boolean spelt =
                    at + 1 < figures.size() && figures.words().get(at + 1).plain().matches("[a-z]");
            boolean digits = word.plain().chars().anyMatch(Character::isDigit);
            // "It's a 4512" has no letter in it.
            boolean letter = word.plain().length() == 1 && (spelt || !ALONE.contains(word.plain()));
            if (digits || letter) {
                pieces.add(word.plain());
            }
        }
        boolean any = pieces.stream().anyMatch(piece -> piece.chars().anyMatch(Character::isDigit));
        return any
                ? Optional.of(String.join("", pieces).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private Optional<JsonNode> number(Value.Number number) {
        var found = NUMBER.matcher(SpokenNumbers.digits(heard.text()));
        Optional<BigDecimal> said = Optional.empty();
        while (found.find()) {
            said = Optional.of(new BigDecimal(found.group().replace(',', '.')));
        }
        for (int at = 0; at < heard.size() && said.isEmpty(); at++) {
            if (heard.words().get(at).plain().length() < 2) {
                continue;
            }
            said = Quantity.at(heard, at, language).map(q -> BigDecimal.valueOf(q.count()));
        }
        return said.filter(number::fits)
                .map(value -> number.whole() ? Json.tree(value.longValue()) : Json.tree(value));
    }

    private Optional<JsonNode> yesNo() {
        var intents = Intent.of(heard.text());
        boolean yes = intents.contains(Intent.YES);
        boolean no = intents.contains(Intent.NO);
        return yes == no ? Optional.empty() : Optional.of(BooleanNode.valueOf(yes));
    }

    private Optional<JsonNode> list() {
        var list = Json.object().putArray("texts");
        FreeItems.of(words)
                .forEach(item ->
                        list.add(
                                item.quantity() == 1
                                        ? item.name()
                                        : item.quantity() + " " + item.name()));
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// The option whose words were said, the one with most of them said; empty for none and for
    /// two.
    static Optional<JsonNode> chosen(Value.Choice choice, Utterance said) {
        var stems =
                said.words().stream()
                        .map(word -> Stems.stem(word.plain()))
                        .collect(Collectors.toSet());
        JsonNode best = null;
        double most = 0;
        boolean tied = false;
        for (var option : choice.options()) {
            var own = Utterance.of(Meaning.readable(option.asText())).words();
            long hits =
                    own.stream().filter(word -> stems.contains(Stems.stem(word.plain()))).count();
            double share = own.isEmpty() ? 0 : (double) hits / own.size() + hits * 0.01;
            boolean handover =
                    share == 0
                            && (Arguments.says(option.asText(), Arguments.PICKUP)
                                            && said.says(Cue.PICKUP)
                                    || Arguments.says(option.asText(), Arguments.DELIVERY)
                                            && said.says(Cue.DELIVERY));
            share = handover ? 1 : share;
            tied = share == most || tied && share < most;
            best = share > most ? option : best;
            most = Math.max(most, share);
        }
        return most < 0.5 || tied ? Optional.empty() : Optional.ofNullable(best);
    }
}
