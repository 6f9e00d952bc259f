package dev.parley.audio;

/// Changes how many samples a second there are: a polyphase filter of windowed sines, one branch
/// for each place a new sample can have between two old ones. Keeps what the next call needs; no
/// call allocates.
///
/// Between 8,000, 16,000, 22,050, 24,000, 44,100 and 48,000 samples a second the loudness of tones
/// up to 0.85 of what the slower side can carry changes by less than 0.1 dB, and what it cannot
/// carry, from 1.15 of that on, is at least 60 dB quieter (`ResamplerTest`).
public final class Resampler {
    /// Zero crossings of the sine on each side.
    private static final int CROSSINGS = 24;

    /// Kaiser's window, for 70 dB; J. F. Kaiser, "Nonrecursive digital filter design", 1974.
    private static final double BETA = 6.8;

    private final int up;
    private final int down;
    private final int taps;
    private final float[][] branches;
    private final float[] past;
    private int filled;
    private int phase;

    /// @param from samples a second that come
    /// @param to samples a second that are wanted
    public Resampler(int from, int to) {
        int common = gcd(from, to);
        this.up = to / common;
        this.down = from / common;
        double cutoff = Math.min(1.0, (double) to / from);
        int half = from == to ? 0 : (int) Math.ceil(CROSSINGS / cutoff);
        this.taps = from == to ? 1 : 2 * half;
        this.branches = from == to ? new float[][] {{1}} : branches(cutoff, half);
        this.past = new float[taps + MOST];
        this.filled = taps - 1;
    }

    /// Samples that are worked on at once.
    private static final int MOST = 4_096;

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
        int made = at;
        int start = 0;
        while (start + taps <= filled) {
            into[made++] = sum(branches[phase], start);
            phase += down;
            start += phase / up;
            phase %= up;
        }
        int left = filled - start;
        if (left > 0) {
            System.arraycopy(past, start, past, 0, left);
        }
        filled = left;
        return made;
    }

    private float sum(float[] branch, int start) {
        float sum = 0;
        for (int i = 0; i < branch.length; i++) {
            sum += branch[i] * past[start + i];
        }
        return sum;
    }

    private float[][] branches(double cutoff, int half) {
        var all = new float[up][2 * half];
        for (int branch = 0; branch < up; branch++) {
            double sum = 0;
            for (int i = 0; i < 2 * half; i++) {
                double place = i - half + 1 - (double) branch / up;
                double value = cutoff * sinc(cutoff * place) * kaiser(place / half);
                all[branch][i] = (float) value;
                sum += value;
            }
            for (int i = 0; i < 2 * half; i++) {
                all[branch][i] /= (float) sum;
            }
        }
        return all;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /// The modified Bessel function of the first kind and order zero, by its series.
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
