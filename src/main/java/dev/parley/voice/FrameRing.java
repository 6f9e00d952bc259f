package dev.parley.voice;

import dev.parley.audio.Pcm;
import java.util.concurrent.locks.LockSupport;

/// Frames of sound between the thread that makes them and the loop that sends them: one writes, one
/// reads, neither takes a lock.
final class FrameRing {
    /// Four seconds; more is not made ahead.
    private static final int FRAMES = 200;

    private static final long NAP_NANOS = 20_000_000;

    private final short[] samples = new short[FRAMES * Pcm.FRAME];
    private volatile long written;
    private volatile long read;
    private volatile boolean isClosed;

    /// Waits until there is room.
    ///
    /// @return false when nobody will read it
    boolean put(short[] frame) {
        while (written - read == FRAMES && !isClosed) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        if (isClosed) {
            return false;
        }
        System.arraycopy(frame, 0, samples, place(written), Pcm.FRAME);
        written = written + 1;
        return true;
    }

    /// The next frame, if there is one.
    boolean take(short[] frame) {
        if (read == written) {
            return false;
        }
        System.arraycopy(samples, place(read), frame, 0, Pcm.FRAME);
        read = read + 1;
        return true;
    }

    /// Nothing more is read.
    void close() {
        isClosed = true;
    }

    private static int place(long index) {
        return (int) (index % FRAMES) * Pcm.FRAME;
    }
}
