package dev.parley.audio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A polyphase filter of windowed sines: one branch of weights for each place a new sample can have
/// between two old ones. Branches are as long as a multiple of four.
///
/// @param up new samples in every `down` old ones
record ResamplingFilter(int up, int down, float[][] branches) {
    /// Zero crossings of the sine on each side.
    private static final int CROSSINGS = 24;

    /// Kaiser's window, for 70 dB; J. F. Kaiser, "Nonrecursive digital filter design", 1974.
    private static final double BETA = 6.8;

    /// The rates that are kept; others, which only a client's odd file has, are worked out anew.
    private static final int MOST_KEPT = 64;

    private static final Map<Rates, ResamplingFilter> KEPT = new ConcurrentHashMap<>();

    private record Rates(int from, int to) {}

    /// @param from samples a second that come
    /// @param to samples a second that are wanted
    static ResamplingFilter between(int from, int to) {
        var rates = new Rates(from, to);
        var kept = KEPT.get(rates);
        if (kept != null) {
            return kept;
        }
        var made = make(from, to);
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(rates, made);
        }
        return made;
    }

    private static ResamplingFilter make(int from, int to) {
        if (from == to) {
            return new ResamplingFilter(1, 1, new float[][] {{0, 0, 0, 1}});
        }
        int common = gcd(from, to);
        double cutoff = Math.min(1.0, (double) to / from);
        int half = 2 * (int) Math.ceil(CROSSINGS / cutoff / 2);
        return new ResamplingFilter(
                to / common, from / common, branches(to / common, cutoff, half));
    }

    private static float[][] branches(int up, double cutoff, int half) {
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
