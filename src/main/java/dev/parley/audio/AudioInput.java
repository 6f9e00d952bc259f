package dev.parley.audio;

/// Sound of a line on its way in: any number of bytes at a time, handed on in whole frames of
/// [Pcm]. Allocates nothing once it is made.
public final class AudioInput {
    private static final float FULL = 32_768f;

    /// Samples of a line that are worked on at once.
    private static final int MOST = 1_024;

    private final AudioFormat format;
    private final FrameSink sink;
    private final Resampler resampler;
    private final byte[] partial;
    private final float[] samples = new float[MOST];
    private final float[] resampled;
    private final short[] frame = new short[Pcm.FRAME];
    private int partialBytes;
    private int count;
    private int filled;

    public AudioInput(AudioFormat format, FrameSink sink) {
        this.format = format;
        this.sink = sink;
        this.resampler = new Resampler(format.rate(), Pcm.RATE);
        this.partial = new byte[format.sampleBytes()];
        this.resampled = new float[resampler.most(MOST)];
    }

    /// The next bytes. What is no number, or louder than can be, is made sound that can be (W9).
    public void accept(byte[] bytes, int offset, int length) {
        int size = partial.length;
        int at = offset;
        int end = offset + length;
        while (partialBytes > 0 && at < end) {
            partial[partialBytes++] = bytes[at++];
            if (partialBytes == size) {
                add(partial, 0);
                partialBytes = 0;
            }
        }
        for (; end - at >= size; at += size) {
            add(bytes, at);
        }
        while (at < end) {
            partial[partialBytes++] = bytes[at++];
        }
        flush();
    }

    private void add(byte[] bytes, int at) {
        samples[count++] =
                switch (format) {
                    case PCM_F32LE_44100 -> sound(Float.intBitsToFloat(int32(bytes, at)));
                    case PCM_S16LE_16000, PCM_S16LE_24000 ->
                            (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
                    case MULAW_8000 -> G711.fromMulaw(bytes[at]);
                    case ALAW_8000 -> G711.fromAlaw(bytes[at]);
                };
        if (count == MOST) {
            flush();
        }
    }

    private void flush() {
        int made = resampler.resample(samples, count, resampled);
        count = 0;
        for (int i = 0; i < made; i++) {
            frame[filled++] = Samples.clip(resampled[i]);
            if (filled == Pcm.FRAME) {
                filled = 0;
                sink.accept(frame);
            }
        }
    }

    private static int int32(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | bytes[at + 3] << 24;
    }

    private static float sound(float sample) {
        return Float.isNaN(sample) ? 0 : Math.clamp(sample, -1f, 1f) * FULL;
    }
}
