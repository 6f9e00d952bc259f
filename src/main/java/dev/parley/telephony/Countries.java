package dev.parley.telephony;

import java.util.Locale;
import java.util.Set;

/// Country codes, ISO 3166-1 alpha-2.
final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    static boolean isKnown(String code) {
        return CODES.contains(normal(code));
    }

    /// `code` in capitals.
    static String normal(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
