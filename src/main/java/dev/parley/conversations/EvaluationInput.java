package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Fields;
import dev.parley.platform.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A quality review in a request: eight keys, all of them there; strengths and weaknesses as one
/// text or a list of texts.
record EvaluationInput(
        @Nullable String aiEvaluationSummary,
        List<Verdict> aiEvaluations,
        @Nullable Object aiWhatWentWell,
        @Nullable Object aiWhatCanBeImproved,
        @Nullable String humanEvaluationSummary,
        @Nullable List<Verdict> humanEvaluations,
        @Nullable Object humanWhatWentWell,
        @Nullable Object humanWhatCanBeImproved) {
    private static final int SHORT = 512;
    private static final int LONG = 8_192;
    private static final int MANY = 100;

    /// A verdict on one criterion.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(@Nullable String name, @Nullable String description, @Nullable String value) {}

    static JsonNode read(Fields fields) {
        List.of(
                        "aiEvaluationSummary",
                        "aiWhatWentWell",
                        "aiWhatCanBeImproved",
                        "humanEvaluationSummary",
                        "humanEvaluations",
                        "humanWhatWentWell",
                        "humanWhatCanBeImproved")
                .forEach(fields::requireKey);
        return Json.tree(
                new EvaluationInput(
                        fields.optionalText("aiEvaluationSummary", 0, LONG),
                        fields.objects("aiEvaluations", MANY, EvaluationInput::verdict),
                        textOrTexts(fields, "aiWhatWentWell"),
                        textOrTexts(fields, "aiWhatCanBeImproved"),
                        fields.optionalText("humanEvaluationSummary", 0, LONG),
                        fields.optionalObjects(
                                "humanEvaluations", 0, MANY, EvaluationInput::verdict),
                        textOrTexts(fields, "humanWhatWentWell"),
                        textOrTexts(fields, "humanWhatCanBeImproved")));
    }

    private static @Nullable Object textOrTexts(Fields fields, String name) {
        return fields.isText(name)
                ? fields.optionalText(name, 0, LONG)
                : fields.optionalTexts(name, MANY, LONG);
    }

    private static Verdict verdict(Fields fields) {
        return new Verdict(
                fields.optionalText("name", 0, SHORT),
                fields.optionalText("description", 0, LONG),
                fields.optionalText("value", 0, LONG));
    }
}
