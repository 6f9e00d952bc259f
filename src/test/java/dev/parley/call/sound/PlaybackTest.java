package dev.parley.call.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final int FRAME = 160;

    private final Playback playback = new Playback(8_000);

    @Test
    void playsAtOnceWhenItHasNothingAndAfterTheRestElse() {
        assertThat(playback.arrive(at(1_000), FRAME)).isEqualTo(at(1_000));
        assertThat(playback.arrive(at(1_005), FRAME)).isEqualTo(at(1_020));
        assertThat(playback.end()).isEqualTo(at(1_040));
        assertThat(playback.longestLead()).isEqualTo(Duration.ofMillis(35));
        assertThat(playback.gaps()).isEmpty();
    }

    @Test
    void countsASilenceThatNobodyMeant() {
        playback.arrive(at(1_000), FRAME);
        playback.arrive(at(1_075), FRAME);
        playback.rest();
        playback.arrive(at(1_400), FRAME);
        playback.arrive(at(3_400), FRAME);

        assertThat(playback.gaps()).containsExactly(Duration.ofMillis(55));
    }

    @Test
    void dropsWhatIsNotHeardYet() {
        playback.arrive(at(1_000), 10 * FRAME);

        assertThat(playback.silence(at(1_050))).isEqualTo(Duration.ofMillis(150));
        assertThat(playback.isSounding(at(1_051))).isFalse();
        assertThat(playback.arrive(at(1_060), FRAME)).isEqualTo(at(1_060));
        assertThat(playback.gaps()).isEmpty();
    }

    private static long at(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
