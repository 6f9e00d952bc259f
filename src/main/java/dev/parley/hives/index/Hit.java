package dev.parley.hives.index;

/// A passage that may answer, and what speaks for it.
///
/// @param at the passage's number in `index`
/// @param text how well its words match, by BM25
/// @param covered the part of what the question's words weigh that it has, from 0 to 1
/// @param whole how near it is in meaning as a whole; [Float#NaN] where that is not known
/// @param piece how near the nearest of its pieces is; likewise
public record Hit(HiveIndex index, int at, float text, float covered, float whole, float piece) {
    /// What a word's weight is worth beside meaning; measured, see decision 0013.
    private static final double TEXT_WORTH = 0.05;

    /// Puts what has no vector yet about where its words alone would.
    private static final double COVERED_WORTH = 0.6;

    public boolean hasVector() {
        return !Float.isNaN(whole);
    }

    /// What hits are ordered by.
    public double score() {
        double meaning = hasVector() ? whole + piece : COVERED_WORTH * covered;
        return meaning + TEXT_WORTH * text;
    }
}
