package dev.parley.extraction;

import dev.parley.understanding.Phrases;
import dev.parley.understanding.Utterance;

/// What was ordered, in the words of the agent's confirmation where it says so.
final class OrderedItem {
    private static final Phrases BEFORE =
            Phrases.of(
                    "order for, order of, pedido de, pedido para, encargo de, subscribed to, ordered");
    private static final Phrases ARTICLE =
            Phrases.of("our, the, a, an, your, el, la, los, las, un, una, su");
    private static final Phrases AFTER =
            Phrases.of(
                    "is, are, has, have, was, will, está, queda, quedó, ha, for pickup, for delivery, for saturday, today, tomorrow");
    private static final Phrases HOW =
            Phrases.of(
                    "for pickup, for pick up, for delivery, a domicilio, para recoger, para llevar");

    private OrderedItem() {}

    /// The item and how it leaves the house; empty when `decision` does not say.
    static String of(Utterance decision) {
        for (var at = 0; at < decision.size(); at++) {
            var length = BEFORE.at(decision, at);
            if (length > 0) {
                return item(decision, at + length);
            }
        }
        return "";
    }

    private static String item(Utterance decision, int after) {
        var from = after + ARTICLE.at(decision, after);
        var to = from;
        while (to < decision.size()
                && AFTER.at(decision, to) == 0
                && (to == from || !decision.words().get(to).opensClause())) {
            to++;
        }
        var how = HOW.first(decision);
        return how < to
                ? decision.slice(from, to)
                : decision.slice(from, to)
                        + ", "
                        + decision.slice(how, how + HOW.at(decision, how));
    }
}
