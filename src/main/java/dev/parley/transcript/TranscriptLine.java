package dev.parley.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;

/// One line of a transcript, as stored and as answered.
///
/// @param timestamp UTC, ISO 8601, microseconds, no zone suffix
/// @param messageId the turn's `dia.` id for the agent, a copy of the words for the caller
public record TranscriptLine(
        Speaker speaker,
        String message,
        String timestamp,
        @JsonProperty("message_id") String messageId) {}
