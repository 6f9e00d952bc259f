package dev.parley.recordings;

import dev.parley.audio.Pcm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Two sides of a call side by side in time. Frames find their places by when they are heard; those
/// that come a little early or late follow the one before, so that jitter makes no holes.
final class Tracks {
    static final int CALLER = 0;
    static final int AGENT = 1;

    private static final long FRAME_NANOS = Pcm.FRAME_MILLIS * 1_000_000L;

    /// Frames of half a second, which go to disk together.
    private static final int BLOCK = 500 / Pcm.FRAME_MILLIS;

    /// The agent's frames come this much before they are heard, and a line may be held up.
    private static final int AHEAD = 2 * BLOCK;

    /// Frames that come this soon after another were held up together.
    private static final long HEAP = FRAME_NANOS / 2;

    private static final long HOLE = 3 * FRAME_NANOS;

    /// Three frames to either side are jitter.
    private static final int JITTER = 3;

    private static final int SLOTS = BLOCK + AHEAD;
    private static final byte SILENCE = WavFile.code((short) 0);

    private final byte[] codes = new byte[SLOTS * Pcm.FRAME * WavFile.CHANNELS];
    private final long[] next = new long[WavFile.CHANNELS];
    private final long[] last = new long[WavFile.CHANNELS];
    private final long began;
    private long written;

    /// @param began when the first frame is heard, by `System.nanoTime()`
    Tracks(long began) {
        this.began = began;
        Arrays.fill(codes, SILENCE);
    }

    /// Puts a frame in its place.
    ///
    /// @return half a second of both sides that is complete; null for none
    byte @Nullable [] put(int side, short[] frame, long nanos) {
        long place = place(side, nanos);
        var full = place >= written + SLOTS ? cut() : null;
        if (place < written || place >= written + SLOTS) {
            return full;
        }
        next[side] = place + 1;
        int at = (int) (place % SLOTS) * Pcm.FRAME * WavFile.CHANNELS + side;
        for (int i = 0; i < Pcm.FRAME; i++) {
            codes[at + i * WavFile.CHANNELS] = WavFile.code(frame[i]);
        }
        return full;
    }

    /// No frame goes before the one it follows. A caller's frames that were held up on their way
    /// come in a heap: they belong into the hole they have left, so the first after a hole, and
    /// those that come right behind it, are no reason to skip it.
    private long place(int side, long nanos) {
        long byTime = Math.floorDiv(nanos - began + FRAME_NANOS / 2, FRAME_NANOS);
        long since = nanos - last[side];
        last[side] = nanos;
        boolean isHeap = side == CALLER && next[side] > 0 && (since < HEAP || since > HOLE);
        return byTime - next[side] > JITTER && !isHeap ? byTime : next[side];
    }

    /// The oldest half second, which nothing is added to any more.
    private byte[] cut() {
        var block = new byte[BLOCK * Pcm.FRAME * WavFile.CHANNELS];
        for (int i = 0; i < BLOCK; i++) {
            take((int) ((written + i) % SLOTS), block, i);
        }
        written += BLOCK;
        return block;
    }

    /// What is left.
    byte[] rest() {
        long last = Math.max(next[CALLER], next[AGENT]);
        int count = Math.clamp(last - written, 0, SLOTS);
        var block = new byte[count * Pcm.FRAME * WavFile.CHANNELS];
        for (int i = 0; i < count; i++) {
            take((int) ((written + i) % SLOTS), block, i);
        }
        written += count;
        return block;
    }

    private void take(int slot, byte[] block, int place) {
        int length = Pcm.FRAME * WavFile.CHANNELS;
        System.arraycopy(codes, slot * length, block, place * length, length);
        Arrays.fill(codes, slot * length, (slot + 1) * length, SILENCE);
    }
}
