package dev.parley.live.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.AgentGaveWay;
import dev.parley.live.Limits;
import dev.parley.live.SpokenTimeline;
import org.junit.jupiter.api.Test;

/// Callers who speak while the agent does, and what is not an interruption.
class InterruptionTest {
    private static final String STORY = "Once upon a time there was a king who had three sons.";

    private final SpokenTimeline call = new SpokenTimeline(SpokenTurnsTest.SCRIPT, Limits.SPOKEN);

    private SpokenTimeline telling() {
        return call.caller(2, 3, "Tell me a story.").brain(0.3, STORY, "They went away.");
    }

    @Test
    void fallsSilentAtOnceAndGivesWayWhenTheWordsAreKnown() {
        telling().caller(6, 7, "Stop it please.").brain(0.3, "All right.").until(12);

        assertThat(call.happened())
                .containsSubsequence(
                        "3.95 dia.2 " + STORY,
                        "6.06 dia.2 PAUSE",
                        "6.35 dia.2 ABORT",
                        "7.95 dia.3 All right.");
        assertThat(call.transcript())
                .containsSubsequence(
                        "AI: Once upon a time there", "USER: Stop it please.", "AI: All right.");
    }

    @Test
    void givesWayByLengthWhenNoWordsAreKnownInTime() {
        telling().hearsSlowly(0.5).caller(6, 7.5, "I have another question.");
        call.brain(0.3, "Please.").until(12);

        assertThat(call.happened()).contains("6.06 dia.2 PAUSE", "6.56 dia.2 ABORT");
        assertThat(call.asked()).endsWith("I have another question.");
    }

    @Test
    void goesOnAfterACough() {
        telling().cough(6, 6.15).until(14);

        assertThat(call.happened())
                .contains("6.06 dia.2 PAUSE", "6.5 dia.2 RESUME")
                .noneMatch(event -> event.contains("ABORT"));
        assertThat(call.transcript()).endsWith("AI: " + STORY + " They went away.");
    }

    @Test
    void goesOnAfterABackChannel() {
        telling().caller(6, 6.3, "Mm-hm").until(14);

        assertThat(call.happened()).contains("6.5 dia.2 RESUME");
        assertThat(call.asked()).hasSize(1);
        assertThat(call.transcript()).endsWith("AI: " + STORY + " They went away.");
    }

    @Test
    void goesOnAfterTwoBackChannels() {
        telling().caller(5, 5.3, "Okay").caller(7, 7.3, "Yeah okay").until(14);

        assertThat(call.asked()).hasSize(1);
        assertThat(call.happened()).filteredOn(event -> event.contains("RESUME")).hasSize(2);
    }

    @Test
    void givesWayWhenABackChannelGoesOnAsASentence() {
        telling().caller(6, 7.5, "Okay but how long is it").brain(0.3, "Short.").until(13);

        assertThat(call.asked()).endsWith("Okay but how long is it");
        assertThat(call.happened()).anyMatch(event -> event.endsWith("dia.2 ABORT"));
    }

    @Test
    void takesABackChannelForTheAnswerAtTheEndOfAQuestion() {
        call.caller(2, 3, "A pizza please.").brain(0.3, "With extra cheese on it?");
        call.caller(5.6, 5.9, "Yes").brain(0.3, "With cheese.").until(10);

        assertThat(call.asked()).endsWith("Yes");
        assertThat(call.happened()).noneMatch(event -> event.contains("ABORT"));
    }

    @Test
    void doesNotTakeItForAnAnswerWhenNothingWasAsked() {
        call.caller(2, 3, "A pizza please.").brain(0.3, "I put it on your list.");
        call.caller(5.8, 6.1, "Okay").until(12);

        assertThat(call.asked()).hasSize(1);
    }

    @Test
    void lateWordsInterruptAfterAll() {
        telling().hearsSlowly(0.9).caller(6, 6.2, "Stop").brain(0.3, "Yes?").until(12);

        assertThat(call.happened())
                .containsSubsequence("6.56 dia.2 RESUME", "7.3 dia.2 ABORT")
                .contains("7.6 dia.3 Yes?");
    }

    @Test
    void interruptsTheGreeting() {
        call.caller(0.4, 1.4, "A table for two.").brain(0.3, "For two.").until(6);

        assertThat(call.happened()).contains("0.46 dia.1 PAUSE", "0.75 dia.1 ABORT");
        assertThat(call.transcript()).contains("AI: Hello,", "USER: A table for two.");
    }

    @Test
    void addsWhatIsSaidWhileTheAgentThinks() {
        call.caller(2, 3, "I want a pizza.").brain(3, "Which one?");
        call.caller(4.2, 5, "And a salad.").brain(0.3, "Both then.").until(10);

        assertThat(call.asked()).containsExactly("I want a pizza.", "I want a pizza. And a salad.");
        assertThat(call.happened()).contains("4.55 stop");
    }

    @Test
    void doesNotBeginToTalkWhileTheCallerDoes() {
        call.hearsSlowly(0.4).caller(2, 3, "I want a pizza.").brain(1.2, "Which one?");
        call.caller(4.6, 6.2, "And a salad with it.").brain(0.3, "Both then.").until(12);

        assertThat(call.happened())
                .noneMatch(event -> event.contains("Which one?"))
                .anyMatch(event -> event.endsWith("PAUSE"));
        assertThat(call.asked()).endsWith("I want a pizza. And a salad with it.");
    }

    @Test
    void isNotStoppedByACoughWhileItThinks() {
        call.caller(2, 3, "I want a pizza.").brain(1, "Which one?").cough(4.0, 4.2).until(10);

        assertThat(call.asked()).hasSize(1);
        assertThat(call.transcript()).endsWith("AI: Which one?");
    }

    @Test
    void isInterruptedByKeys() {
        telling().keys(6, "0").brain(0.3, "An operator?").until(12);

        assertThat(call.happened()).contains("6.0 dia.2 ABORT");
        assertThat(call.asked()).endsWith("0");
    }

    @Test
    void saysTheRestWhenNobodyWantedTheFloor() {
        telling().cough(6, 7.2).until(20);

        assertThat(call.happened()).contains("6.56 dia.2 ABORT");
        assertThat(call.transcript()).endsWith("AI: " + STORY + " They went away.");
    }

    @Test
    void hearsItsOwnWordsForAnEcho() {
        telling().caller(6, 6.8, "a time there was").until(14);

        assertThat(call.asked()).hasSize(1);
        assertThat(call.transcript()).endsWith("AI: " + STORY + " They went away.");
    }

    @Test
    void takesBackItsGoodbyeWhenTheCallerSpeaksUp() {
        call.caller(2, 3, "That's all.").brainSaysGoodbye(0.3, "Have a nice day.");
        call.caller(5, 6, "Wait, one more thing.").brain(0.3, "Yes?").until(12);

        assertThat(call.happened())
                .noneMatch(event -> event.contains("close"))
                .anyMatch(event -> event.endsWith("Yes?"));
    }

    @Test
    void isNotInterruptedWhileTheServerSaysGoodbye() {
        call.serverDrains(2).caller(2.3, 3, "Wait please.").until(8);

        assertThat(call.happened())
                .noneMatch(event -> event.contains("ABORT"))
                .anyMatch(event -> event.endsWith("close error_restart"));
    }

    @Test
    void asksAgainWithBothWhenNothingOfTheAnswerWasHeard() {
        call.caller(2, 3, "Tell me a story.").brain(0.3, STORY);
        call.caller(3.97, 5, "A short one please.").brain(0.3, "The end.").until(10);

        assertThat(call.asked()).endsWith("Tell me a story. A short one please.");
    }

    @Test
    void tellsWhyItGaveWay() {
        telling().caller(6, 7, "Stop it please.").brain(0.3, "All right.").until(12);

        assertThat(call.log())
                .filteredOn(AgentGaveWay.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        AgentGaveWay.class, it -> assertThat(it.heard()).isEqualTo("Stop"));
    }
}
