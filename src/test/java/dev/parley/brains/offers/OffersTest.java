package dev.parley.brains.offers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brains.Shop;
import dev.parley.brains.words.Tongue;
import dev.parley.brains.words.Utterance;
import dev.parley.understanding.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffersTest {
    private final Offers menu = Offers.of(Shop.menu());

    private List<String> named(String words) {
        return menu.mentions(Utterance.of(words)).stream().map(m -> m.first().name()).toList();
    }

    private Basket after(String... words) {
        var basket = Basket.EMPTY;
        for (var said : words) {
            var reading = Reading.of(Utterance.of(said), menu, Language.ENGLISH);
            basket = Change.of(basket, reading, said.startsWith("no")).basket();
        }
        return basket;
    }

    @Test
    void findsNamesInAnyShape() {
        assertThat(named("ember wings and lemonades")).containsExactly("Ember Wings", "Lemonade");
        assertThat(named("wings ember")).containsExactly("Ember Wings");
        assertThat(named("smokd lamb flat bread")).containsExactly("Smoked Lamb Flatbread");
        assertThat(named("embr wigns")).containsExactly("Ember Wings");
        assertThat(named("the cake with honey and walnuts")).contains("Honey and Walnut Cake");
        assertThat(named("एम्बर विंग्स और लेमोनेड")).containsExactly("Ember Wings", "Lemonade");
    }

    @Test
    void findsNothingInWordsThatNameNothing() {
        for (var words :
                List.of(
                        "what time do you open",
                        "my name is Amber",
                        "is there a park",
                        "I will bring my wife",
                        "old soup",
                        "two of them for 5 o'clock",
                        "")) {
            assertThat(named(words)).as(words).isEmpty();
        }
    }

    @Test
    void counts() {
        assertThat(after("two ember wings and a lemonade").spoken(Tongue.ENGLISH))
                .isEqualTo("two Ember Wings and one Lemonade");
        assertThat(after("a dozen wings", "another lemonade").spoken(Tongue.ENGLISH))
                .isEqualTo("twelve Ember Wings and one Lemonade");
        assertThat(after("13 wings", "no, four").spoken(Tongue.ENGLISH))
                .isEqualTo("four Ember Wings");
        assertThat(after("a cake", "one more cake").spoken(Tongue.ENGLISH))
                .isEqualTo("two Honey and Walnut Cake");
        assertThat(after("a cake and wings", "no cake").spoken(Tongue.ENGLISH))
                .isEqualTo("one Ember Wings");
        assertThat(after("two wings", "no, two cakes instead of the wings").spoken(Tongue.ENGLISH))
                .isEqualTo("two Honey and Walnut Cake");
        assertThat(after("9999 wings").lines().getFirst().quantity()).isLessThan(1_000);
    }

    @Test
    void saysPricesInWords() {
        assertThat(new Price(1299, "USD").spoken(Tongue.ENGLISH))
                .isEqualTo("12 dollars and 99 cents");
        assertThat(new Price(100, "USD").spoken(Tongue.ENGLISH)).isEqualTo("1 dollar");
        assertThat(new Price(1, "GBP").spoken(Tongue.ENGLISH)).isEqualTo("1 penny");
        assertThat(new Price(0, "EUR").spoken(Tongue.ENGLISH)).isEqualTo("0 euros");
        assertThat(new Price(1299, "EUR").spoken(Tongue.SPANISH))
                .isEqualTo("12 euros con 99 céntimos");
        assertThat(new Price(30000, "INR").spoken(Tongue.HINDI)).isEqualTo("300 रुपये");
        assertThat(new Price(30050, "INR").spoken(Tongue.HINDI_LATIN))
                .isEqualTo("300 rupaye 50 paise");
        assertThat(new Price(500, "JPY").spoken(Tongue.ENGLISH)).isEqualTo("500 yen");
        assertThat(new Price(12_345, "KWD").spoken(Tongue.ENGLISH)).isEqualTo("12.345 KWD");
    }
}
