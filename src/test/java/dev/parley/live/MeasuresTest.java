package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.AgentGaveWay;
import dev.parley.live.CallLog.Entry.TurnEnded;
import dev.parley.live.CallLog.Timings;
import dev.parley.testing.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Instant AT = TestClock.START;

    private final Measures.Gathering gathering = new Measures.Gathering();

    @Test
    void isNothingWithoutATurnThatAnswersSomebody() {
        gathering.add(new TurnEnded("dia.1", Timings.NONE.spoke(AT), AT));

        assertThat(gathering.measures()).isNull();
    }

    @Test
    void tellsPercentilesOverTheTurns() {
        for (int i = 1; i <= 100; i++) {
            var silent = AT.plusMillis(1_000);
            var timings =
                    Timings.heard(silent, silent.plusMillis(100), silent.plusMillis(300))
                            .answered(silent.plusMillis(400))
                            .spoke(silent.plusMillis(500))
                            .sounded(silent.plusMillis(550), silent.plusMillis(600L + i));
            gathering.add(new TurnEnded("dia." + i, timings, AT));
        }
        gathering.add(new AgentGaveWay("dia.1", "stop", AT));

        var measures = java.util.Objects.requireNonNull(gathering.measures());

        assertThat(measures.response()).isEqualTo(new Measures.Percentiles(100, 650, 695, 700));
        assertThat(measures.endOfTurn()).isEqualTo(new Measures.Percentiles(100, 300, 300, 300));
        assertThat(measures.recognition()).isEqualTo(new Measures.Percentiles(100, 100, 100, 100));
        assertThat(measures.firstToken()).isEqualTo(new Measures.Percentiles(100, 100, 100, 100));
        assertThat(measures.firstSound()).isEqualTo(new Measures.Percentiles(100, 50, 50, 50));
        assertThat(measures.interruptions()).isOne();
    }
}
