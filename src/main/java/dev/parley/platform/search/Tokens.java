package dev.parley.platform.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What records are found by. A word is its own token. A text's tokens are its pieces of one, two
/// and three characters behind a mark that says which text it is: whoever holds a piece of text
/// holds all of the piece's tokens.
final class Tokens {
    private static final int LONGEST_PIECE = 3;
    static final int GROUPS = 1_024;

    /// More would hardly leave fewer records.
    private static final int MAX_ASKED = 12;

    private Tokens() {}

    /// As a record waits to be folded: its words between blanks, then each text on a line.
    static String written(Set<String> words, List<@Nullable String> texts) {
        var written = new StringBuilder(" ");
        words.forEach(word -> written.append(word).append(' '));
        for (var text : texts) {
            written.append('\n').append(text == null ? "" : line(text));
        }
        return written.toString();
    }

    /// Tells `sink` the tokens of what [#written] wrote, some of them more than once.
    static void each(String written, Consumer<String> sink) {
        int end = written.indexOf('\n');
        int wordsEnd = end < 0 ? written.length() : end;
        int begin = 0;
        for (int blank = written.indexOf(' '); blank >= 0 && blank < wordsEnd; ) {
            if (blank > begin) {
                sink.accept(written.substring(begin, blank));
            }
            begin = blank + 1;
            blank = written.indexOf(' ', begin);
        }
        for (int text = 0; end >= 0; text++) {
            begin = end + 1;
            end = written.indexOf('\n', begin);
            pieces(sink, text, written.substring(begin, end < 0 ? written.length() : end), 1);
        }
    }

    /// The tokens of every text of which `piece` is a part.
    static Set<String> pieces(int text, String piece) {
        var tokens = new LinkedHashSet<String>();
        int length = piece.codePointCount(0, piece.length());
        pieces(tokens::add, text, piece, Math.min(length, LONGEST_PIECE));
        return tokens;
    }

    static String line(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\n', ' ');
    }

    private static void pieces(Consumer<String> sink, int text, String line, int shortest) {
        char mark = (char) (1 + text);
        for (int begin = 0; begin < line.length(); ) {
            int end = begin;
            for (int length = 1; length <= LONGEST_PIECE && end < line.length(); length++) {
                end += Character.charCount(line.codePointAt(end));
                if (length >= shortest) {
                    sink.accept(mark + line.substring(begin, end));
                }
            }
            begin += Character.charCount(line.codePointAt(begin));
        }
    }

    /// The tokens to look up: the longest, which few records hold.
    static List<String> chosen(Collection<String> tokens) {
        return tokens.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MAX_ASKED)
                .toList();
    }

    static short group(String token) {
        int hash = token.hashCode();
        return (short) ((hash ^ hash >>> 10 ^ hash >>> 20) & GROUPS - 1);
    }
}
