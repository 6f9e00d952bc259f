package dev.parley.audio;

/// The companding of telephones, after ITU-T G.711 (11/1988): 8 bits a sample, finer where it is
/// quiet.
public final class G711 {
    private static final int MULAW_BIAS = 0x84;
    private static final int MULAW_CLIP = 32_635;
    private static final int CODES = 256;

    private static final short[] MULAW = new short[CODES];
    private static final short[] ALAW = new short[CODES];
    private static final byte[] TO_MULAW = new byte[1 << 16];
    private static final byte[] TO_ALAW = new byte[1 << 16];

    static {
        for (int code = 0; code < CODES; code++) {
            MULAW[code] = mulaw(code);
            ALAW[code] = alaw(code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            TO_MULAW[sample & 0xFFFF] = toMulaw(sample);
            TO_ALAW[sample & 0xFFFF] = toAlaw(sample);
        }
    }

    private G711() {}

    /// The sample of a code, µ-law.
    public static short fromMulaw(byte code) {
        return MULAW[code & 0xFF];
    }

    static short fromAlaw(byte code) {
        return ALAW[code & 0xFF];
    }

    /// The code of a sample, µ-law.
    public static byte mulaw(short sample) {
        return TO_MULAW[sample & 0xFFFF];
    }

    static byte alaw(short sample) {
        return TO_ALAW[sample & 0xFFFF];
    }

    private static short mulaw(int code) {
        int inverted = ~code & 0xFF;
        int exponent = inverted >> 4 & 7;
        int magnitude = (((inverted & 0xF) << 3) + MULAW_BIAS << exponent) - MULAW_BIAS;
        return (short) ((inverted & 0x80) == 0 ? magnitude : -magnitude);
    }

    private static byte toMulaw(int sample) {
        int magnitude = Math.min(Math.abs(sample), MULAW_CLIP) + MULAW_BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = magnitude >> exponent + 3 & 0xF;
        return (byte) ~((sample < 0 ? 0x80 : 0) | exponent << 4 | mantissa);
    }

    private static short alaw(int code) {
        int toggled = code ^ 0x55;
        int exponent = toggled >> 4 & 7;
        int base = (toggled & 0xF) << 4 | 8;
        int magnitude = exponent == 0 ? base : base + 0x100 << exponent - 1;
        return (short) ((toggled & 0x80) == 0 ? -magnitude : magnitude);
    }

    private static byte toAlaw(int sample) {
        int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, Short.MAX_VALUE);
        int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
        int mantissa = magnitude >> (exponent == 0 ? 4 : exponent + 3) & 0xF;
        return (byte) ((sample < 0 ? 0 : 0x80 | 0) ^ 0x55 ^ (exponent << 4 | mantissa));
    }
}
