package dev.parley.providers;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where a language model is reached, and as whom.
///
/// @param baseUrl what comes before `/chat/completions`
/// @param apiKey may be empty: most local servers want none
public record LanguageModelConfig(URI baseUrl, String apiKey, String model) {
    private static final Setting<Optional<URI>> BASE_URL =
            Setting.url(
                    "PARLEY_LLM_BASE_URL",
                    "an OpenAI-compatible endpoint such as http://127.0.0.1:11434/v1;"
                            + " the built-in brain when not set",
                    "http",
                    "https");
    private static final Setting<Optional<String>> API_KEY =
            Setting.secret("PARLEY_LLM_API_KEY", 1, "its key, if it wants one");
    private static final Setting<String> MODEL =
            Setting.text("PARLEY_LLM_MODEL", "", "the model to ask there");

    public static final List<Setting<?>> SETTINGS = List.of(BASE_URL, API_KEY, MODEL);

    /// Empty when no endpoint is set.
    public static Optional<LanguageModelConfig> from(Settings settings) {
        var key = settings.get(API_KEY).orElse("");
        var model = settings.get(MODEL);
        var baseUrl = settings.get(BASE_URL);
        if (baseUrl.isPresent() && model.isEmpty()) {
            settings.mistake("PARLEY_LLM_MODEL must name a model when PARLEY_LLM_BASE_URL is set");
        }
        return baseUrl.map(url -> new LanguageModelConfig(url, key, model));
    }

    /// Without the key, so that no log ever has it.
    @Override
    public String toString() {
        return "LanguageModelConfig[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
