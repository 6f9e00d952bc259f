package dev.parley.live.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.TurnEnded;
import dev.parley.live.Limits;
import dev.parley.live.Script;
import dev.parley.live.Timeline;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TypedConversationTest {
    private static final Script SCRIPT =
            new Script(
                    "Hello, I'm Ada.",
                    "Goodbye!",
                    "Are you there?",
                    "Sorry, say again?",
                    "One moment.");

    private final Timeline call = new Timeline(SCRIPT, Limits.DEFAULT);

    @Test
    void goesFromGreetingToGoodbye() {
        call.at(2).callerSays("Do you open on Sundays?");
        call.at(2.5).brainSays("We do. From ").at(2.7).brainSays("10:30 a.m. on.").brainFinishes();
        call.at(6).callerSays("Thanks, bye");
        call.at(6.4).brainSays("You are welcome.").brainSaysGoodbye();

        assertThat(call.happened())
                .containsExactly(
                        "0.0 dia.1 Hello, I'm Ada.",
                        "0.0 dia.1 END_OF_TURN",
                        "2.5 dia.2 We do.",
                        "2.7 dia.2 From 10:30 a.m. on.",
                        "2.7 dia.2 END_OF_TURN",
                        "6.4 dia.3 You are welcome.",
                        "6.4 dia.3 Goodbye!",
                        "6.4 dia.3 END_OF_TURN",
                        "6.4 close agent_hangup");
        assertThat(call.transcript())
                .containsExactly(
                        "AI: Hello, I'm Ada.",
                        "USER: Do you open on Sundays?",
                        "AI: We do. From 10:30 a.m. on.",
                        "USER: Thanks, bye",
                        "AI: You are welcome. Goodbye!");
        assertThat(call.lines())
                .extracting(TranscriptLine::messageId)
                .containsExactly(
                        "dia.1", "Do you open on Sundays?", "dia.2", "Thanks, bye", "dia.3");
        assertThat(call.lines()).extracting(TranscriptLine::timestamp).isSorted();
        assertThat(call.lines().getFirst().timestamp()).isEqualTo("2026-01-02T03:04:05.000006");
    }

    @Test
    void measuresEachTurn() {
        call.at(2).callerSays("Hi").at(2.5).brainSays("Hello. How ").at(4).brainFinishes();

        assertThat(call.log())
                .filteredOn(TurnEnded.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        TurnEnded.class,
                        it -> {
                            assertThat(it.timings().latency()).contains(Duration.ofMillis(500));
                            assertThat(it.timings().lastSentence()).isEqualTo(it.at());
                        });
    }

    @Test
    void stopsWhenTheCallerTypesOn() {
        call.at(2).callerSays("Tell me a story.");
        call.at(3).brainSays("Once upon a time. There ");
        call.at(4).callerSays("Stop!").brainSays("was a king. And ");
        call.at(5).brainSays("All right.").brainFinishes();

        assertThat(call.happened())
                .containsSubsequence(
                        "3.0 dia.2 Once upon a time.",
                        "4.0 stop",
                        "4.0 dia.2 ABORT",
                        "5.0 dia.3 END_OF_TURN")
                .doesNotContain("4.0 dia.2 There was a king.", "4.0 dia.2 END_OF_TURN");
        assertThat(call.transcript())
                .contains("AI: Once upon a time.", "USER: Stop!")
                .doesNotContain("AI: Once upon a time. There was a king.");
        assertThat(call.asked()).containsExactly("Tell me a story.", "Stop!");
    }

    @Test
    void takesTwoQuickUtterancesAsOne() {
        call.at(2).callerSays("I need a table").at(2.2).callerSays("for two");
        call.at(3).brainSays("For two.").brainFinishes();

        assertThat(call.asked()).containsExactly("I need a table", "I need a table for two");
        assertThat(call.transcript())
                .containsExactly(
                        "AI: Hello, I'm Ada.",
                        "USER: I need a table",
                        "USER: for two",
                        "AI: For two.");
        assertThat(call.lines().getLast().messageId()).isEqualTo("dia.2");
    }

    @Test
    void asksOnceAndThenLeavesASilentCaller() {
        call.at(60);

        assertThat(call.happened())
                .containsExactly(
                        "0.0 dia.1 Hello, I'm Ada.",
                        "0.0 dia.1 END_OF_TURN",
                        "15.0 dia.2 Are you there?",
                        "15.0 dia.2 END_OF_TURN",
                        "30.0 dia.3 Goodbye!",
                        "30.0 dia.3 END_OF_TURN",
                        "30.0 close inactivity");
    }

    @Test
    void countsSilencesAnewOnceTheCallerSpeaks() {
        call.at(16).callerSays("Yes").brainSays("Good.").brainFinishes().at(32);

        assertThat(call.happened()).endsWith("31.0 dia.4 Are you there?", "31.0 dia.4 END_OF_TURN");
    }

    @Test
    void goesOnWhereTheLineBroke() {
        call.at(2).callerSays("Tell me a story.").nothingIsDelivered().brainSays("Once. Upon ");
        call.at(3).lineIsLost().brainSays("a time. The end.").brainFinishes();
        call.at(25).callerIsBack();

        assertThat(call.happened())
                .endsWith(
                        "2.0 dia.2 Once.",
                        "3.0 lost",
                        "25.0 dia.2 Once.",
                        "25.0 dia.2 Upon a time.",
                        "25.0 dia.2 The end.");
    }

    @Test
    void waitsThirtySecondsForALostCaller() {
        call.at(10).lineIsLost().at(100);

        assertThat(call.happened()).endsWith("10.0 lost", "40.0 close user_hangup");
    }

    @Test
    void endsInMidReplyWhenItsTimeIsUp() {
        for (int i = 1; i < 180; i++) {
            call.at(i * 10).callerSays("Go on.").brainSays("Well. ").brainSays("Yes ");
        }
        call.at(1801);

        assertThat(call.happened())
                .endsWith(
                        "1800.0 stop",
                        "1800.0 dia.180 Goodbye!",
                        "1800.0 dia.180 END_OF_TURN",
                        "1800.0 close max_duration_reached");
        assertThat(call.transcript()).endsWith("AI: Well. Goodbye!");
    }

    @Test
    void apologisesTwiceAndGivesUpTheThirdTime() {
        call.at(1).callerSays("One").brainFails();
        call.at(2).callerSays("Two").brainFinishes();
        call.at(3).callerSays("Three").at(40);

        assertThat(call.happened())
                .containsSubsequence(
                        "1.0 dia.2 Sorry, say again?",
                        "1.0 dia.2 END_OF_TURN",
                        "2.0 dia.3 Sorry, say again?",
                        "2.0 dia.3 END_OF_TURN",
                        "33.0 stop",
                        "33.0 dia.4 Sorry, say again?",
                        "33.0 dia.4 Goodbye!",
                        "33.0 dia.4 END_OF_TURN",
                        "33.0 close error_provider");
    }

    @Test
    void saysGoodbyeBeforeTheServerStops() {
        call.at(1).callerSays("Hi").at(2).serverDrains();

        assertThat(call.happened())
                .endsWith(
                        "2.0 stop",
                        "2.0 dia.2 Goodbye!",
                        "2.0 dia.2 END_OF_TURN",
                        "2.0 close error_restart");
    }

    @Test
    void doesNotWaitForeverForLastWordsToArrive() {
        call.at(1).nothingIsDelivered().serverDrains().at(20);

        assertThat(call.happened()).endsWith("1.0 dia.2 Goodbye!", "11.0 close error_restart");
        assertThat(call.transcript()).containsExactly("AI: Hello, I'm Ada.");
    }
}
