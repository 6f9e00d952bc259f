package dev.parley.audio;

import java.io.IOException;
import java.io.InputStream;

/// Frames of [Pcm] out of a stream of 16-bit samples of one channel, the least significant byte
/// first.
public final class Frames {
    private static final int MOST = 1_024;

    private final InputStream samples;
    private final Resampler resampler;
    private final byte[] bytes = new byte[2 * MOST];
    private final float[] read = new float[MOST];
    private final float[] resampled;
    private int oddByte = -1;
    private int from;
    private int to;
    private boolean isAtEnd;

    private Frames(InputStream samples, int sampleRate) {
        this.samples = samples;
        this.resampler = new Resampler(sampleRate, Pcm.RATE);
        this.resampled = new float[resampler.most(MOST)];
    }

    /// @param sampleRate samples a second, 8,000 to 192,000
    public static Frames of(InputStream samples, int sampleRate) {
        return new Frames(samples, sampleRate);
    }

    /// Reads the next frame; blocks until it is there. The last one is filled up with silence.
    ///
    /// @return false at the end
    public boolean next(short[] frame) throws IOException {
        int filled = 0;
        while (filled < Pcm.FRAME) {
            if (from == to && !more()) {
                break;
            }
            int count = Math.min(Pcm.FRAME - filled, to - from);
            for (int i = 0; i < count; i++) {
                frame[filled + i] = Samples.clip(resampled[from + i]);
            }
            from += count;
            filled += count;
        }
        for (int i = filled; filled > 0 && i < Pcm.FRAME; i++) {
            frame[i] = 0;
        }
        return filled > 0;
    }

    private boolean more() throws IOException {
        from = 0;
        to = 0;
        while (to == 0 && !isAtEnd) {
            int start = oddByte < 0 ? 0 : 1;
            bytes[0] = (byte) oddByte;
            int count = samples.read(bytes, start, bytes.length - start);
            if (count < 0) {
                isAtEnd = true;
            } else {
                to = resampled(start + count);
            }
        }
        return to > 0;
    }

    private int resampled(int count) {
        for (int i = 0; i < count / 2; i++) {
            read[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
        }
        oddByte = count % 2 == 0 ? -1 : bytes[count - 1] & 0xFF;
        return resampler.resample(read, count / 2, resampled);
    }
}
