package dev.parley.audio;

/// Changes how many samples a second there are, by a [ResamplingFilter]. Keeps what the next call
/// needs; no call allocates.
///
/// Between 8,000, 16,000, 22,050, 24,000, 44,100 and 48,000 samples a second the loudness of tones
/// up to 0.85 of what the slower side can carry changes by less than 0.1 dB, and what it cannot
/// carry, from 1.15 of that on, is at least 60 dB quieter (`ResamplerTest`).
public final class Resampler {
    /// Samples that are worked on at once.
    private static final int MOST = 1_024;

    private final int up;
    private final int down;
    private final int taps;
    private final float[][] branches;
    private final float[] past;
    private final Lanes lanes;
    private int filled;
    private int phase;

    /// @param from samples a second that come
    /// @param to samples a second that are wanted
    public Resampler(int from, int to) {
        var filter = ResamplingFilter.between(from, to);
        this.up = filter.up();
        this.down = filter.down();
        this.branches = filter.branches();
        this.taps = branches[0].length;
        this.past = new float[taps + MOST];
        this.lanes = new Lanes(filter, past.length);
        this.filled = taps - 1;
    }

    /// Turns `count` samples into new ones.
    ///
    /// @param into has room for [#most]
    /// @return how many there are
    public int resample(float[] samples, int count, float[] into) {
        int made = 0;
        for (int from = 0; from < count; from += MOST) {
            made = some(samples, from, Math.min(MOST, count - from), into, made);
        }
        return made;
    }

    /// How many samples can come of `count`.
    public int most(int count) {
        return (int) ((long) count * up / down) + 2;
    }

    /// Forgets what came before.
    public void reset() {
        java.util.Arrays.fill(past, 0);
        filled = taps - 1;
        phase = 0;
    }

    private int some(float[] samples, int offset, int count, float[] into, int at) {
        System.arraycopy(samples, offset, past, filled, count);
        filled += count;
        int made = lanes.pay() ? lanes.resample(past, filled, phase, into, at) : oneByOne(into, at);
        long moved = phase + (long) made * down;
        int start = (int) (moved / up);
        phase = (int) (moved % up);
        int left = filled - start;
        if (left > 0) {
            System.arraycopy(past, start, past, 0, left);
        }
        filled = left;
        return at + made;
    }

    private int oneByOne(float[] into, int at) {
        int made = 0;
        int branch = phase;
        for (int start = 0; start + taps <= filled; made++) {
            into[at + made] = sum(branches[branch], start);
            branch += down;
            start += branch / up;
            branch %= up;
        }
        return made;
    }

    /// Four sums side by side: one alone would make every addition wait for the one before.
    private float sum(float[] branch, int start) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int at = start;
        for (int i = 0; i + 3 < branch.length; i += 4, at += 4) {
            first += branch[i] * past[at];
            second += branch[i + 1] * past[at + 1];
            third += branch[i + 2] * past[at + 2];
            fourth += branch[i + 3] * past[at + 3];
        }
        return first + second + (third + fourth);
    }
}
