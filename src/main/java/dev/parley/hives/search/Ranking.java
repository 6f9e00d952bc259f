package dev.parley.hives.search;

import dev.parley.understanding.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What speaks for each passage of some hives, measured with the same weights in all of them.
final class Ranking {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.5;

    private final String question;
    private final float @Nullable [] vector;
    private final List<HiveIndex> hives;

    /// @param vector of the question; null when it could not be made
    Ranking(String question, float @Nullable [] vector, List<HiveIndex> hives) {
        this.question = question;
        this.vector = vector;
        this.hives = hives;
    }

    /// Every passage that has a word of the question, or a vector.
    List<Hit> hits() {
        var languages = new HashMap<Language, Asked>();
        for (var language : Language.values()) {
            languages.put(language, new Asked(language));
        }
        var hits = new ArrayList<Hit>();
        hives.forEach(hive -> add(hits, hive, languages));
        return hits;
    }

    private void add(List<Hit> hits, HiveIndex hive, Map<Language, Asked> languages) {
        var text = new float[hive.size()];
        var covered = new float[hive.size()];
        hive.words()
                .forEach((language, words) ->
                        languages.get(language).measure(words, text, covered));
        var likeness =
                vector == null ? new float[hive.size()] : hive.vectors().products(vector);
        for (int at = 0; at < text.length; at++) {
            if (text[at] > 0 || likeness[at] > 0) {
                hits.add(new Hit(hive, at, text[at], covered[at], likeness[at]));
            }
        }
    }

    /// The words of the question for passages of one language, and what each weighs.
    private final class Asked {
        private final List<String> stems;
        private final double[] weights;
        private final double average;

        Asked(Language language) {
            this.stems = Stems.of(question, language).stream().distinct().toList();
            var indexes =
                    hives.stream()
                            .map(hive -> hive.words().get(language))
                            .filter(index -> index != null)
                            .toList();
            long passages = indexes.stream().mapToLong(WordIndex::size).sum();
            long lengths = indexes.stream().mapToLong(WordIndex::allLengths).sum();
            this.average = passages == 0 ? 1 : (double) lengths / passages;
            this.weights = new double[stems.size()];
            for (int i = 0; i < weights.length; i++) {
                var stem = stems.get(i);
                long with = indexes.stream().mapToLong(index -> index.of(stem).at().length).sum();
                weights[i] = Math.log(1 + (passages - with + 0.5) / (with + 0.5));
            }
        }

        void measure(WordIndex words, float[] text, float[] covered) {
            double all = Math.max(Arrays.stream(weights).sum(), 1e-9);
            for (int i = 0; i < weights.length; i++) {
                var postings = words.of(stems.get(i));
                for (int j = 0; j < postings.at().length; j++) {
                    int at = postings.at()[j];
                    double count = postings.counts()[j];
                    double length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * words.length(at) / average;
                    text[at] +=
                            (float)
                                    (weights[i]
                                            * count
                                            * (SATURATION + 1)
                                            / (count + SATURATION * length));
                    covered[at] += (float) (weights[i] / all);
                }
            }
        }
    }
}
