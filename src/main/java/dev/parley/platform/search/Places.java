package dev.parley.platform.search;

import java.util.Arrays;

/// A growing list of places in a segment, added in rising order, each kept once.
final class Places {
    private int[] values = new int[2];
    private int size;

    static Places of(int[] rising) {
        var places = new Places();
        places.values = rising;
        places.size = rising.length;
        return places;
    }

    void add(int place) {
        if (size > 0 && values[size - 1] == place) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = place;
    }

    int[] rising() {
        return Arrays.copyOf(values, size);
    }

    /// Those of `these` that are among `others`; both rising.
    static int[] common(int[] these, int[] others) {
        var kept = new int[Math.min(these.length, others.length)];
        int count = 0;
        for (int i = 0, k = 0; i < these.length && k < others.length; ) {
            if (these[i] == others[k]) {
                kept[count++] = these[i];
                i++;
                k++;
            } else if (these[i] < others[k]) {
                i++;
            } else {
                k++;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
