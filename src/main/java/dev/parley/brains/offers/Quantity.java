package dev.parley.brains.offers;

import dev.parley.brains.words.Catalogue;
import dev.parley.brains.words.Cue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How many of something a caller wants, where he says it.
///
/// @param count at least 1
/// @param from the first word of it
/// @param to the word behind it
public record Quantity(int count, int from, int to) {
    private static final int LONGEST = 3;
    private static final int MOST_DIGITS = 3;
    private static final Map<Language, Map<String, Integer>> WORDS = read();

    /// The quantity that begins at `at`, in the caller's language or in English.
    public static Optional<Quantity> at(Utterance heard, int at, Language language) {
        for (int length = Math.min(LONGEST, heard.size() - at); length > 0; length--) {
            var count = count(phrase(heard, at, at + length), language);
            if (count > 0) {
                return Optional.of(new Quantity(count, at, at + length));
            }
        }
        return Optional.empty();
    }

    /// The quantity said just before word `end`: "two orders of" what begins there.
    public static Optional<Quantity> before(Utterance heard, int end, Language language) {
        int last = end;
        while (last > 0 && heard.lengthAt(Cue.OF_THEM, last - 1) > 0) {
            last--;
        }
        for (int length = Math.min(LONGEST, last); length > 0; length--) {
            var count = count(phrase(heard, last - length, last), language);
            if (count > 0 && !heard.pausesAfter(last - 1)) {
                return Optional.of(new Quantity(count, last - length, end));
            }
        }
        return Optional.empty();
    }

    private static int count(String phrase, Language language) {
        if (!phrase.isEmpty() && phrase.chars().allMatch(Character::isDigit)) {
            return phrase.length() <= MOST_DIGITS ? Integer.parseInt(phrase) : 0;
        }
        var own = WORDS.getOrDefault(language, Map.of()).get(phrase);
        if (own != null) {
            return own;
        }
        // "a" is no number to those who do not speak English.
        var english =
                phrase.length() < 2
                        ? null
                        : WORDS.getOrDefault(Language.ENGLISH, Map.of()).get(phrase);
        return english == null ? 0 : english;
    }

    private static String phrase(Utterance heard, int from, int to) {
        return heard.words().subList(from, to).stream()
                .map(Utterance.Word::plain)
                .collect(Collectors.joining(" "));
    }

    private static Map<Language, Map<String, Integer>> read() {
        var all = new EnumMap<Language, Map<String, Integer>>(Language.class);
        var lists = Catalogue.read("quantities");
        for (var key : lists.stringPropertyNames()) {
            int dot = key.indexOf('.');
            var language = Language.valueOf(key.substring(0, dot).toUpperCase(Locale.ROOT));
            var words = all.computeIfAbsent(language, any -> new HashMap<>());
            for (var phrase : lists.getProperty(key).split(",")) {
                words.put(plain(phrase), Integer.valueOf(key.substring(dot + 1)));
            }
        }
        return all;
    }

    private static String plain(String phrase) {
        return phrase(Utterance.of(phrase), 0, Utterance.of(phrase).size());
    }
}
