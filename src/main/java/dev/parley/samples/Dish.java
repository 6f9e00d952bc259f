package dev.parley.samples;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the sample restaurant sells.
///
/// @param cents its price in US cents
/// @param features in a few words each
record Dish(String name, long cents, String description, List<String> features) {
    static final List<Dish> ALL =
            List.of(
                    new Dish(
                            "Ember Chicken Wings",
                            1_200,
                            "Eight wings from the embers, marinated in smoked paprika and honey",
                            List.of("spicy", "gluten free")),
                    new Dish(
                            "Smoked Lamb Flatbread",
                            1_500,
                            "Slow-smoked lamb shoulder with mint yoghurt and pomegranate",
                            List.of("our most popular dish")),
                    new Dish(
                            "Grilled Vegetable Platter",
                            1_400,
                            "Aubergine, peppers, courgette and corn with a tahini dressing",
                            List.of("vegan", "gluten free")),
                    new Dish(
                            "Four Olive Pizza",
                            1_600,
                            "Four kinds of olives with mozzarella and oregano",
                            List.of("vegetarian")),
                    new Dish(
                            "Fire-Roasted Salmon",
                            2_200,
                            "A fillet with lemon, dill and roasted fennel, with new potatoes",
                            List.of()),
                    new Dish(
                            "Honey and Walnut Cake",
                            800,
                            "A moist cake with thyme honey",
                            List.of("contains nuts")),
                    new Dish(
                            "Home-Made Lemonade",
                            400,
                            "Lemon, mint and a little ginger, half a litre",
                            List.of()));

    /// The dish of this name, whatever its capitals.
    static Optional<Dish> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(dish -> dish.name.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
