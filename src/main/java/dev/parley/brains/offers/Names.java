package dev.parley.brains.offers;

import dev.parley.brains.knowledge.Stems;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Languages;
import dev.parley.understanding.Transliteration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that offers are called by, and which of them a caller may have meant.
final class Names {
    private static final int SHORTEST_JOINED = 6;
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Set<Offer>> offers = new LinkedHashMap<>();
    private final Map<Offer, Set<String>> words = new LinkedHashMap<>();
    private final Map<Offer, Double> weights = new HashMap<>();
    private final Map<String, List<Sounding>> bySound = new HashMap<>();

    /// What was found before: callers' words are looked up again and again.
    private final Map<String, Set<String>> found = new HashMap<>();

    private record Sounding(String stem, String sound) {}

    Names(List<Offer> all) {
        for (var offer : all) {
            var own = stems(offer.name());
            words.put(offer, own);
            own.forEach(
                    stem -> offers.computeIfAbsent(stem, any -> new LinkedHashSet<>()).add(offer));
        }
        for (var stem : offers.keySet()) {
            var sounding = new Sounding(stem, sound(stem));
            bySound.computeIfAbsent(start(sounding.sound), any -> new ArrayList<>()).add(sounding);
        }
        words.forEach(
                (offer, own) -> weights.put(offer, own.stream().mapToDouble(this::weight).sum()));
    }

    /// The words of `offer` that count.
    Set<String> of(Offer offer) {
        return words.getOrDefault(offer, Set.of());
    }

    /// What all the words of `offer` tell together.
    double whole(Offer offer) {
        return weights.getOrDefault(offer, 0.0);
    }

    Set<Offer> with(String stem) {
        return offers.getOrDefault(stem, Set.of());
    }

    /// How much `stem` tells: a word that many names share tells little.
    double weight(String stem) {
        return Math.log(1 + (double) words.size() / Math.max(1, with(stem).size())) + 0.1;
    }

    /// Words of names that `word` is, or is likely meant to be.
    Set<String> meant(String word) {
        if (found.size() > MOST_REMEMBERED) {
            found.clear();
        }
        return found.computeIfAbsent(word, this::search);
    }

    private Set<String> search(String word) {
        var stem = Stems.stem(word);
        if (offers.containsKey(stem)) {
            return Set.of(stem);
        }
        if (word.chars().anyMatch(Character::isDigit) || isCommon(word)) {
            return Set.of();
        }
        // Hindi endings are none of a name's.
        var sound = sound(Languages.isDevanagari(word) ? word : stem);
        return bySound.getOrDefault(start(sound), List.of()).stream()
                .filter(near -> Likeness.isClose(sound, near.sound))
                .map(Sounding::stem)
                .collect(Collectors.toSet());
    }

    /// A word of a name that the caller's recogniser wrote as two.
    Set<String> meantTogether(String first, String second) {
        var joined = Stems.stem(first + second);
        return joined.length() >= SHORTEST_JOINED && offers.containsKey(joined)
                ? Set.of(joined)
                : Set.of();
    }

    /// A word that says nothing or has a meaning of its own is not a misspelt name.
    static boolean isCommon(String word) {
        var terms = Stems.terms(word);
        return terms.isEmpty() || !terms.getFirst().meaning().equals(terms.getFirst().stem());
    }

    static Set<String> stems(String name) {
        var stems = new HashSet<String>();
        var all = new HashSet<String>();
        for (var word : Utterance.of(name).words()) {
            all.add(Stems.stem(word.plain()));
            if (!Stems.terms(word.plain()).isEmpty()) {
                stems.add(Stems.stem(word.plain()));
            }
        }
        return stems.isEmpty() ? all : stems;
    }

    private static String start(String sound) {
        return sound.isEmpty() ? "" : sound.substring(0, 1);
    }

    /// How a stem sounds, whatever letters it is written in.
    private static String sound(String stem) {
        var latin = Languages.isDevanagari(stem) ? Transliteration.latin(stem) : stem;
        return latin.replace("ph", "f")
                .replace("ee", "i")
                .replace("oo", "u")
                .replace("ck", "k")
                .replace('c', 'k')
                .replace('q', 'k')
                .replace('v', 'w')
                .replace('z', 's');
    }
}
