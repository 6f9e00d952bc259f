package dev.parley.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.agents.Mission.Stage;
import dev.parley.agents.Voice.LanguageAccent;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body that makes or replaces an agent. Where the contract names no limit, these are ours.
record AgentInput(
        String name,
        String imageUrl,
        @Nullable Mission mission,
        String status,
        String role,
        String roleDescription,
        String timezone,
        @Nullable Voice voice,
        @Nullable List<String> boostedKeywords,
        @Nullable String app,
        @Nullable JsonNode evaluationMetrics) {
    private static final int SHORT = 512;
    private static final int LONG = 8_192;
    private static final int PROMPT = 100_000;
    private static final Set<String> STATUSES = Set.of("active", "inactive", "pending", "archived");
    private static final Set<String> APPS = Set.of("TRATA", "TRATA_SPARR", "TRATA_SPARR_V1");
    private static final Set<String> GENDERS = Set.of("Male", "Female", "Neutral");
    private static final Set<String> LANGUAGES = Set.of("English", "Spanish", "Hindi");
    private static final Set<String> ACCENTS =
            Set.of("American", "Indian", "Australian", "British", "Hindi", "Middle Eastern");
    private static final LanguageAccent NO_ACCENT = new LanguageAccent("English", "American");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Metric(@Nullable String name, @Nullable String description) {}

    private record Metrics(
            @Nullable List<Metric> qualitativeMetrics,
            @Nullable List<Metric> quantitativeMetrics) {}

    static AgentInput read(Fields body) {
        return new AgentInput(
                body.text("name", 1, SHORT),
                body.text("imageUrl", 0, 2_048),
                body.optionalObject("mission", AgentInput::mission),
                body.choice("status", STATUSES),
                body.text("role", 0, SHORT),
                body.text("roleDescription", 0, LONG),
                timezone(body),
                body.optionalObject("voice", AgentInput::voice),
                body.optionalTexts("boostedKeywords", 1_000, 256),
                body.optionalChoice("app", APPS),
                body.optionalObject("evaluationMetrics", AgentInput::metrics));
    }

    private static String timezone(Fields body) {
        var zone = body.text("timezone", 1, 64);
        try {
            ZoneId.of(zone.isEmpty() ? "UTC" : zone);
        } catch (DateTimeException _) {
            body.wrong(
                    "timezone", "Input should be an IANA zone such as Asia/Kolkata", "value_error");
        }
        return zone;
    }

    private static Mission mission(Fields fields) {
        fields.requireKey("greeting");
        return new Mission(
                fields.optionalText("prompt", 0, PROMPT),
                fields.optionalText("objective", 0, PROMPT),
                fields.optionalText("greeting", 0, 2_048),
                fields.optionalObjects("sequence", 0, 100, AgentInput::stage),
                fields.optionalText("farewell", 0, 2_048));
    }

    private static Stage stage(Fields fields) {
        return new Stage(
                fields.text("stageName", 0, SHORT),
                fields.text("description", 0, LONG),
                fields.optionalText("otherNotes", 0, LONG));
    }

    private static Voice voice(Fields fields) {
        return new Voice(
                fields.choice("gender", GENDERS),
                fields.object("languageAccent", AgentInput::accent, NO_ACCENT),
                fields.text("modelId", 0, SHORT),
                fields.optionalText("playbackSpeed", 0, 32),
                fields.flag("backgroundNoise", false));
    }

    private static LanguageAccent accent(Fields fields) {
        return new LanguageAccent(
                fields.choice("language", LANGUAGES), fields.choice("accent", ACCENTS));
    }

    private static JsonNode metrics(Fields fields) {
        fields.requireKey("qualitativeMetrics");
        fields.requireKey("quantitativeMetrics");
        return Json.tree(
                new Metrics(
                        fields.optionalObjects("qualitativeMetrics", 0, 100, AgentInput::metric),
                        fields.optionalObjects("quantitativeMetrics", 0, 100, AgentInput::metric)));
    }

    private static Metric metric(Fields fields) {
        return new Metric(
                fields.optionalText("name", 0, SHORT), fields.optionalText("description", 0, LONG));
    }
}
