package dev.parley.brains.offers;

/// How alike two words are, for those who misspell and those who mishear.
final class Likeness {
    private static final int LONG = 7;
    private static final int SHORT = 4;

    private Likeness() {}

    /// Whether `heard` is likely meant to be `word`.
    static boolean isClose(String heard, String word) {
        if (heard.equals(word)) {
            return true;
        }
        int length = Math.min(heard.length(), word.length());
        int most = length >= LONG ? 2 : length >= SHORT ? 1 : 0;
        if (most == 0
                || Math.abs(heard.length() - word.length()) > most
                || heard.charAt(0) != word.charAt(0)) {
            return false;
        }
        // Of two short words with one letter changed, each is mostly a word of its own.
        boolean changed = length == SHORT && heard.length() == word.length();
        return changed ? isSwapped(heard, word) : distance(heard, word) <= most;
    }

    /// The share of pairs of letters two texts have in common, from 0 to 1.
    static double share(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return one.equals(other) ? 1 : 0;
        }
        int common = 0;
        for (int i = 0; i + 1 < one.length(); i++) {
            common += other.contains(one.substring(i, i + 2)) ? 1 : 0;
        }
        return 2.0 * common / (one.length() + other.length() - 2);
    }

    private static boolean isSwapped(String one, String other) {
        for (int i = 0; i + 1 < one.length(); i++) {
            var swapped =
                    one.substring(0, i) + one.charAt(i + 1) + one.charAt(i) + one.substring(i + 2);
            if (swapped.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /// Letters to add, drop, change or swap with their neighbour.
    private static int distance(String one, String other) {
        var steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, i, j, one, other);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, int i, int j, String one, String other) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(
                        Math.min(steps[i - 1][j], steps[i][j - 1]) + 1,
                        steps[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
