package dev.parley.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts text that arrives in pieces into sentences to be spoken one by one. A missed cut is better
/// than a wrong one.
final class Sentences {
    private static final int MAX_CHARS = 300;
    private static final String ENDS = ".?!…।॥。？！";
    private static final String DANDAS = "।॥。？！";
    private static final String CLOSERS = "\"'”’»)]}";

    /// A full stop after these never ends a sentence.
    private static final Set<String> TITLES =
            Set.of(
                    "dr", "dra", "mr", "mrs", "ms", "prof", "st", "sr", "sra", "srta", "mt", "fr",
                    "vs", "e.g", "i.e", "approx", "avda", "av", "ave", "núm", "tel", "p.ej", "ej",
                    "डॉ", "प्रो", "श्री", "d", "dn", "dña", "gen", "lt", "capt", "hon", "rev");

    /// A full stop after these ends a sentence only before a capital.
    private static final Set<String> SUFFIXES =
            Set.of("a.m", "p.m", "m", "i", "u.s", "u.k", "ph.d", "ee.uu");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final StringBuilder text = new StringBuilder();

    /// All sentences of `text`.
    static List<String> of(String text) {
        var sentences = new Sentences();
        var all = new ArrayList<>(sentences.add(text));
        all.addAll(sentences.rest());
        return all;
    }

    /// `text` without what cannot be stored or said, at most `maxChars` long.
    static String clean(String text, int maxChars) {
        var clean = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .limit(maxChars)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /// Whether the last words of `text` are those of `end`, whatever their punctuation.
    static boolean endsWith(String text, String end) {
        return (" " + words(text)).endsWith(" " + words(end));
    }

    private static String words(String text) {
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /// The sentences that are whole now that `piece` has arrived.
    List<String> add(String piece) {
        text.append(piece);
        var whole = new ArrayList<String>();
        int start = 0;
        while (true) {
            int end = end(start);
            if (end < 0 || end - start > MAX_CHARS) {
                if (text.length() - start <= MAX_CHARS) {
                    break;
                }
                end = cut(start);
            }
            keep(text.substring(start, end), whole);
            start = end;
        }
        text.delete(0, start);
        return whole;
    }

    /// What is left when nothing more arrives.
    List<String> rest() {
        var last = new ArrayList<String>();
        keep(text.toString(), last);
        text.setLength(0);
        return last;
    }

    private static void keep(String sentence, List<String> into) {
        var tidy = SPACES.matcher(clean(sentence, MAX_CHARS)).replaceAll(" ").strip();
        if (!tidy.isEmpty()) {
            into.add(tidy);
        }
    }

    /// Where the sentence that begins at `start` ends; negative when that is not known yet.
    private int end(int start) {
        int limit = Math.min(text.length(), start + MAX_CHARS + 1);
        int i = start;
        while (i < limit) {
            if (text.charAt(i) == '\n') {
                return i + 1;
            }
            if (ENDS.indexOf(text.charAt(i)) < 0) {
                i++;
                continue;
            }
            int after = skip(i, ENDS + CLOSERS);
            if (after == text.length()) {
                return -1;
            }
            int next = skip(after, " \t\u00a0");
            var ends = ends(start, i, after, next);
            if (ends == Verdict.UNKNOWN) {
                return -1;
            }
            if (ends == Verdict.YES) {
                return after;
            }
            i = after;
        }
        return -1;
    }

    private enum Verdict {
        YES,
        NO,
        UNKNOWN
    }

    /// Whether the marks from `mark` to `after` end the sentence; `next` is where text goes on.
    private Verdict ends(int start, int mark, int after, int next) {
        var marks = text.substring(mark, after);
        if (DANDAS.indexOf(marks.charAt(0)) >= 0) {
            return Verdict.YES;
        }
        if (!Character.isWhitespace(text.charAt(after)) && next == after) {
            return Verdict.NO;
        }
        if (marks.indexOf('?') >= 0 || marks.indexOf('!') >= 0) {
            return Verdict.YES;
        }
        if (next == text.length()) {
            return Verdict.UNKNOWN;
        }
        int follower = text.codePointAt(next);
        if (Character.isLowerCase(follower)) {
            return Verdict.NO;
        }
        return marks.startsWith(".")
                        && !marks.startsWith("..")
                        && isAbbreviation(start, mark, follower)
                ? Verdict.NO
                : Verdict.YES;
    }

    /// Whether the full stop at `mark` belongs to the word before it.
    private boolean isAbbreviation(int start, int mark, int follower) {
        int from = mark;
        while (from > start && !isBreak(text.charAt(from - 1))) {
            from--;
        }
        var raw = text.substring(from, mark);
        var word = raw.toLowerCase(Locale.ROOT);
        if (SUFFIXES.contains(word)) {
            return Character.isDigit(follower);
        }
        if (word.equals("no") || word.equals("nos")) {
            return Character.isDigit(follower);
        }
        var isListNumber =
                !word.isEmpty()
                        && word.chars().allMatch(Character::isDigit)
                        && text.substring(start, from).isBlank();
        var isInitial = raw.length() == 1 && Character.isLetter(raw.charAt(0));
        return TITLES.contains(word) || isListNumber || isInitial;
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || "(\"'“‘«[¿¡,;:/-–—".indexOf(c) >= 0;
    }

    private int skip(int from, String characters) {
        int limit = Math.min(text.length(), from + MAX_CHARS);
        int i = from;
        while (i < limit && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /// Where to break text that does not end: at the last space, or in the middle of a word.
    private int cut(int start) {
        int limit = start + MAX_CHARS;
        for (int i = limit; i > start; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
