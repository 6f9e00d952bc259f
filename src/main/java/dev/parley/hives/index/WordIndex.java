package dev.parley.hives.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stems of passages of one language, each with the passages it stands in and how often.
final class WordIndex {
    private static final int BYTES_A_STEM = 120;

    /// @param at passages in ascending order
    /// @param counts how often the stem stands in each; what is beyond a byte counts as that
    record Postings(int[] at, byte[] counts) {}

    private final Map<String, Postings> postings;
    private final int[] lengths;
    private final int size;
    private final long allLengths;

    private WordIndex(Map<String, Postings> postings, int[] lengths, int size) {
        this.postings = postings;
        this.lengths = lengths;
        this.size = size;
        this.allLengths = Arrays.stream(lengths).asLongStream().sum();
    }

    Postings of(String stem) {
        return postings.getOrDefault(stem, new Postings(new int[0], new byte[0]));
    }

    /// How many passages it has.
    int size() {
        return size;
    }

    /// The number of stems of passage `at`.
    int length(int at) {
        return lengths[at];
    }

    long allLengths() {
        return allLengths;
    }

    /// About how many bytes it takes.
    long weight() {
        long entries = postings.values().stream().mapToLong(p -> p.at().length).sum();
        return postings.size() * (long) BYTES_A_STEM + entries * 5 + lengths.length * 4L;
    }

    /// Takes passages in ascending order.
    static final class Builder {
        private final Map<String, Growing> growing = new HashMap<>();
        private int[] lengths = new int[16];
        private int size;

        void add(int at, List<String> stems) {
            lengths = at < lengths.length ? lengths : Arrays.copyOf(lengths, 2 * at);
            lengths[at] = stems.size();
            size++;
            stems.forEach(stem -> growing.computeIfAbsent(stem, _ -> new Growing()).add(at));
        }

        WordIndex build() {
            var postings = HashMap.<String, Postings>newHashMap(growing.size());
            growing.forEach((stem, list) -> postings.put(stem, list.done()));
            return new WordIndex(postings, lengths, size);
        }
    }

    private static final class Growing {
        private int[] at = new int[2];
        private byte[] counts = new byte[2];
        private int size;

        void add(int passage) {
            if (size > 0 && at[size - 1] == passage) {
                counts[size - 1] += (byte) (counts[size - 1] < Byte.MAX_VALUE ? 1 : 0);
                return;
            }
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            at[size] = passage;
            counts[size++] = 1;
        }

        Postings done() {
            return new Postings(Arrays.copyOf(at, size), Arrays.copyOf(counts, size));
        }
    }
}
