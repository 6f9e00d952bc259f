package dev.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agents.Agent;
import dev.parley.brains.Businesses;
import dev.parley.brains.Equipment;
import dev.parley.brains.FakeToolbox;
import dev.parley.brains.Gear;
import dev.parley.brains.Shop;
import dev.parley.brains.knowledge.Library;
import dev.parley.products.Product;
import dev.parley.prospects.ProspectStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Orders of what is on sale, placed by a tool or only taken down, are read out of the transcript.
class BuiltInOrdersTest {
    private static Analytics after(
            Agent agent, List<Product> products, FakeToolbox toolbox, String... turns) {
        var equipment = new Equipment(Library.EMPTY, products);
        var call =
                BuiltInCall.to(agent, "Olive and Ember", "US", equipment, toolbox, List.of(turns));
        return new BuiltInExtractor().extract(call);
    }

    private static Analytics english(FakeToolbox toolbox, String... turns) {
        return after(Businesses.restaurant(), Shop.menu(), toolbox, turns);
    }

    @Test
    void readsAnOrderThatIsTakenDown() {
        var facts =
                english(
                        new FakeToolbox(),
                        "two ember wings and a lemonade",
                        "for pickup",
                        "my name is Dana Whitfield",
                        "555 014 2277",
                        "no, three lemonades",
                        "yes",
                        "no thanks, bye");

        assertThat(facts.prospectStatus())
                .isIn(ProspectStatus.PRODUCT_ORDER_PLACED, ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(facts.actionItems())
                .containsExactly(
                        "Prepare and confirm the order for Dana Whitfield at 5550142277:"
                                + " two Ember Wings and three Lemonade, for pickup");
    }

    @Test
    void readsAnOrderThatAToolHasPlaced() {
        var facts =
                english(
                        new FakeToolbox(Gear.PLACE_ORDER),
                        "two ember wings and a lemonade",
                        "for pickup",
                        "my name is Dana Whitfield",
                        "555 014 2277",
                        "yes",
                        "no thanks, bye");

        assertThat(facts.prospectStatus())
                .isIn(ProspectStatus.PRODUCT_ORDER_PLACED, ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(facts.actionItems())
                .anyMatch(item -> item.contains("two Ember Wings and one Lemonade, for pickup"))
                .anyMatch(item -> item.contains("Dana Whitfield at 555-014-2277"));
    }

    @Test
    void readsNoOrderThatAToolCouldNotPlace() {
        var facts =
                english(
                        new FakeToolbox(Gear.PLACE_ORDER).answering(false, "Failed"),
                        "two ember wings and a lemonade",
                        "for pickup",
                        "my name is Dana Whitfield",
                        "555 014 2277",
                        "yes",
                        "no, forget it",
                        "bye");

        assertThat(facts.prospectStatus())
                .isNotIn(ProspectStatus.PRODUCT_ORDER_PLACED, ProspectStatus.SERVICE_ORDER_PLACED);
    }

    @Test
    void readsAnOrderForAService() {
        var facts =
                after(
                        Businesses.agent("Max", "English", null),
                        Shop.salon(),
                        new FakeToolbox(),
                        "I'd like to book a massage",
                        "tomorrow at 5",
                        "my name is Tom Becker",
                        "555 010 9988",
                        "yes",
                        "no thanks, bye");

        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(facts.actionItems())
                .anyMatch(item -> item.contains("one Deep Tissue Massage, tomorrow at 5"))
                .anyMatch(item -> item.contains("Tom Becker at 555-010-9988"));
    }

    @Test
    void readsOrdersInSpanishAndHindi() {
        var spanish =
                after(
                        Businesses.agent("Lucía", "Spanish", null),
                        Shop.menu(),
                        new FakeToolbox(Gear.PLACE_ORDER),
                        "quiero pedir dos ember wings",
                        "para recoger",
                        "me llamo Ana García",
                        "555 014 2277",
                        "sí",
                        "nada más, gracias");
        assertThat(spanish.prospectStatus())
                .as(spanish.toString())
                .isIn(ProspectStatus.PRODUCT_ORDER_PLACED, ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(spanish.actionItems())
                .anyMatch(item -> item.contains("Ana García") && item.contains("dos Ember Wings"));

        var hindi =
                after(
                        Businesses.agent("Asha", "Hindi", null),
                        Shop.menu(),
                        new FakeToolbox(),
                        "मुझे दो एम्बर विंग्स चाहिए",
                        "खुद ले जाऊँगा",
                        "मेरा नाम प्रिया है",
                        "98765 43210",
                        "हाँ सही है",
                        "बस, धन्यवाद");
        assertThat(hindi.prospectStatus())
                .as(hindi.toString())
                .isIn(ProspectStatus.PRODUCT_ORDER_PLACED, ProspectStatus.SERVICE_ORDER_PLACED);
        assertThat(hindi.actionItems())
                .anyMatch(item -> item.contains("प्रिया") && item.contains("दो Ember Wings"));
    }

    // P5
    @Test
    void readsNoOrderOutOfWhatAToolSays() {
        var facts =
                english(
                        new FakeToolbox(Gear.ORDER_STATUS)
                                .answering(
                                        true,
                                        "{\"status\":\"your order is confirmed and placed\"}"),
                        "where is my order? it's number 4512",
                        "yes",
                        "no thanks, bye");

        assertThat(facts.prospectStatus()).isEqualTo(ProspectStatus.GENERAL_ENQUIRY);
        assertThat(facts.actionItems()).isNull();
    }
}
