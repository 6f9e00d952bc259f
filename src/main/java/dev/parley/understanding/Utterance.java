package dev.parley.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What somebody said, cut into words; every rule here scans words and none searches by pattern.
public final class Utterance {
    private static final int MAX_CHARACTERS = 6_000;

    private final String text;
    private final List<Word> words;
    private final int[] clauseStarts;

    private Utterance(String text, List<Word> words) {
        this.text = text;
        this.words = words;
        this.clauseStarts = new int[words.size()];
        for (var i = 1; i < words.size(); i++) {
            clauseStarts[i] = words.get(i).opensClause() ? i : clauseStarts[i - 1];
        }
    }

    /// Cuts `said` into words; what is beyond any sane length is left out.
    public static Utterance of(String said) {
        var text = said.length() > MAX_CHARACTERS ? said.substring(0, MAX_CHARACTERS) : said;
        var words = new ArrayList<Word>();
        var end = 0;
        for (var at = 0; at < text.length(); ) {
            if (!isWordCharacter(text, at)) {
                at++;
                continue;
            }
            var start = at;
            while (at < text.length() && isWordCharacter(text, at)) {
                at++;
            }
            var word = text.substring(start, at);
            var key = fold(word);
            if (!key.isEmpty()) {
                words.add(Word.of(word, key, start, at, text.substring(end, start)));
                end = at;
            }
        }
        return new Utterance(text, List.copyOf(words));
    }

    private static boolean isWordCharacter(String text, int at) {
        var c = text.charAt(at);
        if (c == '\'' || c == '’') {
            return at > 0
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at + 1));
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }

    /// What words are compared by: lower case, no accents, no nukta, plain digits.
    public static String fold(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        var folded = new StringBuilder(decomposed.length());
        for (var i = 0; i < decomposed.length(); i++) {
            var c = decomposed.charAt(i);
            if (c >= '\u0300' && c <= '\u036f'
                    || c == '\u093c'
                    || Character.getType(c) == Character.FORMAT) {
                continue;
            }
            if (c == '\u0901') {
                folded.append('\u0902');
            } else if (Character.isDigit(c)) {
                folded.append(Character.digit(c, 10));
            } else {
                folded.append(c == '’' ? '\'' : c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /// As it was said.
    public String text() {
        return text;
    }

    /// Its words in order.
    public List<Word> words() {
        return words;
    }

    /// How many words it has.
    public int size() {
        return words.size();
    }

    Word word(int at) {
        return words.get(at);
    }

    String key(int at) {
        return at >= 0 && at < words.size() ? words.get(at).key() : "";
    }

    /// The text from one word up to, not including, another.
    public String slice(int from, int to) {
        return from >= to ? "" : text.substring(words.get(from).start(), words.get(to - 1).end());
    }

    /// Whether anything in it is asked.
    public boolean isQuestion() {
        return text.indexOf('?') >= 0;
    }

    boolean isCased() {
        return text.chars().anyMatch(Character::isUpperCase);
    }

    /// Where the clause that holds the word at `at` begins.
    int clauseStart(int at) {
        return clauseStarts[at];
    }

    /// Its sentences, each with its closing punctuation.
    public List<Utterance> sentences() {
        var sentences = new ArrayList<Utterance>();
        var start = 0;
        for (var i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.opensSentence() && word.gap().chars().anyMatch(Character::isWhitespace)) {
                sentences.add(of(text.substring(start, word.start())));
                start = word.start();
            }
        }
        sentences.add(of(text.substring(start)));
        return sentences;
    }
}
