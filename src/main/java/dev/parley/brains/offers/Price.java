package dev.parley.brains.offers;

import dev.parley.brains.words.Catalogue;
import dev.parley.brains.words.Phrase;
import dev.parley.brains.words.Phrases;
import dev.parley.brains.words.Tongue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// An amount of money.
///
/// @param amount in the smallest unit of `currency`
/// @param currency ISO 4217
public record Price(long amount, String currency) {
    private static final Properties NAMES = Catalogue.read("currencies");
    private static final Set<String> WHOLE = listed("whole");
    private static final Set<String> IN_THOUSANDTHS = listed("in-thousandths");

    public Price times(int quantity) {
        return new Price(amount * quantity, currency);
    }

    public Price plus(Price other) {
        return new Price(amount + other.amount, currency);
    }

    /// In units of the currency: 12.99.
    public BigDecimal inUnits() {
        return BigDecimal.valueOf(amount, digits());
    }

    /// As it is said: "12 dollars and 99 cents".
    public String spoken(Tongue tongue) {
        var names = NAMES.getProperty(currency + "." + tongue.file(), "").split("\\s*,\\s*");
        if (names.length < 2) {
            return inUnits().stripTrailingZeros().toPlainString() + " " + currency;
        }
        long unit = BigDecimal.TEN.pow(digits()).longValueExact();
        long whole = amount / unit;
        long rest = amount % unit;
        var units = whole + " " + (whole == 1 ? names[0] : names[1]);
        if (rest == 0 || names.length < 4) {
            return units;
        }
        var parts = rest + " " + (rest == 1 ? names[2] : names[3]);
        var both = Phrases.wordings(tongue, Phrase.PRICE_AND).getFirst();
        return whole == 0 ? parts : both.replace("{whole}", units).replace("{rest}", parts);
    }

    private int digits() {
        return WHOLE.contains(currency) ? 0 : IN_THOUSANDTHS.contains(currency) ? 3 : 2;
    }

    private static Set<String> listed(String key) {
        return Set.copyOf(List.of(NAMES.getProperty(key, "").split("\\s*,\\s*")));
    }
}
