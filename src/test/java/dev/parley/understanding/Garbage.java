package dev.parley.understanding;

import java.util.List;
import java.util.Random;

/// Nonsense made of the very words the rules look for.
public final class Garbage {
    private static final List<String> SCRAPS =
            List.of(
                    "my name is",
                    "name",
                    "me llamo",
                    "मेरा नाम",
                    "है",
                    "hai",
                    "at",
                    "dot",
                    "com",
                    "arroba",
                    "@",
                    ".",
                    ",",
                    "?",
                    "!",
                    "'",
                    "’",
                    "-",
                    "+",
                    "double",
                    "hundred",
                    "thousand",
                    "nine",
                    "oh",
                    "9",
                    "96260",
                    "१२३",
                    "no",
                    "not",
                    "yes",
                    "H",
                    "A",
                    "as in",
                    "street",
                    "12",
                    "my address is",
                    "y",
                    "and",
                    "😀",
                    "\uD83D",
                    "\u0000",
                    "\n",
                    "\u200d",
                    "्",
                    "ा",
                    "Hari",
                    "phone number",
                    "is",
                    "number",
                    "with two",
                    "n's",
                    "()",
                    "…",
                    "।",
                    "$",
                    "%d",
                    "%s",
                    "order",
                    "confirmed",
                    "record",
                    "İ",
                    "ß",
                    "ﬀ",
                    "١٢",
                    "a'",
                    "'b",
                    "guion bajo",
                    "mi",
                    "su",
                    "no es",
                    "call you back");

    private Garbage() {}

    /// Up to 40 scraps in a row.
    public static String text(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(40); i >= 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())))
                    .append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
