package dev.parley.brains.knowledge;

import dev.parley.brains.words.Catalogue;
import dev.parley.brains.words.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words reduced to what a search compares: stop words dropped, endings cut, synonyms joined under
/// a concept such as `#hours`.
public final class Stems {
    private static final List<String> ENDINGS =
            List.of(
                    "ियों", "ियां", "ाओं", "ाएं", "ों", "ें", "ीं", "ा", "े", "ी", "ो", "ings",
                    "ing", "ies", "iones", "ed", "es", "s", "y", "a", "e", "o");
    private static final int SHORTEST_STEM = 3;
    private static final Set<String> STOP = new HashSet<>();
    private static final Map<String, String> CONCEPTS = new HashMap<>();

    static {
        var lists = Catalogue.read("concepts");
        for (var key : lists.stringPropertyNames()) {
            for (var word : lists.getProperty(key).split(",")) {
                var plain = Utterance.plain(word.strip());
                if (key.equals("stop")) {
                    STOP.add(plain);
                } else {
                    CONCEPTS.put(stem(plain), "#" + key);
                }
            }
        }
    }

    private Stems() {}

    /// One word of a question: its stem, and the concept it stands for, or the stem again.
    public record Term(String stem, String meaning) {
        boolean isConcept() {
            return meaning.startsWith("#");
        }
    }

    public static List<Term> terms(String text) {
        var terms = new ArrayList<Term>();
        for (var word : Utterance.of(text).words()) {
            var stem = stem(word.plain());
            var concept = CONCEPTS.get(stem);
            if (concept != null) {
                terms.add(new Term(stem, concept));
            } else if (!STOP.contains(word.plain())) {
                terms.add(new Term(stem, stem));
            }
        }
        return terms;
    }

    /// Everything `text` can be found by: stems, and the concepts they stand for.
    public static List<String> index(String text) {
        var found = new ArrayList<String>();
        for (var term : terms(text)) {
            found.add(term.stem);
            if (term.isConcept()) {
                found.add(term.meaning);
            }
        }
        if (text.chars().anyMatch(c -> "$€£₹¥".indexOf(c) >= 0)) {
            found.add("#price");
        }
        if (mentionsClockTime(text)) {
            found.add("#hours");
        }
        return found;
    }

    public static String stem(String word) {
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                var stem = word.substring(0, word.length() - ending.length());
                return ending.equals("s") ? stem(stem) : stem;
            }
        }
        return word;
    }

    private static boolean mentionsClockTime(String text) {
        var words = Utterance.of(text).words().stream().map(Utterance.Word::plain).toList();
        for (int i = 1; i < words.size(); i++) {
            boolean number = Character.isDigit(words.get(i - 1).charAt(0));
            if (number
                    && Arrays.asList("am", "pm", "a", "p", "oclock", "बजे", "baje")
                            .contains(words.get(i))) {
                return true;
            }
        }
        return words.stream().anyMatch(w -> w.matches("\\d{1,2}[ap]m"));
    }
}
