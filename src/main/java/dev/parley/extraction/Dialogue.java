package dev.parley.extraction;

import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A transcript as alternating speech: what was only copied or only a tool's is left out.
///
/// @param lines what the caller and the agent said, in order
record Dialogue(List<Line> lines) {
    private static final int MAX_CHARACTERS = 2_000;
    private static final Pattern TOOL_NAME = Pattern.compile("\"name\":\"([\\w-]{1,64})\"");

    /// One thing said.
    ///
    /// @param tool the name of the tool that was used upon it, as words; mostly empty
    record Line(boolean isCallers, Utterance said, String tool) {}

    /// The dialogue of `transcript`; a line with the id, words and time of an earlier one is a
    /// copy.
    static Dialogue of(List<TranscriptLine> transcript) {
        var lines = new ArrayList<Line>();
        for (var line : new LinkedHashSet<>(transcript)) {
            if (line.speaker() == Speaker.TOOL_REQUEST) {
                uponLatest(lines, line.message());
            }
            if (line.speaker() == Speaker.USER || line.speaker() == Speaker.AI) {
                var message = line.message();
                var kept =
                        message.length() > MAX_CHARACTERS
                                ? message.substring(0, MAX_CHARACTERS)
                                : message;
                lines.add(new Line(line.speaker() == Speaker.USER, Utterance.of(kept), ""));
            }
        }
        return new Dialogue(List.copyOf(lines));
    }

    /// Keeps with what the caller said last that a tool was used upon it.
    private static void uponLatest(List<Line> lines, String request) {
        for (var at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).isCallers) {
                var name = TOOL_NAME.matcher(request);
                var words = name.find() ? name.group(1).replaceAll("[_-]+", " ") : "";
                lines.set(at, new Line(true, lines.get(at).said, words));
                return;
            }
        }
    }

    List<Utterance> callers() {
        return lines.stream().filter(Line::isCallers).map(Line::said).toList();
    }

    /// The tool used upon the caller's reply to the agent's line at `at`, as words; empty for none.
    String toolAfter(int at) {
        for (var i = at + 1; i < lines.size() && lines.get(i).isCallers(); i++) {
            if (!lines.get(i).tool().isEmpty()) {
                return lines.get(i).tool();
            }
        }
        return "";
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
