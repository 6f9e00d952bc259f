package dev.parley.hives.index;

import dev.parley.understanding.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/// Puts the passages of some hives in the order of what speaks for them, measured with the same
/// weights in all of them. Meaning is looked at in two steps: all passages as wholes, then those in
/// front piece by piece.
public final class Ranking {
    private static final int IN_FRONT_BY_MEANING = 200;
    private static final int IN_FRONT_BY_WORDS = 100;

    private final Asked asked;
    private final List<HiveIndex> hives;

    public Ranking(Asked asked, List<HiveIndex> hives) {
        this.asked = asked;
        this.hives = hives;
    }

    /// The passages that have a word of the question or are near it in meaning, best first.
    public List<Hit> hits() {
        var words = new EnumMap<Language, AskedWords>(Language.class);
        var all = new ArrayList<Hit>();
        hives.forEach(hive -> add(all, hive, words));
        return inFront(all).stream()
                .map(this::closer)
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
    }

    private void add(List<Hit> hits, HiveIndex hive, Map<Language, AskedWords> known) {
        var text = new float[hive.size()];
        var covered = new float[hive.size()];
        hive.words()
                .forEach((language, words) ->
                        known.computeIfAbsent(language, this::askedWords)
                                .measure(words, text, covered));
        var vector = asked.vector();
        var whole = vector == null ? null : hive.vectors().likeness(vector);
        for (int at = 0; at < text.length; at++) {
            float near = whole == null ? Float.NaN : whole[at];
            if (text[at] > 0 || near > 0) {
                hits.add(new Hit(hive, at, text[at], covered[at], near, near));
            }
        }
    }

    private AskedWords askedWords(Language language) {
        return new AskedWords(asked.text(), language, hives);
    }

    private static Collection<Hit> inFront(List<Hit> all) {
        if (all.size() <= IN_FRONT_BY_MEANING) {
            return all;
        }
        var front = new HashSet<Hit>();
        front.addAll(best(all, IN_FRONT_BY_MEANING, Hit::score));
        front.addAll(best(all, IN_FRONT_BY_WORDS, Hit::text));
        return front;
    }

    /// Without sorting the rest.
    private static Collection<Hit> best(List<Hit> all, int most, ToDoubleFunction<Hit> measure) {
        var best = new PriorityQueue<Hit>(most + 1, Comparator.comparingDouble(measure));
        double least = Double.NEGATIVE_INFINITY;
        for (var hit : all) {
            if (best.size() < most || measure.applyAsDouble(hit) > least) {
                best.add(hit);
                if (best.size() > most) {
                    best.remove();
                }
                least = measure.applyAsDouble(best.element());
            }
        }
        return best;
    }

    private Hit closer(Hit hit) {
        var vector = asked.vector();
        if (vector == null || !hit.hasVector()) {
            return hit;
        }
        float piece = hit.index().vectors().nearest(hit.at(), vector, hit.whole());
        return new Hit(hit.index(), hit.at(), hit.text(), hit.covered(), hit.whole(), piece);
    }
}
