package dev.parley.conversations;

import dev.parley.extraction.Analytics;
import dev.parley.prospects.RecogniseCaller.Facts;

/// What an analysis says about the caller, as prospects are recognised by it.
final class CallerFacts {
    private CallerFacts() {}

    static Facts of(Analytics analytics, String region) {
        return new Facts(
                analytics.nameOfCaller(),
                analytics.emailAddressOfCaller(),
                analytics.phoneNumberOfCaller(),
                analytics.prospectStatus(),
                region);
    }
}
