package dev.parley.hives.reading;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Outline;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Plain text. Lines that were wrapped are joined; short ones stay lines.
final class TextReader {
    private static final int WRAPPED = 50;
    private static final int MAX_HEADING = 70;
    private static final Charset OLD = Charset.forName("windows-1252");

    private TextReader() {}

    static Document read(byte[] bytes, int maxCharacters) {
        var outline = new Outline(maxCharacters);
        var lines = decoded(bytes).lines().iterator();
        var block = new java.util.ArrayList<String>();
        while (lines.hasNext() && !outline.isFull()) {
            var line = lines.next();
            if (!line.isBlank()) {
                block.add(line);
            } else {
                add(outline, block);
                block.clear();
            }
        }
        add(outline, block);
        return Document.of(outline.firstHeading(), outline);
    }

    /// The text of bytes whose encoding nobody has told: Unicode, or else what old systems write.
    static String decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, OLD);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static void add(Outline outline, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var first = lines.getFirst().strip();
        if (lines.size() == 2 && isRule(lines.getLast()) && first.length() <= MAX_HEADING) {
            outline.heading(lines.getLast().strip().startsWith("=") ? 1 : 2, first);
        } else if (lines.size() == 1 && isShouted(first)) {
            outline.heading(2, first);
        } else {
            outline.block(String.join(areWrapped(lines) ? " " : "\n", lines));
        }
    }

    private static boolean isRule(String line) {
        var mark = line.strip();
        return mark.length() > 2 && mark.matches("=+|-+");
    }

    private static boolean isShouted(String line) {
        return line.length() <= MAX_HEADING
                && line.chars().filter(Character::isLetter).count() > 2
                && line.equals(line.toUpperCase(Locale.ROOT))
                && !line.equals(line.toLowerCase(Locale.ROOT));
    }

    private static boolean areWrapped(List<String> lines) {
        var lengths = lines.stream().mapToInt(String::length).limit(lines.size() - 1L).toArray();
        return lengths.length == 0 || Arrays.stream(lengths).average().orElse(0) >= WRAPPED;
    }
}
