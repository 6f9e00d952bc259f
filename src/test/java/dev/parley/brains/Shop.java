package dev.parley.brains;

import dev.parley.accounts.OrgId;
import dev.parley.brains.knowledge.Library;
import dev.parley.products.Product;
import dev.parley.products.ProductId;
import dev.parley.transcript.TranscriptLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What businesses of the tests sell and have written down.
public final class Shop {
    private Shop() {}

    public static List<Product> menu() {
        return List.of(
                food(
                        "Ember Wings",
                        1200,
                        "Chicken wings from the wood fire. They are very spicy.",
                        "starter"),
                food(
                        "Smoked Lamb Flatbread",
                        1550,
                        "Flatbread with smoked lamb and yoghurt.",
                        "main"),
                food(
                        "Grilled Vegetable Platter",
                        1400,
                        "Vegetables of the season. It is vegan and gluten free.",
                        "main"),
                food("Lemonade", 400, "Home-made with fresh mint.", "drink"),
                food("Honey and Walnut Cake", 850, "It contains nuts.", "dessert"),
                food("Mango Lassi", 500, "Yoghurt, mango and cardamom.", "drink"),
                food("Old Soup", 100, "Not made any more.", "starter", false));
    }

    /// What the sample restaurant sells.
    public static List<Product> sample() {
        return List.of(
                food(
                        "Ember Chicken Wings",
                        1200,
                        "Eight wings from the embers, marinated in smoked paprika and honey",
                        "spicy"),
                food(
                        "Smoked Lamb Flatbread",
                        1500,
                        "Slow-smoked lamb shoulder with mint yoghurt and pomegranate",
                        "our most popular dish"),
                food(
                        "Grilled Vegetable Platter",
                        1400,
                        "Aubergine, peppers, courgette and corn with a tahini dressing",
                        "vegan"),
                food(
                        "Four Olive Pizza",
                        1600,
                        "Four kinds of olives with mozzarella and oregano",
                        "vegetarian"),
                food(
                        "Fire-Roasted Salmon",
                        2200,
                        "A fillet with lemon, dill and roasted fennel, with new potatoes",
                        "fish"),
                food(
                        "Honey and Walnut Cake",
                        800,
                        "A moist cake with thyme honey",
                        "contains nuts"),
                food(
                        "Home-Made Lemonade",
                        400,
                        "Lemon, mint and a little ginger, half a litre",
                        "drink"));
    }

    public static List<Product> salon() {
        return List.of(
                product(
                        "Deep Tissue Massage",
                        9000,
                        "USD",
                        "Sixty minutes.",
                        true,
                        false,
                        true,
                        List.of()),
                product("Haircut", 3500, "USD", "Wash, cut and dry.", true, false, true, List.of()),
                product(
                        "Argan Shampoo",
                        1899,
                        "USD",
                        "For dry hair.",
                        true,
                        true,
                        false,
                        List.of()));
    }

    /// Very many things that sound alike.
    public static List<Product> warehouse(int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        food(
                                "Widget model " + word(i),
                                100 + i,
                                "Part number " + i + " for machines.",
                                "part"))
                .toList();
    }

    private static String word(int number) {
        var letters = "bdfgklmnprst";
        var vowels = "aeiou";
        var word = new StringBuilder();
        for (int rest = number + 7; rest > 0; rest /= 60) {
            word.append(letters.charAt(rest % 12)).append(vowels.charAt(rest / 12 % 5));
        }
        return word.append("x").toString();
    }

    public static Product food(String name, long price, String description, String tag) {
        return food(name, price, description, tag, true);
    }

    private static Product food(
            String name, long price, String description, String tag, boolean active) {
        return product(name, price, "USD", description, active, true, false, List.of(tag));
    }

    public static Product product(
            String name,
            long price,
            String currency,
            String description,
            boolean active,
            boolean ships,
            boolean byAppointment,
            List<String> tags) {
        var time = "2026-01-01T00:00:00.000000";
        var id = "prd.1726903132." + name.toLowerCase(Locale.ROOT).replaceAll("\\W", "");
        return new Product(
                new ProductId(id),
                new OrgId("org.1726902940.GZChqlpU"),
                active,
                price,
                currency,
                description,
                name,
                ships,
                null,
                byAppointment,
                null,
                tags,
                "active",
                "test",
                time,
                "test",
                time);
    }

    /// A document that answers questions with one of `words` in them.
    public static Library library(String title, String text, String... words) {
        var source =
                new TranscriptLine.Source(
                        "hiv.1.a", "jot.1.a", title, "https://example.com/doc", List.of("House"));
        return (question, _) ->
                Arrays.stream(words).anyMatch(question.toLowerCase(Locale.ROOT)::contains)
                        ? List.of(new Library.Excerpt(text, source, 0.9))
                        : List.of();
    }
}
