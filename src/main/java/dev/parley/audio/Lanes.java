package dev.parley.audio;

import java.util.Arrays;

/// A [ResamplingFilter] worked through weight by weight instead of sample by sample: all new
/// samples that share a branch grow together, in loops the compiler turns into vector instructions.
/// Three times as fast as one sum after the other, where few branches serve many samples
/// (`docs/decisions/0016-many-calls.md`).
final class Lanes {
    /// With more branches than these, as between 44,100 and 16,000, too few samples share one.
    private static final int MOST_BRANCHES = 4;

    private final int up;
    private final int down;
    private final float[][] branches;
    private final float[][] lanes;
    private final float[] sums;
    private final float[] shifted;

    /// @param most samples there can be at once
    Lanes(ResamplingFilter filter, int most) {
        this.up = filter.up();
        this.down = filter.down();
        this.branches = filter.branches();
        int length = pay() ? most / down + 1 : 0;
        this.lanes = new float[down][length];
        this.sums = new float[length];
        this.shifted = new float[length];
    }

    /// Whether this is the faster way.
    boolean pay() {
        return up <= MOST_BRANCHES && down <= MOST_BRANCHES;
    }

    /// @param past old samples, the oldest first, of which `filled` are there
    /// @param phase the branch of the first new sample
    /// @return how many new samples were put into `into`, from `at` on
    int resample(float[] past, int filled, int phase, float[] into, int at) {
        split(past, filled);
        int taps = branches[0].length;
        int made = 0;
        for (int turn = 0; turn < up; turn++) {
            int moved = phase + turn * down;
            int first = moved / up;
            int room = filled - taps - first;
            int count = room < 0 ? 0 : room / down + 1;
            sum(branches[moved % up], first, count);
            for (int i = 0, to = at + turn; i < count; i++, to += up) {
                into[to] = sums[i];
            }
            made += count;
        }
        return made;
    }

    /// Every sample into the lane of its place, so that those that are added together stand side by
    /// side.
    private void split(float[] past, int filled) {
        if (down == 1) {
            System.arraycopy(past, 0, lanes[0], 0, filled);
            return;
        }
        for (int lane = 0; lane < down; lane++) {
            var into = lanes[lane];
            for (int from = lane, to = 0; from < filled; from += down, to++) {
                into[to] = past[from];
            }
        }
    }

    private void sum(float[] branch, int first, int count) {
        Arrays.fill(sums, 0, count, 0);
        for (int i = 0; i < branch.length; i++) {
            int place = first + i;
            System.arraycopy(lanes[place % down], place / down, shifted, 0, count);
            add(sums, shifted, branch[i], count);
        }
    }

    /// The same index on both sides is what lets the compiler see that nothing overlaps.
    private static void add(float[] sums, float[] samples, float weight, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += weight * samples[i];
        }
    }
}
