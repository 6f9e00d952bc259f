package dev.parley.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.prospects.ProspectStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of one finished conversation; component order and wire names are the contract's.
///
/// @param isAudioConsentGiven true only when the caller agreed in words to being recorded
/// @param phoneNumberOfCaller as heard, not normalised
public record Analytics(
        @Nullable String summary,
        @JsonProperty("action_items") @Nullable List<String> actionItems,
        @JsonProperty("is_audio_consent_given") boolean isAudioConsentGiven,
        @JsonProperty("email_address_of_caller") @Nullable String emailAddressOfCaller,
        @JsonProperty("name_of_caller") @Nullable String nameOfCaller,
        @JsonProperty("phone_number_of_caller") @Nullable String phoneNumberOfCaller,
        @JsonProperty("address_of_caller") @Nullable String addressOfCaller,
        @JsonProperty("sentiment_of_caller") Sentiment sentimentOfCaller,
        @Nullable ProspectStatus prospectStatus) {}
