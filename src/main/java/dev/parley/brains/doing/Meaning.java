package dev.parley.brains.doing;

import dev.parley.brains.words.Catalogue;
import dev.parley.brains.words.Utterance;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a property of a tool stands for, if the desk knows such a thing by itself; see
/// `meanings.properties`.
public enum Meaning {
    NAME,
    PHONE,
    EMAIL,
    ADDRESS,
    WHEN,
    DATE,
    TIME,
    HANDOVER,
    ITEMS,
    ITEM,
    ITEM_ID,
    QUANTITY,
    PRICE,
    TOTAL,
    SUBJECT,
    WORDS,
    NOTES;

    private static final Map<Meaning, Set<String>> NAMES = new EnumMap<>(Meaning.class);
    private static final Set<String> OWNERS;

    static {
        var lists = Catalogue.read("meanings");
        for (var meaning : values()) {
            var key = meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
            NAMES.put(meaning, listed(lists.getProperty(key, "")));
        }
        OWNERS = listed(lists.getProperty("owner", ""));
    }

    /// What `called`, a property's name or title, stands for.
    static Optional<Meaning> of(String called) {
        var words =
                Utterance.of(readable(called)).words().stream().map(Utterance.Word::plain).toList();
        var whole = String.join(" ", words);
        var own =
                words.stream()
                        .filter(word -> !OWNERS.contains(word))
                        .collect(Collectors.joining(" "));
        return named(whole).or(() -> named(own));
    }

    private static Optional<Meaning> named(String words) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// `customer_name`, `customerName` and `customer-name` as people write it.
    static String readable(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("[_.\\-\\s]+", " ")
                .strip();
    }

    private static Set<String> listed(String names) {
        var set = new HashSet<String>();
        for (var name : names.split(",")) {
            set.add(
                    Utterance.of(name).words().stream()
                            .map(Utterance.Word::plain)
                            .collect(Collectors.joining(" ")));
        }
        set.remove("");
        return Set.copyOf(set);
    }
}
