package dev.parley.agents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.accounts.OrgId;
import dev.parley.understanding.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A voice agent: the stored row, the answer of the API, and what a live conversation works from.
///
/// @param timezone IANA zone the agent tells the time in
/// @param transcriber set by the platform, not through the API; likewise `intelligenceProvider`
/// @param createdAt UTC, ISO 8601, microseconds, no zone suffix; likewise `updatedAt`
public record Agent(
        AgentId id,
        OrgId orgId,
        String name,
        String imageUrl,
        @Nullable Mission mission,
        String role,
        String roleDescription,
        @Nullable JsonNode transcriber,
        @Nullable JsonNode intelligenceProvider,
        @Nullable Voice voice,
        @Nullable List<String> boostedKeywords,
        @Nullable String app,
        @Nullable JsonNode evaluationMetrics,
        String status,
        String timezone,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// What the agent speaks: the language of its voice, English without one.
    @JsonIgnore
    public Language language() {
        return switch (voice == null ? "" : voice.languageAccent().language()) {
            case "Spanish" -> Language.SPANISH;
            case "Hindi" -> Language.HINDI;
            default -> Language.ENGLISH;
        };
    }
}
