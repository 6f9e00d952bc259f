package dev.parley.live.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.Limits;
import dev.parley.live.SpokenTimeline;
import org.junit.jupiter.api.Test;

/// How spoken conversations end, and what happens when something fails in the middle.
class SpokenEndingsTest {
    private final SpokenTimeline call = new SpokenTimeline(SpokenTurnsTest.SCRIPT, Limits.SPOKEN);

    @Test
    void endsWhenTheCallerHangsUpDuringTheGreeting() {
        call.callerHangsUp(0.8).until(5);

        assertThat(call.happened()).endsWith("0.8 close user_hangup");
        assertThat(call.transcript()).containsExactly("AI: Hello, I'm");
    }

    @Test
    void endsWhenTheCallerHangsUpWhileSpeaking() {
        call.caller(2, 4, "I would like to").callerHangsUp(3).until(8);

        assertThat(call.happened()).endsWith("3.0 close user_hangup");
    }

    @Test
    void endsWhenTheCallerHangsUpWhileTheAgentThinks() {
        call.caller(2, 3, "A pizza please.").brain(3, "Which?").callerHangsUp(4).until(9);

        assertThat(call.happened()).endsWith("4.0 stop", "4.0 close user_hangup");
        assertThat(call.transcript()).endsWith("USER: A pizza please.");
    }

    @Test
    void keepsWhatWasHeardWhenTheCallerHangsUpWhileTheAgentSpeaks() {
        call.caller(2, 3, "A pizza please.").brain(0.3, "Which one of our nine pizzas?");
        call.callerHangsUp(4.8).until(9);

        assertThat(call.transcript()).endsWith("AI: Which one");
    }

    @Test
    void endsWhenTheCallerHangsUpDuringATool() {
        call.caller(2, 3, "Book it.").brain(5, "Done.").tool(3.7, 6, "book").callerHangsUp(4.5);

        call.until(9);

        assertThat(call.happened()).endsWith("4.5 close user_hangup");
    }

    @Test
    void endsWhenTheCallerHangsUpDuringTheFarewell() {
        call.caller(2, 3, "That's all.").brainSaysGoodbye(0.2, "Bye.").callerHangsUp(4.6).until(9);

        assertThat(call.happened()).endsWith("4.6 close user_hangup");
    }

    @Test
    void asksASilentCallerAndThenSaysGoodbye() {
        call.until(60);

        assertThat(call.happened())
                .containsExactly(
                        "0.0 dia.1 Hello, I'm Ada.",
                        "1.2 dia.1 END_OF_TURN",
                        "16.2 dia.2 Are you still there?",
                        "17.8 dia.2 END_OF_TURN",
                        "32.8 dia.3 Thank you, goodbye!",
                        "34.0 dia.3 END_OF_TURN",
                        "34.0 close inactivity");
    }

    @Test
    void doesNotTakeALongTalkForSilence() {
        call.caller(2, 30, "A very long story without a pause.").brain(0.3, "I see.").until(40);

        assertThat(call.happened()).noneMatch(event -> event.contains("still there"));
        assertThat(call.asked()).hasSize(1);
    }

    @Test
    void takesANoiseWithoutAnEndForSilence() {
        call.cough(2, 500).until(200);

        assertThat(call.happened()).anyMatch(event -> event.endsWith("close inactivity"));
    }

    @Test
    void saysGoodbyeWhenTheLongestTimeIsOver() {
        for (int at = 10; at < 1_800; at += 12) {
            call.caller(at, at + 1, "And what else?").brain(0.3, "This.");
        }

        call.until(1_820);

        assertThat(call.happened().getLast()).endsWith("close max_duration_reached");
        assertThat(call.transcript().getLast()).contains("Thank you, goodbye!");
    }

    @Test
    void apologisesWhenTheBrainFails() {
        call.caller(2, 3, "A pizza please.").brainFails(0.4);
        call.caller(7, 8, "A pizza please.").brain(0.3, "Which one?").until(12);

        assertThat(call.happened())
                .contains("4.05 dia.2 Sorry, say that again?")
                .anyMatch(event -> event.endsWith("Which one?"));
    }

    @Test
    void neverLeavesTheCallerInSilenceWhenTheBrainHangs() {
        call.caller(2, 3, "A pizza please.").until(14);

        // N1: the wait is over after 3.2 seconds, and again 4 seconds after the filler's end
        assertThat(call.happened())
                .contains("6.15 dia.2 One moment, please.", "11.35 stop")
                .contains("11.35 dia.2 Sorry, say that again?");
    }

    @Test
    void saysGoodbyeWhenTheBrainFailsAgainAndAgain() {
        for (int at = 2; at < 60; at += 8) {
            call.caller(at, at + 1, "A pizza please.").brainFails(0.4);
        }

        call.until(70);

        assertThat(call.happened().getLast()).endsWith("close error_provider");
        assertThat(call.transcript().getLast()).contains("goodbye");
    }

    @Test
    void saysGoodbyeWhenNobodyListensAnyMore() {
        call.recogniserFails(3).until(10);

        assertThat(call.happened())
                .contains("3.0 dia.2 Thank you, goodbye!")
                .endsWith("4.2 close error_provider");
    }

    @Test
    void saysGoodbyeWhenTheRecogniserFailsWhileTheAgentSpeaks() {
        call.caller(2, 3, "A pizza please.").brain(0.3, "Which one of our nine pizzas?");
        call.recogniserFails(4.5).until(15);

        assertThat(call.happened().getLast()).endsWith("close error_provider");
        assertThat(call.transcript().getLast())
                .endsWith("Which one of our nine pizzas? Thank you, goodbye!");
    }

    @Test
    void givesALostLineUpAfterAWhile() {
        call.lineIsLost(3).until(60);

        assertThat(call.happened()).endsWith("33.0 close user_hangup");
    }

    @Test
    void keepsASecondAnswerThatIsEmptyFromBeingSilence() {
        call.caller(2, 3, "A pizza please.").brain(0.4).until(9);

        assertThat(call.happened()).contains("4.05 dia.2 Sorry, say that again?");
    }
}
