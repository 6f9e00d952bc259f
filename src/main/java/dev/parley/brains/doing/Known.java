package dev.parley.brains.doing;

import dev.parley.brains.offers.Basket;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/// What the desk knows that a tool may have to be told.
///
/// @param values by what they stand for, in the caller's words
/// @param now where the business is
public record Known(Map<Meaning, String> values, Basket basket, ZonedDateTime now) {
    Optional<String> value(Meaning meaning) {
        return Optional.ofNullable(values.get(meaning)).filter(text -> !text.isBlank());
    }

    Optional<SpokenTime> time() {
        return value(Meaning.WHEN).map(words -> SpokenTime.of(words, now));
    }
}
