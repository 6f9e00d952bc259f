package dev.parley.hives.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a passage into pieces of a few sentences. One vector cannot say all that a passage says; a
/// caller asks about one sentence of it.
public final class Windows {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?।])\\s+|\\n+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int ENOUGH_WORDS = 25;
    private static final int MOST_WORDS = 35;
    private static final int MOST_WINDOWS = 12;

    private Windows() {}

    /// The pieces of `body`, each behind what stands above it.
    public static List<String> of(String title, List<String> headings, String body) {
        var above = String.join(" ", headings);
        var begin = (above.isBlank() ? title : above) + ": ";
        var windows = new ArrayList<String>();
        var window = new StringBuilder();
        int words = 0;
        for (var sentence : SENTENCE_END.split(body)) {
            int more = BLANKS.split(sentence.strip()).length;
            boolean isFull = words >= ENOUGH_WORDS || words + more > MOST_WORDS;
            if (words > 0 && isFull && windows.size() < MOST_WINDOWS - 1) {
                windows.add(begin + window);
                window.setLength(0);
                words = 0;
            }
            window.append(sentence).append(' ');
            words += more;
        }
        windows.add(begin + window);
        return windows;
    }
}
