package dev.parley.extraction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The mood of a caller.
public enum Sentiment {
    POSITIVE,
    NEGATIVE,
    NEUTRAL;

    /// The contract's spelling, lower case.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
