package dev.parley.providers.embeddings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Vectors of length one.
public final class Vectors {
    private Vectors() {}

    /// `vector` brought to the length of one, in its place.
    public static float[] normal(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    /// Vectors of one model one after the other, as little-endian 32-bit floats.
    public static byte[] bytes(List<float[]> vectors) {
        int numbers = vectors.stream().mapToInt(vector -> vector.length).sum();
        var bytes = ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var floats = bytes.asFloatBuffer();
        vectors.forEach(floats::put);
        return bytes.array();
    }

    /// What [#bytes] wrote.
    ///
    /// @param dimensions of each vector
    public static List<float[]> read(byte[] bytes, int dimensions) {
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var vectors = new ArrayList<float[]>();
        while (floats.remaining() >= dimensions) {
            var vector = new float[dimensions];
            floats.get(vector);
            vectors.add(vector);
        }
        return vectors;
    }

    /// Of length one, in the middle of `vectors`.
    public static float[] middle(List<float[]> vectors) {
        var sum = new float[vectors.getFirst().length];
        for (var vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return normal(sum);
    }
}
