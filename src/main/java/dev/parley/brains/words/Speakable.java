package dev.parley.brains.words;

import java.util.regex.Pattern;

/// Text from documents, products and other systems, made fit to be said: it is data, so nothing of
/// it is left that a voice, a template or a rule could take for anything but words.
public final class Speakable {
    private static final int MOST_READ = 8_000;
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!?][^<>]{0,300}>");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{0,200})]\\([^()]{0,500}\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)\\S{1,500}", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN = Pattern.compile("\\s{0,9}[|\\t]\\s{0,9}");
    private static final Pattern MARKS =
            Pattern.compile("[*`#~<>{}\\[\\]\\\\^=]|(?<!\\w)_|_(?!\\w)");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern LOOSE_STOP = Pattern.compile("\\s+([,.;:!?।])");

    private Speakable() {}

    /// `text` in one line, at most `most` characters of it, cut between words.
    public static String of(String text, int most) {
        var plain = text.substring(0, Math.min(text.length(), MOST_READ));
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = ADDRESS.matcher(plain).replaceAll(" ");
        plain = COLUMN.matcher(plain).replaceAll(", ");
        plain = MARKS.matcher(plain).replaceAll("").replace('_', ' ');
        plain = SPACES.matcher(withoutControls(plain)).replaceAll(" ");
        return cut(LOOSE_STOP.matcher(plain).replaceAll("$1").strip(), most);
    }

    private static String withoutControls(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean joiner = c == '\u200c' || c == '\u200d';
            boolean steering = Character.getType(c) == Character.FORMAT && !joiner;
            if (Character.isWhitespace(c)) {
                kept.append(' ');
            } else if (!Character.isISOControl(c)
                    && !steering
                    && !Character.isSurrogate(c)
                    && c != '\ufffd') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most).replaceAll("[,;:]$", "");
    }
}
