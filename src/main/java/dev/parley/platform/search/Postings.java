package dev.parley.platform.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tokens, each with the moments of the records that hold it, newest first, as bytes: for each
/// token its length and text, the length of its moments, and these as differences, the first from
/// the segment's newest moment. Numbers are variable-length, seven bits a byte, low ones first.
final class Postings {
    private Postings() {}

    /// @param newest not before any of the moments
    static byte[] write(long newest, SortedMap<String, Moments> tokens) {
        var out = new ByteArrayOutputStream();
        tokens.forEach((token, moments) -> {
            var text = token.getBytes(StandardCharsets.UTF_8);
            var differences = differences(newest, moments.newestFirst());
            number(out, text.length);
            out.writeBytes(text);
            number(out, differences.length);
            out.writeBytes(differences);
        });
        return out.toByteArray();
    }

    /// The moments of `token`, newest first; none when it is not there.
    static long[] find(byte[] bytes, long newest, String token) {
        var text = token.getBytes(StandardCharsets.UTF_8);
        var in = new Reader(bytes);
        while (in.hasMore()) {
            int length = (int) in.number();
            boolean isIt = in.startsWith(text, length);
            in.at += length;
            int size = (int) in.number();
            if (isIt) {
                return moments(in, size, newest);
            }
            in.at += size;
        }
        return new long[0];
    }

    /// All tokens with their moments.
    static SortedMap<String, long[]> read(byte[] bytes, long newest) {
        var tokens = new TreeMap<String, long[]>();
        var in = new Reader(bytes);
        while (in.hasMore()) {
            int length = (int) in.number();
            var token = new String(bytes, in.at, length, StandardCharsets.UTF_8);
            in.at += length;
            int size = (int) in.number();
            tokens.put(token, moments(in, size, newest));
        }
        return tokens;
    }

    /// Moments alone.
    static byte[] times(long newest, Moments moments) {
        return differences(newest, moments.newestFirst());
    }

    static long[] times(long newest, byte[] bytes) {
        return moments(new Reader(bytes), bytes.length, newest);
    }

    private static byte[] differences(long newest, long[] moments) {
        var out = new ByteArrayOutputStream(moments.length * 4);
        long before = newest;
        for (long moment : moments) {
            number(out, before - moment);
            before = moment;
        }
        return out.toByteArray();
    }

    private static long[] moments(Reader in, int size, long newest) {
        int end = in.at + size;
        var moments = new long[in.numbersUntil(end)];
        long moment = newest;
        for (int i = 0; in.at < end; i++) {
            moment -= in.number();
            moments[i] = moment;
        }
        return moments;
    }

    private static void number(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        boolean startsWith(byte[] text, int length) {
            return text.length == length && Arrays.equals(bytes, at, at + length, text, 0, length);
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        int numbersUntil(int end) {
            int count = 0;
            for (int i = at; i < end; i++) {
                count += bytes[i] >= 0 ? 1 : 0;
            }
            return count;
        }
    }
}
