package dev.parley.call.sound;

import java.util.Arrays;

/// One channel of sound.
///
/// @param rate samples a second
/// @param samples signed, 16 bits
public record Sound(int rate, short[] samples) {
    /// Of a window that weighs neighbours in; more would not be heard.
    private static final int NEIGHBOURS = 16;

    /// Of full scale; what is quieter counts as a pause.
    private static final double AUDIBLE = 0.01;

    public static Sound silence(int rate, int millis) {
        return new Sound(rate, new short[rate * millis / 1_000]);
    }

    public int millis() {
        return (int) (samples.length * 1_000L / rate);
    }

    /// The same with another number of samples a second: every new sample is the sum of its
    /// neighbours weighed by a windowed sinc, low enough that nothing folds back.
    public Sound at(int wanted) {
        if (wanted == rate) {
            return this;
        }
        double step = (double) rate / wanted;
        double cut = Math.min(1, 1 / step);
        var out = new short[(int) (samples.length / step)];
        for (int i = 0; i < out.length; i++) {
            out[i] = clip(around(i * step, cut));
        }
        return new Sound(wanted, out);
    }

    /// Without the pauses before and after it, so that its end is where the voice ends.
    public Sound trimmed() {
        int frame = Math.max(1, rate / 50);
        int from = 0;
        int to = samples.length;
        while (from + frame < to && !isAudible(samples, from, frame)) {
            from += frame;
        }
        while (to - frame > from && !isAudible(samples, to - frame, frame)) {
            to -= frame;
        }
        return new Sound(rate, Arrays.copyOfRange(samples, from, to));
    }

    /// Whether there is more than noise in `length` samples.
    public static boolean isAudible(short[] samples, int from, int length) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / Math.max(1, length)) > AUDIBLE * Short.MAX_VALUE;
    }

    private double around(double position, double cut) {
        int reach = (int) Math.ceil(NEIGHBOURS / cut);
        int first = Math.max(0, (int) Math.floor(position) - reach + 1);
        int last = Math.min(samples.length - 1, (int) Math.floor(position) + reach);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double distance = position - i;
            double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
            sum += samples[i] * cut * sinc(distance * cut) * window;
        }
        return sum;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static short clip(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
