package dev.parley.brains.model;

import dev.parley.brains.knowledge.Library.Excerpt;
import dev.parley.brains.knowledge.Stems;
import dev.parley.transcript.TranscriptLine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which of the excerpts a model was shown it has drawn its answer from.
final class Grounding {
    private static final double ENOUGH = 0.3;
    private static final int FEWEST = 2;
    private static final int MOST = 3;

    private record Overlap(Excerpt excerpt, double share) {}

    private Grounding() {}

    /// Those that share enough of the words of `answer`, the closest first. What the caller had
    /// said already does not count.
    static List<TranscriptLine.Source> of(String answer, String heard, List<Excerpt> excerpts) {
        var own = stems(answer);
        own.removeAll(stems(heard));
        return excerpts.stream()
                .map(excerpt -> new Overlap(excerpt, share(own, excerpt)))
                .filter(overlap -> overlap.share >= ENOUGH)
                .sorted(Comparator.comparingDouble(Overlap::share).reversed())
                .limit(MOST)
                .map(overlap -> overlap.excerpt.source())
                .toList();
    }

    private static double share(Set<String> own, Excerpt excerpt) {
        var common = stems(excerpt.text());
        common.retainAll(own);
        return common.size() < FEWEST ? 0 : (double) common.size() / own.size();
    }

    private static Set<String> stems(String text) {
        return new HashSet<>(Stems.index(text));
    }
}
