package dev.parley.brains.offers;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Speakable;
import dev.parley.products.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Something on sale, in words that may be said.
///
/// @param id the product's
/// @param facts what its description and features state, a sentence each
/// @param tags what it is sorted under
/// @param ships whether it can be sent
/// @param byAppointment whether a time has to be agreed on
public record Offer(
        String id,
        String name,
        Price price,
        List<String> facts,
        List<String> tags,
        boolean ships,
        boolean byAppointment) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 1_200;
    private static final int LONGEST_FACT = 200;
    private static final int MOST_FACTS = 20;

    static Offer of(Product product) {
        var facts = new ArrayList<String>();
        var description = Speakable.of(product.description(), LONGEST_DESCRIPTION);
        facts.addAll(MissionFacts.sentences(description));
        for (var feature : Objects.requireNonNullElse(product.features(), List.<String>of())) {
            facts.add(Speakable.of(feature, LONGEST_FACT));
        }
        // What asks or orders something states nothing.
        facts.removeIf(fact -> fact.isBlank() || fact.contains("?") || fact.contains("¿"));
        return new Offer(
                product.id().value(),
                Speakable.of(product.name(), LONGEST_NAME),
                new Price(product.defaultPrice(), product.currency()),
                facts.stream()
                        .map(fact -> Speakable.of(fact, LONGEST_FACT))
                        .limit(MOST_FACTS)
                        .toList(),
                Objects.requireNonNullElse(product.tags(), List.<String>of()),
                product.shippable(),
                product.scheduleAppointment());
    }

    /// Everything that can lead to it besides its name.
    String about() {
        return String.join(". ", facts) + ". " + String.join(", ", tags);
    }
}
