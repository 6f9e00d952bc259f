package dev.parley.hives.search;

import java.util.List;

/// What a search has found, best first.
public record Findings(List<Found> found) {
    /// Below it nothing is known. The confidence is a curve through it, so one half is the border.
    public static final double ENOUGH = 0.5;

    static final Findings NOTHING = new Findings(List.of());

    /// How sure it is that the best of them answers.
    public double confidence() {
        return found.stream().mapToDouble(Found::confidence).max().orElse(0);
    }

    /// Whether the question is answered, so that somebody who must not guess may quote the best.
    public boolean isAnswered() {
        return confidence() >= ENOUGH;
    }
}
