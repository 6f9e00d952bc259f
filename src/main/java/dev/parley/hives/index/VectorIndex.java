package dev.parley.hives.index;

import dev.parley.providers.embeddings.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vectors of passages: one for the middle of each, and in a hive that is not too large those
/// of its pieces. A number takes one byte, a quarter of what is stored; that changes products in
/// the third digit.
final class VectorIndex {
    /// More pieces than those of so many passages are not kept in memory.
    static final int FINE_UP_TO = 5_000;

    private final List<@Nullable Small> middles;
    private final List<List<Small>> pieces;

    private VectorIndex(List<@Nullable Small> middles, List<List<Small>> pieces) {
        this.middles = middles;
        this.pieces = pieces;
    }

    /// A vector in bytes.
    record Small(byte[] numbers, float scale) {
        static Small of(float[] vector) {
            float largest = 1e-9f;
            for (float x : vector) {
                largest = Math.max(largest, Math.abs(x));
            }
            float scale = largest / Byte.MAX_VALUE;
            var numbers = new byte[vector.length];
            for (int i = 0; i < vector.length; i++) {
                numbers[i] = (byte) Math.round(vector[i] / scale);
            }
            return new Small(numbers, scale);
        }

        float product(Small other) {
            var mine = numbers;
            var others = other.numbers;
            if (mine.length != others.length) {
                return 0;
            }
            int sum = 0;
            for (int i = 0; i < mine.length; i++) {
                sum += mine[i] * others[i];
            }
            return sum * scale * other.scale;
        }
    }

    /// How near each passage as a whole is to a question; [Float#NaN] where there is no vector.
    float[] likeness(Small question) {
        var likeness = new float[middles.size()];
        for (int at = 0; at < likeness.length; at++) {
            var middle = middles.get(at);
            likeness[at] = middle == null ? Float.NaN : middle.product(question);
        }
        return likeness;
    }

    /// How near the nearest piece of passage `at` is to a question; `whole` where none is kept.
    float nearest(int at, Small question, float whole) {
        float nearest = -1;
        for (var piece : pieces.get(at)) {
            nearest = Math.max(nearest, piece.product(question));
        }
        return nearest < 0 ? whole : nearest;
    }

    /// How many passages have no vector.
    long lacking() {
        return middles.stream().filter(middle -> middle == null).count();
    }

    /// About how many bytes it takes.
    long weight() {
        long vectors = middles.size() + pieces.stream().mapToLong(List::size).sum();
        return middles.stream()
                        .filter(middle -> middle != null)
                        .mapToLong(middle -> middle.numbers().length + 48L)
                        .findFirst()
                        .orElse(0)
                * vectors;
    }

    /// Takes passages in ascending order.
    static final class Builder {
        private final List<@Nullable Small> middles = new ArrayList<>();
        private final List<List<Small>> pieces = new ArrayList<>();
        private boolean isFine = true;

        /// @param vectors of the passage's pieces; may be none
        void add(List<float[]> vectors) {
            middles.add(vectors.isEmpty() ? null : Small.of(Vectors.middle(vectors)));
            if (isFine && middles.size() > FINE_UP_TO) {
                isFine = false;
                pieces.replaceAll(_ -> List.of());
            }
            boolean keeps = isFine && vectors.size() > 1;
            pieces.add(keeps ? vectors.stream().map(Small::of).toList() : List.of());
        }

        VectorIndex build() {
            return new VectorIndex(Arrays.asList(middles.toArray(Small[]::new)), pieces);
        }
    }
}
