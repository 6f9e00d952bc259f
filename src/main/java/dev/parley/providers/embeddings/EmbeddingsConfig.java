package dev.parley.providers.embeddings;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where another embedding model than the built-in one is reached.
///
/// @param baseUrl what comes before `/embeddings`
/// @param apiKey may be empty
public record EmbeddingsConfig(URI baseUrl, String apiKey, String model) {
    private static final Setting<Optional<URI>> URL =
            Setting.url(
                    "PARLEY_EMBEDDINGS_URL",
                    "an OpenAI-compatible endpoint such as http://127.0.0.1:11434/v1;"
                            + " the built-in model when not set",
                    "http",
                    "https");
    private static final Setting<Optional<String>> KEY =
            Setting.secret("PARLEY_EMBEDDINGS_KEY", 1, "its key, if it wants one");
    private static final Setting<String> MODEL =
            Setting.text("PARLEY_EMBEDDINGS_MODEL", "", "the embedding model to ask there");

    public static final List<Setting<?>> SETTINGS = List.of(URL, KEY, MODEL);

    /// Empty for the built-in model.
    public static Optional<EmbeddingsConfig> from(Settings settings) {
        var key = settings.get(KEY).orElse("");
        var model = settings.get(MODEL);
        var url = settings.get(URL);
        if (url.isPresent() && model.isEmpty()) {
            settings.mistake(
                    "PARLEY_EMBEDDINGS_MODEL must name a model when PARLEY_EMBEDDINGS_URL is set");
        }
        return url.map(base -> new EmbeddingsConfig(base, key, model));
    }

    /// Without the key, so that no log ever has it.
    @Override
    public String toString() {
        return "EmbeddingsConfig[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
