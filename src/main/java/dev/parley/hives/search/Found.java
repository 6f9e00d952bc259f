package dev.parley.hives.search;

import dev.parley.hives.HiveId;
import java.util.List;

/// A passage that was found, and why.
///
/// @param place of its source: a web address, a file's id or a conversation's id
/// @param title of its source
/// @param position in its source, from 0
/// @param headings above it, outermost first
/// @param confidence that it answers the question, from 0 to 1; from [Findings#ENOUGH] on it may be
///   quoted
/// @param why what spoke for it
public record Found(
        HiveId hiveId,
        String place,
        String title,
        int position,
        List<String> headings,
        String text,
        double confidence,
        Why why) {
    /// What speaks for a passage.
    ///
    /// @param textRank its rank by words alone, from 1; 0 when it has none of the question's
    /// @param text how well its words match, by BM25
    /// @param vectorRank its rank by meaning alone, from 1; 0 while it has no embedding
    /// @param likeness of its meaning to the question's, up to 1; 0 likewise
    /// @param score of both together, by which the order is made
    public record Why(int textRank, double text, int vectorRank, double likeness, double score) {}
}
