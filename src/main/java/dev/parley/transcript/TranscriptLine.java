package dev.parley.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a transcript, as stored and as answered.
///
/// @param timestamp UTC, ISO 8601, microseconds, no zone suffix
/// @param messageId the turn's `dia.` id for the agent, a copy of the words for the caller
/// @param sources what the agent's words were drawn from; null when they were drawn from nothing
public record TranscriptLine(
        Speaker speaker,
        String message,
        String timestamp,
        @JsonProperty("message_id") String messageId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Source> sources) {
    /// A line drawn from nothing.
    public TranscriptLine(Speaker speaker, String message, String timestamp, String messageId) {
        this(speaker, message, timestamp, messageId, null);
    }

    /// A passage of a hive.
    ///
    /// @param hiveId the hive it is in
    /// @param passageId which passage of it
    /// @param title of the document, page or conversation
    /// @param url where it can be read; null for what has no address
    /// @param headings the headings above it, outermost first
    public record Source(
            String hiveId,
            String passageId,
            String title,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
            List<String> headings) {}
}
