package dev.parley.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The headline counters of an organization.
///
/// @param appointments prospects whose stage is an appointment
/// @param unqualified prospects that are not interested
/// @param averageCallDuration seconds, over every call that has ended; 0 when there is none
record Stats(
        @JsonProperty("no_of_prospects") long prospects,
        @JsonProperty("appointment_scheduled") long appointments,
        @JsonProperty("unqualified") long unqualified,
        @JsonProperty("average_call_duration") double averageCallDuration) {}
