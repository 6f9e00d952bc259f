package dev.parley.agents;

import org.jspecify.annotations.Nullable;

/// How an agent sounds; every text is one of the contract's names.
public record Voice(
        String gender,
        LanguageAccent languageAccent,
        String modelId,
        @Nullable String playbackSpeed,
        boolean backgroundNoise) {
    /// A language with an accent, for example `English` and `American`.
    public record LanguageAccent(String language, String accent) {}
}
