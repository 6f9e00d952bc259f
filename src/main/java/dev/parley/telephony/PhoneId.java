package dev.parley.telephony;

import com.fasterxml.jackson.annotation.JsonValue;

/// The id of a number an organization owns, `pho.…`.
public record PhoneId(@JsonValue String value) {
    @Override
    public String toString() {
        return value;
    }
}
