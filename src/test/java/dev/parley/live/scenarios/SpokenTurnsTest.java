package dev.parley.live.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.TurnEnded;
import dev.parley.live.Limits;
import dev.parley.live.Script;
import dev.parley.live.SpokenTimeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Ordinary turns of spoken conversations, and when they end.
class SpokenTurnsTest {
    static final Script SCRIPT =
            new Script(
                    "Hello, I'm Ada.",
                    "Thank you, goodbye!",
                    "Are you still there?",
                    "Sorry, say that again?",
                    "One moment, please.");

    private final SpokenTimeline call = new SpokenTimeline(SCRIPT, Limits.SPOKEN);

    @Test
    void goesFromGreetingToGoodbye() {
        call.caller(2, 3.5, "Do you open on Sundays?").brain(0.5, "We do, from ten.");
        call.caller(8, 9, "Thanks, bye.").brainSaysGoodbye(0.4, "You're welcome.");

        call.until(20);

        assertThat(call.happened())
                .containsExactly(
                        "0.0 dia.1 Hello, I'm Ada.",
                        "1.2 dia.1 END_OF_TURN",
                        "4.65 dia.2 We do, from ten.",
                        "6.25 dia.2 END_OF_TURN",
                        "10.05 dia.3 You're welcome.",
                        "10.85 dia.3 Thank you, goodbye!",
                        "12.05 dia.3 END_OF_TURN",
                        "12.05 close agent_hangup");
        assertThat(call.transcript())
                .containsExactly(
                        "AI: Hello, I'm Ada.",
                        "USER: Do you open on Sundays?",
                        "AI: We do, from ten.",
                        "USER: Thanks, bye.",
                        "AI: You're welcome. Thank you, goodbye!");
    }

    @Test
    void answersSoonAfterAFinishedSentence() {
        call.caller(2, 3, "I would like a table.").brain(0.3, "Sure.").until(6);

        assertThat(call.happened()).contains("3.95 dia.2 Sure.");
    }

    @Test
    void answersSoonerAfterAYesOrNo() {
        call.caller(2, 2.5, "Yes").brain(0.3, "Good.").until(6);

        assertThat(call.happened()).contains("3.3 dia.2 Good.");
    }

    @Test
    void waitsLongerWhileASentenceHangsInTheAir() {
        call.caller(2, 3, "I would like a table for").caller(4.2, 5, "four people.");
        call.brain(0.3, "For four.").until(9);

        assertThat(call.asked()).containsExactly("I would like a table for four people.");
        assertThat(call.happened()).contains("5.95 dia.2 For four.");
    }

    @Test
    void waitsLongerWhileANumberIsGiven() {
        call.caller(2, 3.2, "My number is 555").caller(4.2, 5, "0199").caller(6, 7.5, "2345 678");
        call.brain(0.3, "Got it.").until(12);

        assertThat(call.asked()).containsExactly("My number is 555 0199 2345 678");
    }

    @Test
    void takesAWholeNumberForFinished() {
        call.caller(2, 4, "It's 415 555 0199 22").brain(0.3, "Got it.").until(9);

        assertThat(call.happened()).contains("4.95 dia.2 Got it.");
    }

    @Test
    void waitsLongerWhileAnAddressIsSpelled() {
        call.brain(0.2, "What is your e-mail address?").caller(1.5, 2, "Hi there.");
        call.caller(6, 7, "j o h n").caller(8, 9, "at example dot com").brain(0.3, "Thanks.");
        call.until(14);

        assertThat(call.asked()).containsExactly("Hi there.", "j o h n at example dot com");
    }

    @Test
    void waitsWhileTheCallerThinksAloud() {
        call.caller(2, 2.8, "Let me see, um").caller(4, 5, "tomorrow at six.");
        call.brain(0.3, "Tomorrow at six.").until(9);

        assertThat(call.asked()).containsExactly("Let me see, um tomorrow at six.");
    }

    @Test
    void takesWhatComesAfterALongPauseForTheSameQuestion() {
        call.caller(2, 3, "I need a plumber.").brain(1.5, "When?");
        call.caller(4, 5, "My sink is leaking.").brain(0.3, "I'm sending one.").until(9);

        assertThat(call.asked())
                .containsExactly("I need a plumber.", "I need a plumber. My sink is leaking.");
        assertThat(call.transcript())
                .endsWith(
                        "USER: I need a plumber.",
                        "USER: My sink is leaking.",
                        "AI: I'm sending one.");
    }

    @Test
    void hearsWithARecogniserThatGuessesNothing() {
        call.hearsSlowly(0.6).caller(2, 3.5, "Do you open on Sundays?");
        call.brain(0.5, "We do.").until(8);

        assertThat(call.asked()).containsExactly("Do you open on Sundays?");
        assertThat(call.happened()).contains("4.8 dia.2 We do.");
    }

    @Test
    void makesDoWithTheGuessWhenTheLastWordsDoNotCome() {
        call.hearsNothingMore().caller(2, 3.5, "Do you open on Sundays?").brain(0.5, "We do.");

        call.until(9);

        assertThat(call.asked()).containsExactly("Do you open on Sundays?");
    }

    @Test
    void takesKeysForWords() {
        call.keys(2, "4").keys(2.4, "1").keys(2.8, "5").brain(0.2, "Four one five.").until(8);

        assertThat(call.asked()).containsExactly("415");
        assertThat(call.happened()).contains("5.0 dia.2 Four one five.");
    }

    @Test
    void answersAtOnceWhenTheLastKeyIsTheHash() {
        call.keys(2, "42").keys(2.5, "#").brain(0.2, "Forty two.").until(8);

        assertThat(call.asked()).containsExactly("42#");
        assertThat(call.happened()).contains("2.7 dia.2 Forty two.");
    }

    @Test
    void measuresEveryStage() {
        call.caller(2, 3.5, "Do you open on Sundays?").brain(0.5, "We do.").until(8);

        assertThat(call.log())
                .filteredOn(TurnEnded.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        TurnEnded.class,
                        ended -> {
                            var timings = ended.timings();
                            assertThat(Duration.between(timings.voiceEnded(), timings.heard()))
                                    .isEqualTo(Duration.ofMillis(450));
                            assertThat(Duration.between(timings.heard(), timings.firstToken()))
                                    .isEqualTo(Duration.ofMillis(500));
                        });
    }

    @Test
    void saysThatItTakesAMomentAndThenAnswers() {
        call.caller(2, 3, "Is it in stock?").brain(4, "It is.").until(12);

        assertThat(call.happened()).contains("6.15 dia.2 One moment, please.", "7.65 dia.2 It is.");
        assertThat(call.transcript()).endsWith("AI: One moment, please. It is.");
    }

    @Test
    void doesTwoThingsInARowBeforeItAnswers() {
        call.caller(2, 3, "Book it and mail me.").brain(6, "Both are done.");
        call.tool(3.7, 4.5, "book").tool(4.6, 6, "mail").until(14);

        assertThat(call.transcript())
                .filteredOn(line -> line.startsWith("AI - TOOL") || line.startsWith("TOOL"))
                .hasSize(4);
        assertThat(call.transcript().getLast()).endsWith("Both are done.");
        assertThat(call.happened()).noneMatch(event -> event.contains("Sorry"));
    }
}
