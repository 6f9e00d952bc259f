package dev.parley.brains.offers;

import dev.parley.brains.knowledge.MissionFacts;
import dev.parley.brains.words.Speakable;
import dev.parley.products.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Something on sale, in words that may be said.
public record Offer(Product product, String name, Price price) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 1_200;
    private static final int LONGEST_FACT = 200;
    private static final int MOST_FACTS = 20;

    static Offer of(Product product) {
        var name = Speakable.of(product.name(), LONGEST_NAME);
        return new Offer(product, name, new Price(product.defaultPrice(), product.currency()));
    }

    public String id() {
        return product.id().value();
    }

    /// What its description and features state, a sentence each. What asks something states
    /// nothing.
    public List<String> facts() {
        var description = Speakable.of(product.description(), LONGEST_DESCRIPTION);
        var facts = new ArrayList<>(MissionFacts.sentences(description));
        for (var feature : Objects.requireNonNullElse(product.features(), List.<String>of())) {
            facts.add(Speakable.of(feature, LONGEST_FACT));
        }
        return facts.stream()
                .filter(fact -> !fact.isBlank() && !fact.contains("?") && !fact.contains("¿"))
                .filter(fact -> fact.length() <= LONGEST_FACT)
                .limit(MOST_FACTS)
                .toList();
    }

    /// Whether it can be sent.
    public boolean ships() {
        return product.shippable();
    }

    /// Whether a time has to be agreed on.
    public boolean byAppointment() {
        return product.scheduleAppointment();
    }

    /// Everything that can lead to it besides its name.
    String about() {
        var tags = Objects.requireNonNullElse(product.tags(), List.<String>of());
        return String.join(". ", facts()) + ". " + String.join(", ", tags);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offer offer && offer.product.id().equals(product.id());
    }

    @Override
    public int hashCode() {
        return product.id().hashCode();
    }
}
