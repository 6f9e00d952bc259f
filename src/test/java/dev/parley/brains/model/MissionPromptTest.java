package dev.parley.brains.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agents.Agent;
import dev.parley.agents.Mission;
import dev.parley.agents.Mission.Stage;
import dev.parley.live.Brain.Turn;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.Message.Said;
import dev.parley.testing.Agents;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissionPromptTest {
    private static final Instant NOW = Instant.parse("2024-11-11T03:06:20Z");

    @Test
    void fillsThePlaceholdersItKnowsAndNoOthers() {
        var mission =
                mission("Be {name} the {role} of {company_name}: {roleDescription}. {Name} {x}");

        assertThat(prompt(Agents.speaking("English", mission)))
                .contains("Be Sophia the Host of Wing {role} $1 House: Takes orders. {Name} {x}");
    }

    @Test
    void worksFromTheObjectiveWhenThereIsNoPrompt() {
        var mission = new Mission(" ", "Sell wings.", null, null, null);

        assertThat(prompt(Agents.speaking("English", mission)))
                .contains("should achieve: Sell wings.");
    }

    @Test
    void listsTheStagesInOrder() {
        var stages =
                List.of(
                        new Stage("Greet", "Say hi", null),
                        new Stage("Order", "Take it", "Slowly"));
        var mission = new Mission("P", null, null, stages, null);

        assertThat(prompt(Agents.speaking("English", mission)))
                .contains("1. Greet: Say hi\n2. Order: Take it Note: Slowly");
    }

    @Test
    void tellsTheTimeWhereTheAgentIs() {
        assertThat(prompt(Agents.of("English", "America/New_York", null)))
                .endsWith("It is now Sunday, 10 November 2024, 22:06 (America/New_York).");
        assertThat(prompt(Agents.of("English", "Mars/Olympus Mons", null)))
                .endsWith("It is now Monday, 11 November 2024, 03:06 (UTC).");
    }

    @Test
    void namesTheLanguageAndHowToHangUp() {
        assertThat(prompt(Agents.speaking("Spanish", null)))
                .contains("Speak Spanish", "[END_CALL]", "Say a short goodbye");
        assertThat(prompt(Agents.speaking("Hindi", new Mission(null, null, null, null, "Bye."))))
                .contains("Speak Hindi", "A farewell is spoken after it");
    }

    @Test
    void mergesLinesOfOneSpeakerAndLetsTheUserBegin() {
        var history =
                List.of(
                        line(Speaker.AI, "Hello!"),
                        line(Speaker.USER, "My number is"),
                        line(Speaker.TOOL, "secret"),
                        line(Speaker.USER, "96260\0"));

        assertThat(Dialogue.of(new Turn(history, "12778.", NOW), Map.of()))
                .containsExactly(
                        new Said("user", "(The call begins.)"),
                        new Said("assistant", "Hello!"),
                        new Said("user", "My number is 96260 12778."));
    }

    @Test
    void keepsTheNewestOfALongConversation() {
        var lines = Collections.nCopies(5_000, line(Speaker.AI, "old")).stream().toList();
        var long1 = Dialogue.of(new Turn(lines, "new", NOW), Map.of());
        assertThat(long1.getLast()).isEqualTo(new Said("user", "new"));
        assertThat(characters(long1)).isLessThan(1_000);

        var heavy = Collections.nCopies(50, line(Speaker.USER, "x".repeat(3_000)));
        assertThat(characters(Dialogue.of(new Turn(heavy, "new", NOW), Map.of())))
                .isBetween(20_000, 24_100);
    }

    private static int characters(List<Message> messages) {
        return messages.stream().mapToInt(message -> ((Said) message).content().length()).sum();
    }

    private static TranscriptLine line(Speaker speaker, String words) {
        return new TranscriptLine(speaker, words, "2024-11-11T05:06:21.049339", words);
    }

    private static Mission mission(String prompt) {
        return new Mission(prompt, null, null, null, null);
    }

    private static String prompt(Agent agent) {
        return new MissionPrompt(agent, "Wing {role} $1 House").at(NOW).content();
    }
}
