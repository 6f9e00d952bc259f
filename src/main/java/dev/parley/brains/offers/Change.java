package dev.parley.brains.offers;

import java.util.List;

/// What becomes of a basket after what a caller said.
///
/// @param open of what he named, the offers one of which he means; mostly empty
/// @param count how many of it
/// @param unknown what he named that is not on sale; mostly empty
public record Change(Basket basket, List<Offer> open, int count, String unknown) {
    /// @param corrects he says what is wrong, so what he names may take another's place
    public static Change of(Basket before, Reading reading, boolean corrects) {
        var basket = before;
        List<Offer> open = List.of();
        int count = 1;
        for (var item : reading.items()) {
            var known =
                    item.mention().offers().stream()
                            .filter(o -> before.line(o).isPresent())
                            .toList();
            if (item.mention().isClear() || known.size() == 1) {
                var offer = known.size() == 1 ? known.getFirst() : item.mention().first();
                basket = applied(basket, item, offer, corrects && !reading.more());
                if (reading.more() && before.line(offer).isPresent() && !item.removed()) {
                    int had = before.line(offer).get().quantity();
                    basket = basket.with(offer, had + Math.max(1, item.count()));
                }
            } else {
                open = item.mention().offers();
                count = Math.max(1, item.count());
            }
        }
        var latest = basket.latestLine();
        if (reading.loose() > 0 && latest.isPresent()) {
            int had = reading.more() ? latest.get().quantity() : 0;
            basket = basket.with(latest.get().offer(), had + reading.loose());
        }
        return new Change(
                basket,
                open,
                count,
                reading.unknown().isEmpty() ? "" : reading.unknown().getFirst());
    }

    private static Basket applied(Basket basket, Reading.Item item, Offer offer, boolean corrects) {
        if (item.removed()) {
            return basket.without(offer);
        }
        var line = basket.line(offer);
        var next =
                line.isPresent()
                        ? basket.with(
                                offer, item.count() == 0 ? line.get().quantity() : item.count())
                        : taken(basket, item, offer, corrects);
        var taken = next.line(offer);
        return item.note().isEmpty() || taken.isEmpty()
                ? next
                : next.noting(taken.get(), item.note());
    }

    /// "No, dumplings" puts dumplings in the place of the one thing ordered, or of what is like it.
    private static Basket taken(Basket basket, Reading.Item item, Offer offer, boolean corrects) {
        var alike =
                basket.lines().size() == 1
                        ? basket.lines()
                        : basket.lines().stream()
                                .filter(l -> Offers.areAlike(l.offer(), offer))
                                .toList();
        if (corrects && alike.size() == 1) {
            var old = alike.getFirst();
            return basket.replacing(old, offer, item.count() == 0 ? old.quantity() : item.count());
        }
        return basket.with(offer, Math.max(1, item.count()));
    }
}
