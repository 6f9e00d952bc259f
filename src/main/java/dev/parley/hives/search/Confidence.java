package dev.parley.hives.search;

import dev.parley.hives.index.Hit;

/// How sure a score makes that a passage answers. The two curves are fitted to the first half of
/// the questions of `./parley bench retrieval`, so that nine in ten of those without an answer stay
/// below one half.
final class Confidence {
    private static final double STEEPNESS = 3.48;
    private static final double BORDER = 0.885;
    private static final double STEEPNESS_OF_WORDS = 3.0;
    private static final double BORDER_OF_WORDS = 0.42;

    private Confidence() {}

    static double of(Hit hit) {
        double score = hit.score();
        return hit.hasVector()
                ? curve(STEEPNESS * (score - BORDER))
                : curve(STEEPNESS_OF_WORDS * (score - BORDER_OF_WORDS));
    }

    private static double curve(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
