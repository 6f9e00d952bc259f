package dev.parley.platform.search;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The moments of the records of a segment, newest first; a record's place is its index here. Those
/// of records that changed or are gone keep their place and are marked.
final class Moments {
    private static final long GONE = 1;

    private final long[] newestFirst;
    private final boolean[] isGone;

    Moments(long[] newestFirst) {
        this(newestFirst, new boolean[newestFirst.length]);
    }

    private Moments(long[] newestFirst, boolean[] isGone) {
        this.newestFirst = newestFirst;
        this.isGone = isGone;
    }

    long newest() {
        return newestFirst[0];
    }

    long oldest() {
        return newestFirst[newestFirst.length - 1];
    }

    long at(int place) {
        return newestFirst[place];
    }

    /// Marks those of `moments` that are here.
    ///
    /// @return the places that were not marked before
    List<Integer> forget(Set<Long> moments) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < newestFirst.length; i++) {
            if (!isGone[i] && moments.contains(newestFirst[i])) {
                isGone[i] = true;
                places.add(i);
            }
        }
        return places;
    }

    /// Differences from one to the next, the first from the newest, each with its mark.
    byte[] written() {
        var out = new ByteArrayOutputStream(newestFirst.length * 6);
        long before = newest();
        for (int i = 0; i < newestFirst.length; i++) {
            Numbers.write(out, before - newestFirst[i] << 1 | (isGone[i] ? GONE : 0));
            before = newestFirst[i];
        }
        return out.toByteArray();
    }

    static Moments read(long newest, byte[] bytes) {
        var in = new Numbers(bytes);
        int count = in.count(bytes.length);
        var moments = new long[count];
        var isGone = new boolean[count];
        long before = newest;
        for (int i = 0; i < count; i++) {
            long number = in.next();
            before -= number >>> 1;
            moments[i] = before;
            isGone[i] = (number & GONE) != 0;
        }
        return new Moments(moments, isGone);
    }
}
