package dev.parley.telephony.dialling;

import dev.parley.platform.json.Fields;
import org.jspecify.annotations.Nullable;

/// The body that asks for a call.
///
/// @param to as it is written in the organization's country
/// @param from a number of the organization; null for the one the agent answers
record DialInput(String to, @Nullable String from, @Nullable String prospectId) {
    private static final int MAX = 64;

    static DialInput read(Fields body) {
        return new DialInput(
                body.text("to", 3, MAX),
                body.optionalText("from", 3, MAX),
                body.optionalText("prospectId", 1, MAX));
    }
}
