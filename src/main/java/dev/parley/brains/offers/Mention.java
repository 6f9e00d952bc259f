package dev.parley.brains.offers;

import java.util.List;

/// Words of a caller that name something on sale.
///
/// @param from the first of them
/// @param to the word behind them
/// @param offers what they may mean, seldom more than one
/// @param whole whether they are its whole name
public record Mention(int from, int to, List<Offer> offers, boolean whole) {
    public boolean isClear() {
        return offers.size() == 1;
    }

    /// What is meant, or may be.
    public Offer first() {
        return offers.getFirst();
    }
}
