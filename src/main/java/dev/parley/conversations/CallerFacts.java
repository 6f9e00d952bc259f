package dev.parley.conversations;

import dev.parley.extraction.Analytics;
import dev.parley.prospects.RecogniseCaller.Facts;
import org.jspecify.annotations.Nullable;

/// What an analysis says about the caller, as prospects are recognised by it.
final class CallerFacts {
    private CallerFacts() {}

    static Facts of(Analytics analytics, String region) {
        return new Facts(
                told(analytics.nameOfCaller()),
                told(analytics.emailAddressOfCaller()),
                told(analytics.phoneNumberOfCaller()),
                analytics.prospectStatus(),
                region);
    }

    /// Blank text tells nothing.
    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
