package dev.parley.platform.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Tokens, each with the places of the records of a segment that hold it, as bytes: for each token
/// its length and text, the length of its places, and these in rising order as differences.
final class Postings {
    private Postings() {}

    static byte[] write(SortedMap<String, Places> tokens) {
        var out = new ByteArrayOutputStream();
        tokens.forEach((token, places) -> {
            var text = token.getBytes(StandardCharsets.UTF_8);
            var differences = differences(places.rising());
            Numbers.write(out, text.length);
            out.writeBytes(text);
            Numbers.write(out, differences.length);
            out.writeBytes(differences);
        });
        return out.toByteArray();
    }

    /// The places of `token`; none when it is not there.
    static int[] find(byte[] bytes, String token) {
        var text = token.getBytes(StandardCharsets.UTF_8);
        var in = new Numbers(bytes);
        while (in.hasMore()) {
            int length = (int) in.next();
            int at = in.skip(length);
            int size = (int) in.next();
            if (length == text.length && Arrays.equals(bytes, at, at + length, text, 0, length)) {
                return places(in, size);
            }
            in.skip(size);
        }
        return new int[0];
    }

    /// All tokens with their places.
    static SortedMap<String, int[]> read(byte[] bytes) {
        var tokens = new TreeMap<String, int[]>();
        var in = new Numbers(bytes);
        while (in.hasMore()) {
            int length = (int) in.next();
            var token = new String(bytes, in.skip(length), length, StandardCharsets.UTF_8);
            tokens.put(token, places(in, (int) in.next()));
        }
        return tokens;
    }

    private static byte[] differences(int[] rising) {
        var out = new ByteArrayOutputStream(rising.length * 2);
        int before = 0;
        for (int place : rising) {
            Numbers.write(out, place - before);
            before = place;
        }
        return out.toByteArray();
    }

    private static int[] places(Numbers in, int size) {
        var places = new int[in.count(size)];
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            place += (int) in.next();
            places[i] = place;
        }
        return places;
    }
}
