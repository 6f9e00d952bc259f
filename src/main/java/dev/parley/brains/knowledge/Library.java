package dev.parley.brains.knowledge;

import dev.parley.transcript.TranscriptLine;
import java.util.List;

/// The documents an agent may draw on in a conversation. May be asked by several threads.
@FunctionalInterface
public interface Library {
    /// An agent without documents.
    Library EMPTY = (_, _) -> List.of();

    /// What the documents say about `question`, best first, at most `most`. Some of it may be worth
    /// looking at only; empty when not even that is found. Takes some milliseconds; when it cannot
    /// look it finds nothing.
    List<Excerpt> find(String question, int most);

    /// A passage that was found.
    ///
    /// @param text as it is written, some sentences of it
    /// @param source where it is from
    /// @param confidence how surely it answers, from 0 to 1
    record Excerpt(String text, TranscriptLine.Source source, double confidence) {
        private static final double SURE = 0.5;

        /// Whether it may be quoted by somebody who cannot tell whether it answers.
        public boolean isSure() {
            return confidence >= SURE;
        }
    }
}
