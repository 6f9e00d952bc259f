package dev.parley.testing;

import dev.parley.accounts.OrgId;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.Mission;
import dev.parley.agents.Voice;
import org.jspecify.annotations.Nullable;

/// Agents to test with.
public final class Agents {
    private Agents() {}

    public static Agent speaking(String language, @Nullable Mission mission) {
        return of(language, "America/New_York", mission);
    }

    public static Agent of(String language, String timezone, @Nullable Mission mission) {
        var accent = new Voice.LanguageAccent(language, "American");
        return new Agent(
                new AgentId("aia.1726903132.obUuT7vM"),
                new OrgId("org.1726902940.GZChqlpU"),
                "Sophia",
                "",
                mission,
                "Host",
                "Takes orders",
                null,
                null,
                new Voice("Female", accent, "m", null, false),
                null,
                null,
                null,
                "active",
                timezone,
                "u",
                "2024-01-01T00:00:00.000000",
                "u",
                "2024-01-01T00:00:00.000000");
    }
}
