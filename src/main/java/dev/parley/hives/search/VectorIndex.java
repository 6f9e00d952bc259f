package dev.parley.hives.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The vectors of passages in one byte a number, a quarter of what they are stored in: the products
/// differ in the third digit.
final class VectorIndex {
    private final byte @Nullable [][] vectors;
    private final float[] scales;

    private VectorIndex(byte @Nullable [][] vectors, float[] scales) {
        this.vectors = vectors;
        this.scales = scales;
    }

    /// The product of each passage's vector with that of a question; 0 where there is none.
    float[] products(float[] question) {
        var asked = new byte[question.length];
        float scale = shrink(question, asked);
        var products = new float[vectors.length];
        for (int at = 0; at < vectors.length; at++) {
            var vector = vectors[at];
            if (vector != null && vector.length == asked.length) {
                products[at] = product(vector, asked) * scales[at] * scale;
            }
        }
        return products;
    }

    /// About how many bytes it takes.
    long weight() {
        return Arrays.stream(vectors).mapToLong(v -> v == null ? 12 : v.length + 32).sum();
    }

    private static int product(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static float shrink(float[] vector, byte[] into) {
        float largest = 1e-9f;
        for (float x : vector) {
            largest = Math.max(largest, Math.abs(x));
        }
        float scale = largest / Byte.MAX_VALUE;
        for (int i = 0; i < vector.length; i++) {
            into[i] = (byte) Math.round(vector[i] / scale);
        }
        return scale;
    }

    /// Takes passages in ascending order.
    static final class Builder {
        private byte @Nullable [][] vectors = new byte[16][];
        private float[] scales = new float[16];
        private int size;

        void add(float @Nullable [] vector) {
            if (size == scales.length) {
                vectors = Arrays.copyOf(vectors, size * 2);
                scales = Arrays.copyOf(scales, size * 2);
            }
            if (vector != null) {
                var small = new byte[vector.length];
                scales[size] = shrink(vector, small);
                vectors[size] = small;
            }
            size++;
        }

        VectorIndex build() {
            return new VectorIndex(Arrays.copyOf(vectors, size), Arrays.copyOf(scales, size));
        }
    }
}
