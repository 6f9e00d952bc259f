package dev.parley.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.accounts.Caller;
import dev.parley.conversations.Conversation.Stats;
import dev.parley.extraction.Analytics;
import dev.parley.extraction.Sentiment;
import dev.parley.platform.json.Fields;
import dev.parley.platform.time.Timestamps;
import dev.parley.prospects.ProspectId;
import dev.parley.prospects.ProspectStatus;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces a conversation. Where the contract names no limit, these are
/// ours.
///
/// @param transcriptText null also when the body named an address instead of the lines
/// @param transcriptAddress that address
record ConversationInput(
        String source,
        String sourceType,
        String agentId,
        @Nullable List<TranscriptLine> transcriptText,
        @Nullable String transcriptAddress,
        @Nullable String transcriptSummary,
        @Nullable String transcriptRecordingUrl,
        String timestampStart,
        @Nullable String timestampEnd,
        @Nullable Analytics conversationAnalytics,
        @Nullable List<Comment> adminComments,
        @Nullable String app,
        @Nullable Stats conversationStats,
        @Nullable JsonNode evaluation) {
    private static final int SHORT = 512;
    private static final int LONG = 8_192;
    private static final int MAX_LINES = 512;
    private static final int MAX_SOURCES = 16;
    private static final int MAX_HEADINGS = 16;
    private static final int MAX_MESSAGE = 32_768;
    private static final Set<String> SOURCE_TYPES = Set.of("BROWSER", "TWILIO", "PLIVO");
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");
    private static final Set<String> SENTIMENTS = Set.of("positive", "negative", "neutral");
    private static final Set<String> STAGES =
            Arrays.stream(ProspectStatus.values()).map(Enum::name).collect(Collectors.toSet());

    /// A reviewer's remark.
    ///
    /// @param rating stars, 1 to 5
    record Comment(String comment, int rating) {
        static Comment read(Fields fields) {
            return new Comment(fields.text("comment", 1, LONG), (int) fields.whole("rating", 1, 5));
        }
    }

    static ConversationInput read(Fields body) {
        boolean isAddress = body.isText("transcriptText");
        return new ConversationInput(
                body.text("source", 1, SHORT),
                body.choice("sourceType", SOURCE_TYPES),
                body.text("agentId", 1, SHORT),
                isAddress
                        ? null
                        : body.optionalObjects(
                                "transcriptText", 1, MAX_LINES, ConversationInput::line),
                isAddress ? address(body) : null,
                body.optionalText("transcriptSummary", 1, 2_048),
                body.optionalText("transcriptRecordingUrl", 1, SHORT),
                Timestamps.write(body.time("timestampStart")),
                optionalTime(body, "timestampEnd"),
                body.optionalObject("conversationAnalytics", ConversationInput::analytics),
                body.optionalObjects("adminComments", 0, 100, Comment::read),
                body.optionalChoice("app", APPS),
                body.optionalObject("conversationStats", ConversationInput::stats),
                body.optionalObject("evaluation", EvaluationInput::read));
    }

    /// The conversation this body makes.
    Conversation conversation(
            ConversationId id, Caller caller, @Nullable ProspectId prospect, String now) {
        var by = caller.user().value();
        return new Conversation(
                id,
                caller.org(),
                prospect,
                source,
                sourceType,
                agentId,
                transcriptText,
                transcriptSummary,
                transcriptRecordingUrl,
                timestampStart,
                timestampEnd,
                conversationAnalytics,
                conversationStats,
                app,
                evaluation,
                "active",
                by,
                now,
                by,
                now);
    }

    /// What replaces `before` when this body is put; the link to the prospect and who made it stay.
    Conversation replacing(Conversation before, Caller caller, String now) {
        var made = conversation(before.id(), caller, before.prospectId(), now);
        return made.madeBy(before.createdBy(), before.createdAt());
    }

    private static @Nullable String address(Fields body) {
        var text = body.text("transcriptText", 1, SHORT);
        try {
            if (new URI(text).isAbsolute()) {
                return text;
            }
        } catch (URISyntaxException _) {
            // falls through to the one message for both mistakes
        }
        return body.wrong("transcriptText", "Input should be a list or an address", "url_parsing");
    }

    private static @Nullable String optionalTime(Fields body, String name) {
        var time = body.optionalTime(name);
        return time == null ? null : Timestamps.write(time);
    }

    private static TranscriptLine line(Fields fields) {
        return new TranscriptLine(
                speaker(fields.text("speaker", 1, 64)),
                fields.text("message", 0, MAX_MESSAGE),
                fields.writtenTime("timestamp"),
                fields.text("message_id", 0, MAX_MESSAGE),
                fields.optionalObjects("sources", 1, MAX_SOURCES, ConversationInput::source));
    }

    private static TranscriptLine.Source source(Fields fields) {
        var headings = fields.optionalTexts("headings", MAX_HEADINGS, SHORT);
        return new TranscriptLine.Source(
                fields.text("hiveId", 1, 64),
                fields.text("passageId", 1, LONG),
                fields.text("title", 0, LONG),
                fields.optionalText("url", 1, LONG),
                headings == null ? List.of() : headings);
    }

    /// Older exporters write speakers freely; none is turned away.
    private static Speaker speaker(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "AI", "AGENT", "ASSISTANT", "BOT" -> Speaker.AI;
            case "TOOL" -> Speaker.TOOL;
            case "AI - TOOL REQUEST" -> Speaker.TOOL_REQUEST;
            default -> Speaker.USER;
        };
    }

    private static Analytics analytics(Fields fields) {
        List.of(
                        "summary",
                        "action_items",
                        "email_address_of_caller",
                        "name_of_caller",
                        "phone_number_of_caller",
                        "address_of_caller",
                        "prospectStatus")
                .forEach(fields::requireKey);
        var stage = fields.optionalChoice("prospectStatus", STAGES);
        return new Analytics(
                fields.optionalText("summary", 0, LONG),
                fields.optionalTexts("action_items", 100, LONG),
                fields.flag("is_audio_consent_given"),
                fields.optionalText("email_address_of_caller", 0, SHORT),
                fields.optionalText("name_of_caller", 0, SHORT),
                fields.optionalText("phone_number_of_caller", 0, SHORT),
                fields.optionalText("address_of_caller", 0, 2_048),
                Sentiment.valueOf(
                        fields.choice("sentiment_of_caller", SENTIMENTS).toUpperCase(Locale.ROOT)),
                stage == null ? null : ProspectStatus.valueOf(stage));
    }

    private static Stats stats(Fields fields) {
        return new Stats(
                (int) fields.whole("total_dialog", 0, Integer.MAX_VALUE),
                fields.number("agent_dialog_ratio"),
                fields.number("user_dialog_ratio"),
                null);
    }
}
