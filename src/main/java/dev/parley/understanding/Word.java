package dev.parley.understanding;

/// One word of an utterance.
///
/// @param text as written
/// @param key what it is compared by: lower case, without accents
/// @param gap what stood between it and the word before
/// @param opensClause whether punctuation parts it from the word before
/// @param opensSentence whether a sentence ended before it
public record Word(
        String text,
        String key,
        int start,
        int end,
        String gap,
        boolean opensClause,
        boolean opensSentence) {

    static Word of(String text, String key, int start, int end, String gap) {
        return new Word(
                text,
                key,
                start,
                end,
                gap,
                holdsAny(gap, ".,;:?!।…\n¿¡"),
                holdsAny(gap, ".?!।…\n"));
    }

    private static boolean holdsAny(String gap, String marks) {
        for (var i = 0; i < gap.length(); i++) {
            if (marks.indexOf(gap.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
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
