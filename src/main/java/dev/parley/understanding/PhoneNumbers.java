package dev.parley.understanding;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/// Phone numbers in the world's one spelling.
public final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().-]{4,32}");

    private PhoneNumbers() {}

    /// `heard` as E.164, read as a number of `region` when it has no country code.
    public static Optional<String> e164(String heard, String region) {
        return parse(heard, region)
                .filter(NUMBERS::isPossibleNumber)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /// `written` as E.164, if it is a number somebody can have in the numbering plan of `region`.
    ///
    /// @param region ISO 3166-1 alpha-2
    public static Optional<String> valid(String written, String region) {
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(written, region);
            return number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region)
                            && NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /// `written` as E.164, if it is a number somebody can have, in `region` when it has no country
    /// code.
    public static Optional<String> anywhere(String written, String region) {
        return WRITTEN.matcher(written).matches()
                ? parse(written, region)
                        .filter(NUMBERS::isValidNumber)
                        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
                : Optional.empty();
    }

    /// The country of a number, ISO 3166-1 alpha-2; empty text when it has none.
    ///
    /// @param e164 the number
    public static String country(String e164) {
        return parse(e164, "ZZ")
                .map(number -> String.valueOf(NUMBERS.getRegionCodeForNumber(number)))
                .orElse("");
    }

    static boolean isComplete(String heard, String region) {
        return parse(heard, region)
                .map(NUMBERS::isPossibleNumberWithReason)
                .filter(ValidationResult.IS_POSSIBLE::equals)
                .isPresent();
    }

    private static Optional<PhoneNumber> parse(String heard, String region) {
        var kept = new StringBuilder();
        for (var c : SpokenNumbers.digits(heard).toCharArray()) {
            if (c >= '0' && c <= '9' || c == '+' && kept.isEmpty()) {
                kept.append(c);
            }
        }
        try {
            return Optional.of(NUMBERS.parse(kept, region));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
