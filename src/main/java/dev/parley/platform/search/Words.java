package dev.parley.platform.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// The words of a text as they are indexed and asked for: runs of letters, marks and digits of any
/// script, in lower case, without accents. "Café" and "CAFE" are one word; what distinguishes words
/// of other scripts than Latin, Greek and Cyrillic (the vowel signs of Hindi) is kept.
public final class Words {
    /// The longest word, in characters; of a longer one the beginning counts.
    static final int MAX_LENGTH = 64;

    private Words() {}

    /// The words of `text`, each once, in the order they first stand in.
    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        each(text, words::add);
        return words;
    }

    /// Tells `sink` every word of `text`, as often as it stands there.
    public static void each(String text, Consumer<String> sink) {
        var plain = plain(text);
        int begin = -1;
        for (int at = 0; at < plain.length(); ) {
            int character = plain.codePointAt(at);
            boolean isPart = isPart(character);
            if (isPart && begin < 0) {
                begin = at;
            } else if (!isPart && begin >= 0) {
                sink.accept(word(plain, begin, at));
                begin = -1;
            }
            at += Character.charCount(character);
        }
        if (begin >= 0) {
            sink.accept(word(plain, begin, plain.length()));
        }
    }

    private static boolean isPart(int character) {
        if (character < 128) {
            return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
    }

    private static String word(String text, int begin, int end) {
        int cut = Math.min(end, begin + MAX_LENGTH);
        if (cut < end && Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(begin, cut);
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        var parts = Normalizer.normalize(lower, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (!isAccent(c) && !isJoiner(c)) {
                kept.append(c);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isAccent(char c) {
        return c >= '\u0300' && c <= '\u036f';
    }

    /// Stands inside words of Indic scripts and changes their look only.
    private static boolean isJoiner(char c) {
        return c == '\u200c' || c == '\u200d' || c == '\u00ad';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
