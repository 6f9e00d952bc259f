package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.accounts.OrgId;
import dev.parley.extraction.Analytics;
import dev.parley.live.Measures;
import dev.parley.prospects.ProspectId;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.util.List;
import java.util.function.Consumer;
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
            @JsonProperty("user_dialog_ratio") double userDialogRatio,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Measures latency) {
        static Stats of(List<TranscriptLine> lines) {
            return new Stats(
                    lines.size(), share(lines, Speaker.AI), share(lines, Speaker.USER), null);
        }

        Stats with(@Nullable Measures measured) {
            return new Stats(totalDialog, agentDialogRatio, userDialogRatio, measured);
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
        return with(change -> change.prospectId = prospect);
    }

    /// The same conversation as of a change by `by` at `at`.
    Conversation changed(String by, String at) {
        return with(change -> {
            change.updatedBy = by;
            change.updatedAt = at;
        });
    }

    /// The same conversation, made by `by` at `at`.
    Conversation madeBy(String by, String at) {
        return with(change -> {
            change.createdBy = by;
            change.createdAt = at;
        });
    }

    /// The same conversation with what was said in it, and when it ended, if it has.
    Conversation withTranscript(@Nullable List<TranscriptLine> lines, @Nullable String end) {
        return with(change -> {
            change.lines = lines;
            change.end = end;
            change.stats = lines == null ? null : Stats.of(lines);
        });
    }

    /// The same conversation, with how quick it was.
    Conversation measured(@Nullable Measures measures) {
        return with(
                change -> change.stats = change.stats == null ? null : change.stats.with(measures));
    }

    /// The same conversation, whose sound can be fetched at that address.
    Conversation recordedAt(@Nullable String address) {
        return with(change -> change.recording = address == null ? change.recording : address);
    }

    /// The same conversation, analysed. A summary somebody gave is kept.
    Conversation analysed(Analytics facts) {
        return with(change -> {
            change.summary = transcriptSummary == null ? facts.summary() : transcriptSummary;
            change.analytics = facts;
        });
    }

    private Conversation with(Consumer<Change> what) {
        var change = new Change(this);
        what.accept(change);
        return new Conversation(
                id,
                orgId,
                change.prospectId,
                source,
                sourceType,
                aiAgentId,
                change.lines,
                change.summary,
                change.recording,
                timestampStart,
                change.end,
                change.analytics,
                change.stats,
                app,
                evaluation,
                status,
                change.createdBy,
                change.createdAt,
                change.updatedBy,
                change.updatedAt);
    }

    /// What may change in the life of a conversation, as it was, until it is changed.
    private static final class Change {
        private @Nullable ProspectId prospectId;
        private @Nullable List<TranscriptLine> lines;
        private @Nullable String summary;
        private @Nullable String recording;
        private @Nullable String end;
        private @Nullable Analytics analytics;
        private @Nullable Stats stats;
        private String createdBy;
        private String createdAt;
        private String updatedBy;
        private String updatedAt;

        Change(Conversation was) {
            prospectId = was.prospectId;
            lines = was.transcriptText;
            summary = was.transcriptSummary;
            recording = was.transcriptRecordingUrl;
            end = was.timestampEnd;
            analytics = was.conversationAnalytics;
            stats = was.conversationStats;
            createdBy = was.createdBy;
            createdAt = was.createdAt;
            updatedBy = was.updatedBy;
            updatedAt = was.updatedAt;
        }
    }
}
