package dev.parley.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A fixed set of wordings to look for, compared word by word whatever the case and accents.
public final class Phrases {
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    private Phrases() {}

    /// Wordings parted by commas or line ends.
    public static Phrases of(String wordings) {
        var phrases = new Phrases();
        for (var wording : wordings.split("[,\n]")) {
            var keys = Utterance.of(wording).words().stream().map(Word::key).toList();
            if (!keys.isEmpty()) {
                phrases.byFirstWord
                        .computeIfAbsent(keys.getFirst(), first -> new ArrayList<>())
                        .add(keys);
            }
        }
        return phrases;
    }

    /// How many words of the longest wording stand at `at`; 0 if none does.
    public int at(Utterance said, int at) {
        var longest = 0;
        for (var keys : byFirstWord.getOrDefault(said.key(at), List.of())) {
            if (keys.size() > longest && matches(keys, said, at)) {
                longest = keys.size();
            }
        }
        return longest;
    }

    private static boolean matches(List<String> keys, Utterance said, int at) {
        for (var i = 1; i < keys.size(); i++) {
            if (!keys.get(i).equals(said.key(at + i))) {
                return false;
            }
        }
        return true;
    }

    /// Where the first of them stands, or -1.
    public int first(Utterance said) {
        for (var i = 0; i < said.size(); i++) {
            if (at(said, i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /// Whether any of them was said.
    public boolean in(Utterance said) {
        return first(said) >= 0;
    }

    /// Whether any of them was said.
    public boolean in(String said) {
        return in(Utterance.of(said));
    }

    boolean within(Utterance said, int from, int to) {
        for (var i = Math.max(0, from); i < Math.min(to, said.size()); i++) {
            if (at(said, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
