package dev.parley.providers;

import java.net.URI;

/// Where a language model is reached, and as whom.
///
/// @param baseUrl what comes before `/chat/completions`
/// @param apiKey may be empty: most local servers want none
public record LanguageModelConfig(URI baseUrl, String apiKey, String model) {
    /// Without the key, so that no log ever has it.
    @Override
    public String toString() {
        return "LanguageModelConfig[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
