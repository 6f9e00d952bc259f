package dev.parley.brains.model;

import dev.parley.brains.knowledge.Knowledge;
import dev.parley.products.Product;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// What a language model is told of the products: all of them when they are few, else those that
/// what the caller said is about.
final class Assortment {
    private static final int FEW = 40;
    private static final int MOST_TEXT = 300;

    private Assortment() {}

    static Optional<String> of(List<Product> products, String heard) {
        var onSale = products.stream().filter(Product::active).toList();
        if (onSale.isEmpty()) {
            return Optional.empty();
        }
        if (onSale.size() <= FEW) {
            return Optional.of(text("What the business sells, and nothing else:", onSale));
        }
        var known = new LinkedHashMap<String, Product>();
        onSale.forEach(product -> known.put(product.id().value(), product));
        var passages =
                onSale.stream()
                        .map(product ->
                                new Knowledge.Passage(
                                        line(product), "list:products", product.id().value()))
                        .toList();
        var found =
                new Knowledge(passages)
                        .answer(heard).stream().map(hit -> known.get(hit.about())).toList();
        return Optional.of(
                text(
                        "Of the %d things the business sells, these fit what was just said:"
                                .formatted(onSale.size()),
                        found));
    }

    private static String text(String title, List<Product> products) {
        var text = new StringJoiner("\n- ");
        text.add(title);
        products.forEach(product -> text.add(line(product)));
        return text.toString();
    }

    private static String line(Product product) {
        var line = new StringJoiner("; ");
        line.add(plain(product.name()) + ", " + price(product));
        if (!product.description().isBlank()) {
            line.add(plain(product.description()));
        }
        if (product.features() != null) {
            product.features().forEach(feature -> line.add(plain(feature)));
        }
        if (product.shippable()) {
            line.add("can be shipped");
        }
        if (product.scheduleAppointment()) {
            line.add("needs an appointment");
        }
        return line.toString();
    }

    private static String price(Product product) {
        int digits =
                Math.max(0, Currency.getInstance(product.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(product.defaultPrice(), digits).toPlainString()
                + " "
                + product.currency();
    }

    private static String plain(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MOST_TEXT ? line : line.substring(0, MOST_TEXT);
    }
}
