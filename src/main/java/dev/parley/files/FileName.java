package dev.parley.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// What people call their files (F8). A name is kept as data and never becomes a path; it only has
/// to be short enough to show and free of what no screen, header or database takes.
final class FileName {
    private static final int MAX = 255;
    private static final int MAX_EXTENSION = 16;
    private static final String PLAIN_MARKS = "!#$&+-.^_`|~";

    private FileName() {}

    /// `name` as it is kept: control characters and halves of characters become `_`, and the middle
    /// of what is longer than 255 characters is left out, so that it still says what kind it is.
    static String kept(String name) {
        var text = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || isHalf(c) ? '_' : c)
                .forEach(text::appendCodePoint);
        int length = text.codePointCount(0, text.length());
        if (length <= MAX) {
            return text.toString();
        }
        int dot = text.lastIndexOf(".");
        var end = dot >= 0 && text.length() - dot <= MAX_EXTENSION ? text.substring(dot) : "";
        int keep = MAX - end.codePointCount(0, end.length());
        return text.substring(0, text.offsetByCodePoints(0, keep)) + end;
    }

    /// A Content-Disposition with `name` after RFC 6266: a plain fallback, and the name itself in
    /// the form of RFC 8187. What turns the direction of writing around is left out, because it
    /// makes one ending look like another.
    static String disposition(String name, boolean inline) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = last.codePoints().filter(c -> !isTurning(c)).toArray();
        var text = new String(shown, 0, shown.length);
        return (inline ? "inline" : "attachment")
                + "; filename=\""
                + plain(text)
                + "\"; filename*=UTF-8''"
                + encoded(text);
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var plain = letters.replaceAll("[^A-Za-z0-9._ -]", "_").replaceFirst("^[. ]+", "_");
        return plain.isBlank() ? "file" : plain;
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain =
                    b >= '0' && b <= '9'
                            || b >= 'A' && b <= 'Z'
                            || b >= 'a' && b <= 'z'
                            || b > 0 && PLAIN_MARKS.indexOf(b) >= 0;
            text.append(isPlain ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
        }
        return text.isEmpty() ? "file" : text.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isTurning(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200E
                || c == 0x200F;
    }
}
