package dev.parley.brains.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A text and its words, in which [Cue]s are found.
public record Utterance(String text, List<Word> words) {
    /// A word without accents, apostrophes and capitals, and where it stands in the text.
    public record Word(String plain, int start, int end) {}

    /// Words `from` (inclusive) to `to` (exclusive).
    public record Span(int from, int to) {}

    public static Utterance of(String text) {
        var words = new ArrayList<Word>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPartOfWord(text, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(plain(text.substring(start, i)), start, i));
                start = -1;
            }
        }
        return new Utterance(text, List.copyOf(words));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public int size() {
        return words.size();
    }

    public boolean says(Cue cue) {
        return find(cue).isPresent();
    }

    /// The longest phrase of `cue`, the first of several.
    public Optional<Span> find(Cue cue) {
        Span best = null;
        for (int at = 0; at < words.size(); at++) {
            int length = lengthAt(cue, at);
            if (length > 0 && (best == null || length > best.to - best.from)) {
                best = new Span(at, at + length);
            }
        }
        return Optional.ofNullable(best);
    }

    public boolean startsWith(Cue cue) {
        return lengthAt(cue, 0) > 0;
    }

    public boolean endsWith(Cue cue) {
        return lengthBefore(cue, words.size()) > 0;
    }

    public boolean isOnly(Cue cue) {
        return !isEmpty() && lengthAt(cue, 0) == words.size();
    }

    /// How many words the longest phrase of `cue` takes that begins at `at`; 0 for none.
    public int lengthAt(Cue cue, int at) {
        int longest = 0;
        for (var phrase : cue.phrases()) {
            int length = phrase.words().size();
            if (length > longest && phrase.isAt(words, at)) {
                longest = length;
            }
        }
        return longest;
    }

    /// How many words the longest phrase of `cue` takes that ends before `end`; 0 for none.
    public int lengthBefore(Cue cue, int end) {
        int longest = 0;
        for (var phrase : cue.phrases()) {
            int length = phrase.words().size();
            if (length > longest && length <= end && phrase.isAt(words, end - length)) {
                longest = length;
            }
        }
        return longest;
    }

    /// The original text from word `from` to word `to`, with what stands between them.
    public String slice(int from, int to) {
        return from >= to ? "" : text.substring(words.get(from).start, words.get(to - 1).end);
    }

    /// A comma or a full stop follows word `at`.
    public boolean pausesAfter(int at) {
        int end = words.get(at).end;
        return end < text.length() && !Character.isWhitespace(text.charAt(end));
    }

    public boolean isNumber(int at) {
        var word = words.get(at).plain;
        return Character.isDigit(word.charAt(0)) || lengthAt(Cue.NUMBER_WORD, at) > 0;
    }

    public boolean isQuestion() {
        var end = text.stripTrailing();
        return end.endsWith("?")
                || end.contains("¿")
                || opensLikeAQuestion()
                || says(Cue.QUESTION_WORD);
    }

    /// Begins with a question word, whatever the hesitation before it.
    public boolean opensLikeAQuestion() {
        int at = 0;
        while (at < words.size()) {
            if (lengthAt(Cue.QUESTION_START, at) > 0) {
                return true;
            }
            int skip = lengthAt(Cue.FILLER, at);
            if (skip == 0) {
                return false;
            }
            at += skip;
        }
        return false;
    }

    private static boolean isPartOfWord(String text, int at, boolean inside) {
        char c = text.charAt(at);
        if (c == '\'' || c == '’') {
            return inside && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /// Devanagari keeps its vowel signs; only what people spell both ways is unified.
    public static String plain(String word) {
        var text = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean accent = c >= '\u0300' && c <= '\u036f';
            boolean nukta = c == '\u093c';
            if (c == '\u0901') {
                kept.append('\u0902');
            } else if (!accent && !nukta && c != '\'' && c != '’') {
                kept.append(c);
            }
        }
        return kept.isEmpty() ? word : kept.toString();
    }
}
