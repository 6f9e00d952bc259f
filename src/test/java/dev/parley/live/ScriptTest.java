package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.accounts.OrgId;
import dev.parley.agents.Agent;
import dev.parley.agents.AgentId;
import dev.parley.agents.Mission;
import dev.parley.agents.Voice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @Test
    void fillsThePlaceholdersOfTheMission() {
        var mission =
                mission(
                        "{name}, {role} ({roleDescription}) at {company_name} {other}",
                        "Bye, {name}");

        var script = Script.of(agent("English", mission), "Acme");

        assertThat(script.greeting()).isEqualTo("Ada, clerk (sells $1 {name}) at Acme {other}");
        assertThat(script.farewell()).isEqualTo("Bye, Ada");
    }

    @Test
    void greetsInTheCompanysName() {
        assertThat(Script.of(agent("English", null), "Acme").greeting())
                .isEqualTo("Hello, this is Ada from Acme. How can I help you today?");
        assertThat(Script.of(agent("English", null), " ").greeting())
                .isEqualTo("Hello, this is Ada. How can I help you today?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"English", "Spanish", "Hindi"})
    void hasEveryTextInEveryLanguage(String language) {
        for (var company : new String[] {"Acme", ""}) {
            var script = Script.of(agent(language, mission(" ", "")), company);

            assertThat(script.greeting()).contains("Ada").contains(company).doesNotContain("{");
            assertThat(script.farewell()).isNotBlank();
            assertThat(script.idlePrompt()).isNotBlank();
            assertThat(script.apology()).isNotBlank();
        }
    }

    @Test
    void speaksTheAgentsLanguage() {
        assertThat(Script.of(agent("Spanish", null), "Acme").idlePrompt()).isEqualTo("¿Sigue ahí?");
        assertThat(Script.of(agent("Hindi", null), "Acme").greeting()).startsWith("नमस्ते");
    }

    private static Mission mission(String greeting, String farewell) {
        return new Mission(null, "sell", greeting, null, farewell);
    }

    private static Agent agent(String language, @Nullable Mission mission) {
        return new Agent(
                new AgentId("aia.1.a"),
                new OrgId("org.1.a"),
                "Ada",
                "",
                mission,
                "clerk",
                "sells $1 {name}",
                null,
                null,
                new Voice("Female", new Voice.LanguageAccent(language, "Indian"), "m", null, false),
                null,
                null,
                null,
                "active",
                "UTC",
                "",
                "",
                "",
                "");
    }
}
