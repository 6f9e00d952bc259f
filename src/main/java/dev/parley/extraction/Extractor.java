package dev.parley.extraction;

import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Language;
import java.util.List;

/// Reads the facts out of a finished conversation.
public interface Extractor {
    /// The facts of `call`. Takes as long as it takes; never touches the database.
    Analytics extract(Call call);

    /// A finished conversation and what is known around it.
    ///
    /// @param agentName the agent's own name, never the caller's
    /// @param companyName the business the agent speaks for
    /// @param language what the agent speaks; callers may mix
    /// @param region ISO 3166 country, the default for phone numbers without a prefix
    record Call(
            String agentName,
            String companyName,
            Language language,
            String region,
            List<TranscriptLine> lines) {}
}
