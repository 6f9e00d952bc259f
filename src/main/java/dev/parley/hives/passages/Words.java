package dev.parley.hives.passages;

import java.util.ArrayList;
import java.util.List;

/// Words counted, and text cut between them. Where blanks do not part words, or something is no
/// word at all, every eight characters count as one (F5).
final class Words {
    private static final int LONGEST = 8;

    private Words() {}

    static int count(String text) {
        int count = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                count += weight(i - begin);
                begin = i + 1;
            }
        }
        return count;
    }

    private static int weight(int length) {
        return length <= 3 * LONGEST ? Math.min(length, 1) : length / LONGEST;
    }

    /// `block` whole, or where it has more than `max` words in pieces of about `usual`: between
    /// lines, else between sentences, else between words.
    static List<String> pieces(String block, int usual, int max) {
        if (count(block) <= max) {
            return List.of(block);
        }
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int words = 0;
        for (var part : parts(block, max)) {
            int more = count(part);
            if (words > 0 && words + more > usual) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
                words = 0;
            }
            piece.append(part);
            words += more;
        }
        pieces.add(piece.toString().strip());
        return pieces;
    }

    /// Lines, or the sentences of what is too long for a line, or its bare words; with the blanks
    /// behind them.
    private static List<String> parts(String block, int max) {
        var parts = new ArrayList<String>();
        for (var line : cut(block, Words::isLineEnd)) {
            if (count(line) <= max / 2 && block.indexOf('\n') >= 0) {
                parts.add(line);
                continue;
            }
            for (var sentence : cut(line, Words::isSentenceEnd)) {
                if (count(sentence) <= max) {
                    parts.add(sentence);
                } else {
                    bare(sentence, parts);
                }
            }
        }
        return parts;
    }

    private static void bare(String sentence, List<String> parts) {
        for (var word : cut(sentence, Words::isWordEnd)) {
            for (int i = 0; i < word.length(); ) {
                int end = Math.min(word.length(), i + 100 * LONGEST);
                end -= Character.isHighSurrogate(word.charAt(end - 1)) ? 1 : 0;
                parts.add(word.substring(i, end));
                i = end;
            }
        }
    }

    private interface End {
        boolean isAt(String text, int i);
    }

    private static List<String> cut(String text, End end) {
        var parts = new ArrayList<String>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i + 1 == text.length() || end.isAt(text, i)) {
                parts.add(text.substring(begin, i + 1));
                begin = i + 1;
            }
        }
        return parts;
    }

    private static boolean isLineEnd(String text, int i) {
        return text.charAt(i) == '\n';
    }

    private static boolean isWordEnd(String text, int i) {
        return text.charAt(i) <= ' ';
    }

    /// A blank behind a mark that ends sentences; in scripts without blanks, the mark itself.
    private static boolean isSentenceEnd(String text, int i) {
        char c = text.charAt(i);
        if (c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
            return true;
        }
        return c <= ' ' && i > 0 && ".!?\u0964\u2026".indexOf(text.charAt(i - 1)) >= 0;
    }
}
