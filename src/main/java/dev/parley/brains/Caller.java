package dev.parley.brains;

import dev.parley.understanding.CallerDetails;
import org.jspecify.annotations.Nullable;

/// What is known of the caller at one moment.
///
/// @param phoneIsPartial the caller has said the beginning of a phone number
record Caller(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        boolean phoneIsPartial) {
    static Caller of(CallerDetails details) {
        return new Caller(
                details.name(),
                details.phoneNumber(),
                details.emailAddress(),
                details.address(),
                details.phoneNumberIsPartial());
    }

    @Nullable String value(Detail detail) {
        return switch (detail) {
            case NAME -> name;
            case PHONE -> phoneIsPartial ? null : phone;
            case EMAIL -> email;
            case ADDRESS -> address;
            case ITEMS, SUBJECT, WORDS, HANDOVER, WHEN -> null;
        };
    }
}
