package dev.parley.platform.search;

import java.util.Arrays;

/// A growing set of moments.
final class Moments {
    private long[] values = new long[2];
    private int size;

    static Moments of(long[] values) {
        var moments = new Moments();
        moments.values = values.clone();
        moments.size = values.length;
        return moments;
    }

    void add(long moment) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = moment;
    }

    /// Each once, newest first.
    long[] newestFirst() {
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        var reversed = new long[size];
        int count = 0;
        for (int i = size - 1; i >= 0; i--) {
            if (count == 0 || reversed[count - 1] != sorted[i]) {
                reversed[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(reversed, count);
    }

    /// Those of `these` that are among `others`; both newest first.
    static long[] common(long[] these, long[] others) {
        var kept = new long[Math.min(these.length, others.length)];
        int count = 0;
        for (int i = 0, k = 0; i < these.length && k < others.length; ) {
            if (these[i] == others[k]) {
                kept[count++] = these[i];
                i++;
                k++;
            } else if (these[i] > others[k]) {
                i++;
            } else {
                k++;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
