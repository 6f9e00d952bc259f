package dev.parley.providers.embeddings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Cuts a text into the pieces of words that a BERT model without upper case has learned, as their
/// numbers. The library that does the same brings native code, a folder in the user's home, and a
/// call to the cloud's address for metadata.
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> numbers;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
        this.begin = Objects.requireNonNull(numbers.get("[CLS]"));
        this.end = Objects.requireNonNull(numbers.get("[SEP]"));
        this.unknown = Objects.requireNonNull(numbers.get("[UNK]"));
    }

    /// @param vocabulary a piece a line, numbered from 0
    static WordPieces read(InputStream vocabulary) {
        var numbers = new HashMap<String, Integer>();
        try (var lines =
                new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                numbers.put(line, numbers.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordPieces(numbers);
    }

    /// The pieces of `text` with those that mark its beginning and its end; of a long text the
    /// first.
    long[] of(String text, int most) {
        var pieces = LongStream.builder().add(begin);
        int count = 2;
        for (var word : words(text).split(" ")) {
            if (!word.isEmpty()) {
                var found = pieces(word);
                for (int i = 0; i < found.length && count < most; i++, count++) {
                    pieces.add(found[i]);
                }
            }
        }
        return pieces.add(end).build().toArray();
    }

    /// `text` in lower case without accents, a blank around each sign that is a word by itself.
    private static String words(String text) {
        var plain = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(character -> {
                    int type = Character.getType(character);
                    if (isBlank(character, type)) {
                        plain.append(' ');
                    } else if (isAlone(character, type)) {
                        plain.append(' ').appendCodePoint(character).append(' ');
                    } else if (isKept(character, type)) {
                        plain.appendCodePoint(character);
                    }
                });
        return plain.toString();
    }

    private static boolean isBlank(int character, int type) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || type == Character.SPACE_SEPARATOR;
    }

    private static boolean isKept(int character, int type) {
        return character != 0xFFFD
                && switch (type) {
                    case Character.NON_SPACING_MARK,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED ->
                            false;
                    default -> true;
                };
    }

    private static boolean isAlone(int character, int type) {
        if (character < 128) {
            return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
        }
        return switch (type) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default ->
                    character >= 0x3400
                            && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
        };
    }

    /// The longest piece that is known, then the longest that goes on, and so to the end.
    private long[] pieces(String word) {
        var pieces = LongStream.builder();
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return new long[] {unknown};
        }
        for (int from = 0; from < word.length(); ) {
            int to = word.length();
            var piece = number(word, from, to);
            while (piece == null && to > from + 1) {
                to--;
                piece = number(word, from, to);
            }
            if (piece == null) {
                return new long[] {unknown};
            }
            pieces.add(piece);
            from = to;
        }
        return pieces.build().toArray();
    }

    private @Nullable Integer number(String word, int from, int to) {
        var piece = word.substring(from, to);
        return numbers.get(from == 0 ? piece : INSIDE + piece);
    }
}
