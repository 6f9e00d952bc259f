package dev.parley.understanding;

/// One word of an utterance.
///
/// @param text as written
/// @param key what it is compared by: lower case, without accents
/// @param gap what stood between it and the word before
public record Word(String text, String key, int start, int end, String gap) {

    /// Whether punctuation parts this word from the one before.
    public boolean opensClause() {
        return gap.chars().anyMatch(c -> ".,;:?!।…\n¿¡".indexOf(c) >= 0);
    }

    /// Whether a sentence ended before this word.
    public boolean opensSentence() {
        return gap.chars().anyMatch(c -> ".?!।…\n".indexOf(c) >= 0);
    }

    /// Whether it consists of digits only.
    public boolean isNumber() {
        return key.chars().allMatch(Character::isDigit);
    }

    boolean hasDigit() {
        return key.chars().anyMatch(Character::isDigit);
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isSingleLetter() {
        return key.length() == 1 && key.charAt(0) >= 'a' && key.charAt(0) <= 'z';
    }

    boolean isDevanagari() {
        return Languages.isDevanagari(text);
    }
}
