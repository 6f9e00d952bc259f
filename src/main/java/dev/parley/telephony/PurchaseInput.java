package dev.parley.telephony;

import dev.parley.platform.json.Fields;
import dev.parley.understanding.PhoneNumbers;

/// The body that buys a number.
///
/// @param phoneNumber E.164
record PurchaseInput(String countryCode, String phoneNumber) {
    static PurchaseInput read(Fields body) {
        var country = body.text("countryCode", 2, 2);
        var written = body.text("phoneNumber", 1, 64);
        if (!country.isEmpty() && !Countries.isKnown(country)) {
            body.wrong("countryCode", "Input should be an ISO 3166-1 code", "value_error");
        } else if (!country.isEmpty() && !written.isEmpty()) {
            var number = PhoneNumbers.valid(written, Countries.normal(country));
            if (number.isEmpty()) {
                body.wrong(
                        "phoneNumber", "Input should be a number of that country", "value_error");
            }
            return new PurchaseInput(Countries.normal(country), number.orElse(""));
        }
        return new PurchaseInput(country, written);
    }
}
