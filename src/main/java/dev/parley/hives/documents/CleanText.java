package dev.parley.hives.documents;

import java.text.Normalizer;

/// Text as a person sees it: what has no shape on the page is taken out, and runs of blanks become
/// one (F5). Letters that merely look like others stay what they are.
public final class CleanText {
    private static final int NO_BREAK_NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private CleanText() {}

    /// `text` as one line.
    public static String line(String text) {
        return cleaned(text, false);
    }

    /// `text` with its line breaks, of which those at its ends and doubled ones are dropped.
    public static String lines(String text) {
        return cleaned(text, true);
    }

    private static String cleaned(String text, boolean keepsBreaks) {
        var clean = new StringBuilder(text.length());
        boolean isBlank = false;
        boolean isBreak = false;
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                isBlank = true;
                isBreak |= c == '\n';
            } else if (isSeen(c, before)) {
                if (isBlank && !clean.isEmpty()) {
                    clean.append(isBreak && keepsBreaks ? '\n' : ' ');
                }
                isBlank = false;
                isBreak = false;
                clean.appendCodePoint(c);
                before = c;
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isSeen(int c, int before) {
        if (c == NO_BREAK_NON_JOINER || c == JOINER) {
            return isJoined(before);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> !isVariation(c);
        };
    }

    /// Whether joiners change how this letter is written: Arabic and the scripts of India.
    private static boolean isJoined(int c) {
        return c >= 0x600 && c <= 0x6FF || c >= 0x900 && c <= 0xDFF;
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
