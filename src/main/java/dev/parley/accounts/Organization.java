package dev.parley.accounts;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A business that uses the server.
///
/// @param country ISO 3166, the default for phone numbers without a prefix
/// @param timezone whose days metrics count
/// @param engines who is to speak and listen where its agents do not say
public record Organization(
        OrgId id, String name, String country, ZoneId timezone, Engines engines) {
    /// An organization that leaves its engines to the server.
    public Organization(OrgId id, String name, String country, ZoneId timezone) {
        this(id, name, country, timezone, new Engines(null, null));
    }

    /// Compact JSON with a `ModelProvider`, as the contract has it; null where nothing was chosen.
    public record Engines(@Nullable String transcriber, @Nullable String synthesizer) {}
}
