package dev.parley.brains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuiltInBrainGarbageTest {
    private static final List<String> WORDS =
            List.of(
                    "yes",
                    "no",
                    "order",
                    "two pizzas",
                    "12345",
                    "my name is",
                    "a",
                    "हाँ",
                    "मुझे",
                    "quiero",
                    "¿",
                    "?",
                    "@",
                    "gmail dot com",
                    "😀",
                    "tomorrow",
                    "at 5",
                    "call me back",
                    "wrong",
                    "phone",
                    "\u0000",
                    "…",
                    ",",
                    "{name}",
                    "|",
                    "\\",
                    "$1",
                    "(((((",
                    "repeat",
                    "bye",
                    "message for",
                    "é",
                    "और",
                    "and",
                    "pickup",
                    "two ember wings",
                    "lemonade",
                    "no lemonade",
                    "make that",
                    "three",
                    "add",
                    "lobster",
                    "where is my order",
                    "book a table",
                    "inside",
                    "A B 4512",
                    "menu",
                    "how much");

    @Test
    void standsAnySequenceOfWords() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            var call = round % 2 == 0 ? plain() : equipped();
            for (int turn = 0; turn < 15; turn++) {
                var words = new StringBuilder();
                for (int i = random.nextInt(8); i > 0; i--) {
                    words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
                }
                var answer = call.says(words.toString(), random.nextInt(3) / 2.0);
                assertThat(answer.isBlank() && !call.isOver()).as("%d: %s", seed, words).isFalse();
            }
        }
    }

    @Test
    void standsHugeAndEmptyInput() {
        for (var call : List.of(plain(), equipped())) {
            standsHugeAndEmptyInput(call);
        }
    }

    private static Call plain() {
        return new Call(Businesses.restaurant(), "Cote", "US");
    }

    private static Call equipped() {
        return new Call(
                Businesses.restaurant(),
                "Cote",
                "US",
                new Equipment(
                        Shop.library("\u0000{x}", "- a\n- b\n|c|\nAnd? \u202e…", "e"), Shop.menu()),
                new FakeToolbox(
                        Gear.PLACE_ORDER, Gear.ORDER_STATUS, Gear.BOOK_TABLE, Gear.OPEN_TICKET));
    }

    private static void standsHugeAndEmptyInput(Call call) {
        for (var piece :
                List.of("a", "a ", "1", "'", "9 ", "हाँ ", "😀", "and ", ", ", "no. ", "at dot ")) {
            assertThat(call.says(piece.repeat(100_000 / piece.length()))).isNotNull();
        }
        assertThat(call.says("")).isNotBlank();
    }
}
