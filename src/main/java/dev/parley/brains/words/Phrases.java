package dev.parley.brains.words;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The phrases of one conversation: every phrase has several wordings, used in turn.
public final class Phrases {
    private static final Map<Tongue, Map<Phrase, List<String>>> WORDINGS = read();

    private final Map<Phrase, Integer> used = new HashMap<>();

    /// The next wording of `phrase`; `values` are names and what to put for them, in pairs.
    public String say(Tongue tongue, Phrase phrase, String... values) {
        var wordings = wordings(tongue, phrase);
        int turn = used.merge(phrase, 1, Integer::sum) - 1;
        var text = wordings.get(turn % wordings.size());
        for (int i = 0; i + 1 < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", values[i + 1]);
        }
        return text;
    }

    public static List<String> wordings(Tongue tongue, Phrase phrase) {
        return WORDINGS.getOrDefault(tongue, Map.of()).getOrDefault(phrase, List.of(""));
    }

    private static Map<Tongue, Map<Phrase, List<String>>> read() {
        var all = new EnumMap<Tongue, Map<Phrase, List<String>>>(Tongue.class);
        for (var tongue : Tongue.values()) {
            var file = Catalogue.read("phrases-" + tongue.file());
            var phrases = new EnumMap<Phrase, List<String>>(Phrase.class);
            for (var phrase : Phrase.values()) {
                var wordings = file.getProperty(phrase.key(), "").split("\\|");
                phrases.put(phrase, List.of(wordings).stream().map(String::strip).toList());
            }
            all.put(tongue, phrases);
        }
        return all;
    }
}
