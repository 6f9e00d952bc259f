package dev.parley.hives.index;

import dev.parley.understanding.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The words of a question for passages of one language, and what each weighs: a word that few
/// passages have says more.
final class AskedWords {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_WEIGHT = 0.5;

    private final List<String> stems;
    private final double[] weights;
    private final double allWeights;
    private final double averageLength;

    /// @param hives where it is asked
    AskedWords(String question, Language language, List<HiveIndex> hives) {
        this.stems = Stems.of(question, language).stream().distinct().toList();
        var indexes =
                hives.stream()
                        .map(hive -> hive.words().get(language))
                        .filter(Objects::nonNull)
                        .toList();
        long passages = indexes.stream().mapToLong(WordIndex::size).sum();
        long lengths = indexes.stream().mapToLong(WordIndex::allLengths).sum();
        this.averageLength = passages == 0 ? 1 : (double) lengths / passages;
        this.weights = new double[stems.size()];
        for (int i = 0; i < weights.length; i++) {
            var stem = stems.get(i);
            long with = indexes.stream().mapToLong(index -> index.of(stem).at().length).sum();
            weights[i] = Math.log(1 + (passages - with + 0.5) / (with + 0.5));
        }
        this.allWeights = Math.max(Arrays.stream(weights).sum(), 1e-9);
    }

    /// Adds what these words say for each passage of `words` by BM25, and how much of them it has.
    void measure(WordIndex words, float[] text, float[] covered) {
        for (int i = 0; i < weights.length; i++) {
            var postings = words.of(stems.get(i));
            for (int j = 0; j < postings.at().length; j++) {
                int at = postings.at()[j];
                double length = words.length(at) / averageLength;
                text[at] += (float) (weights[i] * saturated(postings.counts()[j], length));
                covered[at] += (float) (weights[i] / allWeights);
            }
        }
    }

    private static double saturated(double count, double length) {
        double scale = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length;
        return count * (SATURATION + 1) / (count + SATURATION * scale);
    }
}
