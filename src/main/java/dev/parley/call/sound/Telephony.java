package dev.parley.call.sound;

/// G.711 µ-law (ITU-T G.711), written here a second time on purpose: what tests the server's codec
/// must not be that codec.
public final class Telephony {
    private static final int BIAS = 0x84;
    private static final int LOUDEST = 32_635;
    private static final short[] DECODED = decoded();

    private Telephony() {}

    /// Samples a second.
    public static final int RATE = 8_000;

    public static byte[] encode(short[] samples) {
        var bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = encode(samples[i]);
        }
        return bytes;
    }

    public static short[] decode(byte[] bytes) {
        var samples = new short[bytes.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = DECODED[bytes[i] & 0xff];
        }
        return samples;
    }

    private static byte encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = magnitude >> (exponent + 3) & 0x0f;
        return (byte) ~(sign | exponent << 4 | mantissa);
    }

    private static short[] decoded() {
        var table = new short[256];
        for (int i = 0; i < table.length; i++) {
            int bits = ~i & 0xff;
            int exponent = bits >> 4 & 7;
            int magnitude = (((bits & 0x0f) << 3) + BIAS << exponent) - BIAS;
            table[i] = (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
        }
        return table;
    }
}
