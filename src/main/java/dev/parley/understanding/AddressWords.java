package dev.parley.understanding;

import java.util.Set;

/// What postal addresses are made of.
final class AddressWords {
    private static final Phrases STREET =
            Phrases.of(
                    """
                    street, st, avenue, ave, road, rd, drive, dr, lane, ln, boulevard, blvd, court, ct, place, square, highway, way, terrace, circle, parkway, crescent, close, apartment, apt, flat, suite, floor, block, sector, colony, nagar, marg, society,
                    house, plot, tower, towers, enclave, vihar, gali, chowk, bagh, ganj, puram, bazaar, phase, building, residency, extension, calle, avenida, av, paseo, plaza, carrera, carretera, colonia, piso, portal, camino, ronda, edificio, departamento, depto, barrio, callejon, bulevar, calzada,
                    makaan, makan, mohalla, manzil, layout, cross, main, सेक्टर, गली, नगर, रोड, मकान, फ्लैट, कॉलोनी, मोहल्ला, मार्ग, चौक, विहार, ब्लॉक, सोसाइटी, बाग, एन्क्लेव, अपार्टमेंट, स्ट्रीट, लेन, पार्क, बाजार\
                    """);
    private static final Phrases PART =
            Phrases.of(
                    "apartment, apt, unit, suite, floor, flat, zip, zip code, postcode, pin, piso, puerta, depto, departamento, codigo postal, pin code, पिन, पिन कोड, sector, near, block");
    private static final Phrases ABBREVIATED =
            Phrases.of("st, ave, rd, dr, blvd, apt, no, av, col, ln, num, mt, c, ste");
    private static final Phrases NOT_A_PLACE =
            Phrases.of(
                    """
                    am, pm, o'clock, dollars, people, minutes, rupees, euros, baje, percent, my name, email, phone, number is, tomorrow, today, monday, tuesday, wednesday, thursday, friday, saturday, sunday, बजे, रुपये, personas, pesos, log, लोग, order, years, days, hours, call,
                    want, need, have, with, quiero, necesito, chahiye, चाहिए, would, can, is, way, mobile\
                    """);

    private static final Set<String> NUMBER = Set.of("number", "नंबर", "no");

    /// "Belgrano 455": enough when an address was asked for.
    boolean isShortAnswer(String text) {
        var said = Utterance.of(text);
        return said.size() == 2
                && said.word(0).isCapitalised()
                && !CommonWords.holds(said.key(0))
                && said.word(1).isNumber()
                && said.key(1).length() <= 5;
    }

    /// A number and words, with a street among them or the number in front.
    boolean isPostal(String text) {
        var said = Utterance.of(text);
        var numbers = said.words().stream().filter(Word::hasDigit).count();
        var longest =
                said.words().stream()
                        .filter(Word::isNumber)
                        .mapToInt(word -> word.key().length())
                        .max()
                        .orElse(0);
        var names = said.size() - numbers;
        if (said.size() < 2
                || longest > 6
                || names < 1
                || NOT_A_PLACE.within(said, 0, said.size()) && !STREET.in(said)) {
            return false;
        }
        return numbers > 0 && (STREET.in(said) || names >= 2)
                || STREET.in(said) && names >= 3 && said.size() <= 8 && numbers > 0;
    }

    /// Where the address begins in an answer that may open with the caller's name or small words.
    int start(Utterance said, boolean afterName) {
        var first = firstMark(said);
        if (afterName) {
            return said.size() > 0 && said.clauseStart(first) > 0 ? said.clauseStart(first) : first;
        }
        while (first > 0
                && (NUMBER.contains(said.key(first - 1))
                        || !CommonWords.holds(said.key(first - 1)))) {
            first--;
        }
        return first;
    }

    boolean hasStreet(String text) {
        return STREET.in(text);
    }

    private static int firstMark(Utterance said) {
        for (var at = 0; at < said.size(); at++) {
            var isLettered =
                    said.word(at).isSingleLetter()
                            && at + 1 < said.size()
                            && said.word(at + 1).hasDigit();
            if (said.word(at).hasDigit() || isLettered || STREET.at(said, at) > 0) {
                return at;
            }
        }
        return 0;
    }

    /// Whether it needs no earlier part to go with.
    boolean isFull(String text) {
        var said = Utterance.of(text);
        return STREET.in(said)
                        && said.size() >= 3
                        && said.word(0).hasDigit()
                        && PART.at(said, 0) == 0
                || STREET.at(said, 0) > 0 && PART.at(said, 0) == 0 && said.size() >= 3;
    }

    /// A town, a flat, a post code.
    boolean isPart(String text) {
        var said = Utterance.of(text);
        var isLong =
                said.words().stream().anyMatch(word -> word.isNumber() && word.key().length() > 6);
        return said.size() > 0
                && said.size() <= 6
                && !isLong
                && !CommonWords.holds(said.key(0))
                && Intent.of(said).isEmpty();
    }

    /// Whether a further piece of what the caller is dictating.
    boolean isContinuation(Utterance said) {
        var isNamed = PART.at(said, 0) > 0 || STREET.in(said) && said.size() <= 6;
        var isTown =
                said.size() <= 3
                        && said.words().stream()
                                .allMatch(word ->
                                        word.isCapitalised()
                                                || word.hasDigit()
                                                || word.isDevanagari());
        return isPart(said.text())
                && (isNamed || isTown && said.word(0).key().length() > 2)
                && !said.isQuestion();
    }

    /// "12 Oak St. Apartment 4" is one address.
    boolean goesOnAfterStop(Utterance said, int at) {
        return ABBREVIATED.at(said, at - 1) > 0 && !said.word(at).key().equals("my")
                || PART.at(said, at) > 0
                || said.word(at).isNumber() && said.key(at).length() >= 5;
    }

    /// "no, 14, not 40": the number that was misheard is replaced.
    String corrected(String address, Utterance said) {
        for (var at = 1; at < said.size(); at++) {
            var isDenied =
                    said.key(at - 1).equals("not")
                            || said.key(at - 1).equals("no") && !said.word(at).opensClause();
            var wrong = said.word(at);
            if (isDenied && wrong.hasDigit() && holds(address, wrong)) {
                for (var other : said.words()) {
                    if (other.hasDigit() && !other.key().equals(wrong.key())) {
                        return address.replace(wrong.text(), other.text());
                    }
                }
            }
        }
        return address;
    }

    private static boolean holds(String address, Word word) {
        return Utterance.of(address).words().stream()
                .anyMatch(other -> other.key().equals(word.key()));
    }
}
