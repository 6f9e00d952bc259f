package dev.parley.brains.doing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.brains.offers.Basket;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.platform.json.Json;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills slots from what the desk knows.
record Arguments(Known known) {
    static final String PICKUP = "pickup";
    static final String DELIVERY = "delivery";

    /// What the desk knows for `slot`, in the form the tool wants it.
    Optional<JsonNode> value(Slot slot) {
        if (slot.value() instanceof Value.Fixed(var node)) {
            return Optional.of(node);
        }
        var meaning = slot.meaning();
        if (meaning == null) {
            return Optional.empty();
        }
        return switch (slot.value()) {
            case Value.Text text -> text(meaning, text).filter(text::fits).map(TextNode::valueOf);
            case Value.Number number -> number(meaning).filter(n -> number.fits(n.decimalValue()));
            case Value.Choice choice -> choice(meaning, choice);
            case Value.YesNo _ -> yesNo(slot, meaning);
            case Value.Texts _ -> texts(meaning);
            case Value.Items items -> items(meaning, items);
            case Value.Fixed(var node) -> Optional.of(node);
        };
    }

    private Optional<String> text(Meaning meaning, Value.Text text) {
        return switch (meaning) {
            case PHONE -> known.value(meaning).map(Arguments::figures);
            case WHEN, DATE, TIME -> time(meaning, text.format());
            case ITEMS, ITEM ->
                    known.basket().isEmpty()
                            ? known.value(Meaning.ITEMS)
                            : Optional.of(listed(known.basket()));
            case ITEM_ID -> single().map(line -> line.offer().id());
            case QUANTITY -> quantity().map(String::valueOf);
            case NAME, EMAIL, ADDRESS, HANDOVER, SUBJECT, WORDS, NOTES -> known.value(meaning);
            case PRICE, TOTAL -> Optional.empty();
        };
    }

    private Optional<String> time(Meaning meaning, String format) {
        var spoken = known.time();
        var date = spoken.map(SpokenTime::date);
        var time = spoken.map(SpokenTime::time);
        return switch (format) {
            case "date" -> date.map(Object::toString);
            case "time" ->
                    time.map(t -> zoned(t).toOffsetDateTime().toOffsetTime() + "")
                            .map(Arguments::withSeconds);
            case "date-time" ->
                    date.flatMap(d -> time.map(t -> written(zoned(t).with(d).toOffsetDateTime())));
            default ->
                    switch (meaning) {
                        case DATE -> date.map(Object::toString).or(() -> known.value(Meaning.WHEN));
                        case TIME -> time.map(Object::toString).or(() -> known.value(Meaning.WHEN));
                        default -> known.value(Meaning.WHEN);
                    };
        };
    }

    private ZonedDateTime zoned(LocalTime time) {
        return known.now().with(time);
    }

    static String written(OffsetDateTime time) {
        var text = time.toLocalDate() + "T" + time.toOffsetTime();
        return text.substring(0, 11) + withSeconds(text.substring(11));
    }

    /// `19:00Z` lacks what the format demands.
    static String withSeconds(String time) {
        return time.replaceFirst("^(\\d\\d:\\d\\d)(?!:)", "$1:00");
    }

    private Optional<JsonNode> number(Meaning meaning) {
        return switch (meaning) {
            case QUANTITY -> quantity().map(Json::tree);
            case TOTAL -> known.basket().total().map(total -> Json.tree(total.inUnits()));
            case PRICE -> single().map(line -> Json.tree(line.offer().price().inUnits()));
            case PHONE ->
                    known.value(meaning)
                            .map(Arguments::figures)
                            .filter(f -> f.matches("\\d{1,18}"))
                            .map(f -> Json.tree(Long.valueOf(f)));
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> choice(Meaning meaning, Value.Choice choice) {
        if (meaning == Meaning.HANDOVER) {
            return known.value(meaning)
                    .flatMap(how ->
                            choice.options().stream()
                                    .filter(option -> says(option.asText(), how))
                                    .findFirst());
        }
        var words =
                meaning == Meaning.ITEM
                        ? single().map(line -> line.offer().name())
                        : known.value(meaning);
        return words.flatMap(text -> SlotAnswer.chosen(choice, Utterance.of(text)));
    }

    /// Whether an option such as `take_away` stands for `how` an order is handed over.
    static boolean says(String option, String how) {
        var words = Utterance.of(Meaning.readable(option));
        boolean pickup = words.says(Cue.PICKUP);
        boolean delivery = words.says(Cue.DELIVERY);
        return pickup != delivery && how.equals(pickup ? PICKUP : DELIVERY);
    }

    private Optional<JsonNode> yesNo(Slot slot, Meaning meaning) {
        if (meaning != Meaning.HANDOVER) {
            return Optional.empty();
        }
        return known.value(meaning)
                .map(how -> BooleanNode.valueOf(says(slot.path().getLast(), how)));
    }

    private Optional<JsonNode> texts(Meaning meaning) {
        if (meaning != Meaning.ITEMS && meaning != Meaning.ITEM) {
            return Optional.empty();
        }
        var list = Json.object().putArray("items");
        known.basket().lines().forEach(line -> list.add(listed(line)));
        if (list.isEmpty()) {
            known.value(Meaning.ITEMS).ifPresent(list::add);
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private Optional<JsonNode> items(Meaning meaning, Value.Items items) {
        if (meaning != Meaning.ITEMS && meaning != Meaning.ITEM) {
            return Optional.empty();
        }
        var list = Json.object().putArray("items");
        for (var line : known.basket().lines()) {
            var item = list.addObject();
            items.fields().forEach((name, field) -> put(item, name, field, items, line));
        }
        if (list.isEmpty()) {
            known.value(Meaning.ITEMS)
                    .ifPresent(words ->
                            FreeItems.of(words)
                                    .forEach(free -> {
                                        var item = list.addObject();
                                        items.fields()
                                                .forEach((name, field) ->
                                                        put(item, name, field, items, free));
                                    }));
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static void put(
            ObjectNode item, String name, Meaning field, Value.Items items, Basket.Line line) {
        boolean text = items.types().getOrDefault(name, "").equals("string");
        switch (field) {
            case ITEM -> item.put(name, line.offer().name());
            case ITEM_ID -> item.put(name, line.offer().id());
            case QUANTITY -> count(item, name, line.quantity(), text);
            case PRICE -> {
                if (!text) {
                    item.put(name, line.offer().price().inUnits());
                }
            }
            default -> {
                if (!line.note().isEmpty()) {
                    item.put(name, line.note());
                }
            }
        }
    }

    private static void put(
            ObjectNode item, String name, Meaning field, Value.Items items, FreeItems.Item free) {
        boolean text = items.types().getOrDefault(name, "").equals("string");
        if (field == Meaning.ITEM) {
            item.put(name, free.name());
        } else if (field == Meaning.QUANTITY) {
            count(item, name, free.quantity(), text);
        }
    }

    private static void count(ObjectNode item, String name, int quantity, boolean text) {
        if (text) {
            item.put(name, String.valueOf(quantity));
        } else {
            item.put(name, quantity);
        }
    }

    private Optional<Basket.Line> single() {
        return known.basket().lines().size() == 1
                ? Optional.of(known.basket().lines().getFirst())
                : Optional.empty();
    }

    private Optional<Integer> quantity() {
        return known.basket().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        known.basket().lines().stream().mapToInt(Basket.Line::quantity).sum());
    }

    private static String listed(Basket basket) {
        return basket.lines().size() == 1
                ? basket.lines().getFirst().offer().name()
                : basket.lines().stream().map(Arguments::listed).collect(Collectors.joining(", "));
    }

    private static String listed(Basket.Line line) {
        var note = line.note().isEmpty() ? "" : " " + line.note();
        var count = line.quantity() == 1 ? "" : line.quantity() + " ";
        return count + line.offer().name() + note;
    }

    private static String figures(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }
}
