package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.accounts.OrgId;
import dev.parley.extraction.Analytics;
import dev.parley.prospects.ProspectId;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record of one conversation: the stored document and the answer of the API.
///
/// @param source where it came from: a device, a number or an address
/// @param timestampStart UTC, ISO 8601, microseconds, no zone suffix; likewise every other time
/// @param status the record's flag, `active` for a finished conversation as well
public record Conversation(
        ConversationId id,
        OrgId orgId,
        @Nullable ProspectId prospectId,
        String source,
        String sourceType,
        String aiAgentId,
        @Nullable List<TranscriptLine> transcriptText,
        @Nullable String transcriptSummary,
        @Nullable String transcriptRecordingUrl,
        String timestampStart,
        @Nullable String timestampEnd,
        @Nullable Analytics conversationAnalytics,
        @Nullable Stats conversationStats,
        @Nullable String app,
        @Nullable JsonNode evaluation,
        String status,
        String createdBy,
        String createdAt,
        String updatedBy,
        String updatedAt) {
    /// Line counts; ratios from 0 to 1, two decimals.
    public record Stats(
            @JsonProperty("total_dialog") int totalDialog,
            @JsonProperty("agent_dialog_ratio") double agentDialogRatio,
            @JsonProperty("user_dialog_ratio") double userDialogRatio) {
        static Stats of(List<TranscriptLine> lines) {
            return new Stats(lines.size(), share(lines, Speaker.AI), share(lines, Speaker.USER));
        }

        private static double share(List<TranscriptLine> lines, Speaker speaker) {
            long count = lines.stream().filter(line -> line.speaker() == speaker).count();
            return lines.isEmpty() ? 0 : Math.round(100.0 * count / lines.size()) / 100.0;
        }
    }

    /// Whether it has ended with something said and has no analysis yet.
    boolean wantsAnalysis() {
        return conversationAnalytics == null && timestampEnd != null && transcriptText != null;
    }

    /// The same conversation, linked to `prospect`.
    Conversation linked(@Nullable ProspectId prospect) {
        return new Conversation(
                id,
                orgId,
                prospect,
                source,
                sourceType,
                aiAgentId,
                transcriptText,
                transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                timestampEnd,
                conversationAnalytics,
                conversationStats,
                app,
                evaluation,
                status,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /// The same conversation as of a change by `by` at `at`.
    Conversation changed(String by, String at) {
        return new Conversation(
                id,
                orgId,
                prospectId,
                source,
                sourceType,
                aiAgentId,
                transcriptText,
                transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                timestampEnd,
                conversationAnalytics,
                conversationStats,
                app,
                evaluation,
                status,
                createdBy,
                createdAt,
                by,
                at);
    }

    /// The same conversation, made by `by` at `at`.
    Conversation madeBy(String by, String at) {
        return new Conversation(
                id,
                orgId,
                prospectId,
                source,
                sourceType,
                aiAgentId,
                transcriptText,
                transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                timestampEnd,
                conversationAnalytics,
                conversationStats,
                app,
                evaluation,
                status,
                by,
                at,
                updatedBy,
                updatedAt);
    }

    /// The same conversation with what was said in it, and when it ended, if it has.
    Conversation withTranscript(@Nullable List<TranscriptLine> lines, @Nullable String end) {
        return new Conversation(
                id,
                orgId,
                prospectId,
                source,
                sourceType,
                aiAgentId,
                lines,
                transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                end,
                conversationAnalytics,
                lines == null ? null : Stats.of(lines),
                app,
                evaluation,
                status,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }

    /// The same conversation, analysed. A summary somebody gave is kept.
    Conversation analysed(Analytics analytics) {
        return new Conversation(
                id,
                orgId,
                prospectId,
                source,
                sourceType,
                aiAgentId,
                transcriptText,
                transcriptSummary == null ? analytics.summary() : transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                timestampEnd,
                analytics,
                conversationStats,
                app,
                evaluation,
                status,
                createdBy,
                createdAt,
                updatedBy,
                updatedAt);
    }
}
