package dev.parley.extraction;

import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A transcript as alternating speech: what was only copied or only a tool's is left out.
///
/// @param lines what the caller and the agent said, in order
record Dialogue(List<Line> lines) {
    private static final int MAX_CHARACTERS = 2_000;

    /// One thing said.
    record Line(boolean isCallers, Utterance said) {}

    /// The dialogue of `transcript`; a line with the id, words and time of an earlier one is a
    /// copy.
    static Dialogue of(List<TranscriptLine> transcript) {
        var lines = new ArrayList<Line>();
        for (var line : new LinkedHashSet<>(transcript)) {
            if (line.speaker() == Speaker.USER || line.speaker() == Speaker.AI) {
                var message = line.message();
                var kept =
                        message.length() > MAX_CHARACTERS
                                ? message.substring(0, MAX_CHARACTERS)
                                : message;
                lines.add(new Line(line.speaker() == Speaker.USER, Utterance.of(kept)));
            }
        }
        return new Dialogue(List.copyOf(lines));
    }

    List<Utterance> callers() {
        return lines.stream().filter(Line::isCallers).map(Line::said).toList();
    }

    /// What the caller said between the agent's line at `at` and the agent's next one.
    List<Utterance> repliesTo(int at) {
        var replies = new ArrayList<Utterance>();
        for (var i = at + 1; i < lines.size() && lines.get(i).isCallers(); i++) {
            replies.add(lines.get(i).said());
        }
        return replies;
    }
}
