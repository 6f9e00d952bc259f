package dev.parley.audio.voice;

import java.util.Arrays;

/// Tells the agent's own voice, which comes back on lines that echo, from the caller's: what comes
/// back is quieter than what was sent, by 10 decibels at least, and comes within half a second.
///
/// A caller who is so much quieter than the agent is not heard over it; lines with an echo that is
/// louder need an echo canceller at their end, as browsers and telephones have.
public final class EchoGuard {
    /// Decibels between what was sent and its loudest echo.
    private static final double RETURN_LOSS = 10;

    /// Frames of half a second and a bit: as long as an echo may be under way.
    private static final int MEMORY = 32;

    private static final long FRAME_NANOS = 20_000_000;

    /// Sound is sent ahead of when it should be heard, and some lines play it at once.
    private static final long AHEAD_NANOS = 250_000_000;

    private final double[] sent = new double[MEMORY];
    private final long[] heardAt = new long[MEMORY];
    private int next;

    public EchoGuard() {
        Arrays.fill(sent, Loudness.FLOOR);
    }

    /// The agent's frame, heard by the caller at that moment.
    public void played(short[] frame, long nanos) {
        sent[next] = Loudness.of(frame);
        heardAt[next] = nanos;
        next = (next + 1) % MEMORY;
    }

    /// Whether a frame that came at that moment holds nothing but the agent's own voice.
    public boolean isEcho(short[] frame, long nanos) {
        double loudest = Loudness.FLOOR;
        for (int i = 0; i < MEMORY; i++) {
            long age = nanos - heardAt[i];
            if (age >= -AHEAD_NANOS && age <= (MEMORY - 1) * FRAME_NANOS) {
                loudest = Math.max(loudest, sent[i]);
            }
        }
        return loudest > Loudness.FLOOR && Loudness.of(frame) < loudest - RETURN_LOSS;
    }
}
