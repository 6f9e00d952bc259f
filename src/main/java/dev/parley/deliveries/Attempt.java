package dev.parley.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.outgoing.Answer;
import org.jspecify.annotations.Nullable;

/// One sending of a delivery, as its log has it.
///
/// @param at UTC, ISO 8601, microseconds, no zone suffix
/// @param statusCode what the receiver answered; null when it did not
/// @param error why there is no answer, for people
/// @param answer how the answer's body begins; nothing else is done with it (P9)
record Attempt(
        int number,
        String at,
        long durationMs,
        @Nullable Integer statusCode,
        @Nullable String error,
        @Nullable String answer) {
    private static final int MAX_ANSWER = 1_024;

    static String beginning(Answer answer) {
        var body = answer.body();
        var text = new String(body, 0, Math.min(body.length, MAX_ANSWER), UTF_8);
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", " ");
    }
}
