package dev.parley.brains.desk;

import dev.parley.brains.offers.Basket;
import dev.parley.brains.offers.Change;
import dev.parley.brains.offers.Offer;
import java.util.List;

/// What is ordered of what is on sale.
///
/// @param open of what the caller named, the offers one of which he means; mostly empty
/// @param count how many of that
/// @param unknown what he named that is not on sale and has not been told so; mostly empty
/// @param refused something has been called not on sale before
public record Order(Basket basket, List<Offer> open, int count, String unknown, boolean refused) {
    static final Order NONE = new Order(Basket.EMPTY, List.of(), 1, "", false);

    Order after(Change change) {
        return new Order(change.basket(), change.open(), change.count(), change.unknown(), refused);
    }

    Order with(Offer offer, int many) {
        return new Order(basket.with(offer, many), List.of(), 1, "", refused);
    }

    /// Something is left to be told or asked about it.
    boolean isOpen() {
        return !open.isEmpty() || !unknown.isEmpty();
    }

    /// Nothing is left to be told or asked about it.
    Order settled() {
        return new Order(basket, List.of(), 1, "", refused);
    }

    /// The caller was told that something is not on sale.
    Order told() {
        return new Order(basket, open, count, "", true);
    }
}
