package dev.parley.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.G711;
import dev.parley.audio.Pcm;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracksTest {
    private static final long FRAME = 20_000_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Tracks tracks = new Tracks(0);

    @Test
    void putsBothSidesWhereTheyAreHeard() {
        put(Tracks.CALLER, 1_000, 0);
        put(Tracks.AGENT, 2_000, 5 * FRAME);
        put(Tracks.CALLER, 3_000, 10 * FRAME);
        put(Tracks.CALLER, 3_000, 11 * FRAME);

        finish();

        assertThat(level(Tracks.CALLER, 0)).isCloseTo(1_000, within(3));
        assertThat(level(Tracks.CALLER, 5)).isZero();
        assertThat(level(Tracks.AGENT, 5)).isCloseTo(2_000, within(3));
        assertThat(level(Tracks.CALLER, 11)).isCloseTo(3_000, within(3));
        assertThat(written.size()).isEqualTo(12 * Pcm.FRAME * 2);
    }

    @Test
    void makesNoHolesOfJitter() {
        var seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("TracksTest: -Dparley.seed=" + seed);
        var random = new Random(seed);

        for (int i = 0; i < 500; i++) {
            put(Tracks.CALLER, 1_000, i * FRAME + random.nextLong(-2 * FRAME, 2 * FRAME));
        }

        finish();
        for (int i = 0; i < 500; i++) {
            assertThat(level(Tracks.CALLER, i)).as("frame %d, seed %d", i, seed).isPositive();
        }
    }

    @Test
    void putsFramesThatWereHeldUpWhereTheyBelong() {
        for (int i = 0; i < 50; i++) {
            put(Tracks.CALLER, 1_000, i * FRAME);
        }
        // half a second of nothing, and then all of it at once
        for (int i = 0; i < 25; i++) {
            put(Tracks.CALLER, 2_000, 75 * FRAME + i * FRAME / 100);
        }
        for (int i = 76; i < 100; i++) {
            put(Tracks.CALLER, 3_000, i * FRAME);
        }

        finish();

        assertThat(level(Tracks.CALLER, 49)).isCloseTo(1_000, within(3));
        assertThat(level(Tracks.CALLER, 50)).isCloseTo(2_000, within(3));
        assertThat(level(Tracks.CALLER, 74)).isCloseTo(2_000, within(3));
        assertThat(level(Tracks.CALLER, 76)).isCloseTo(3_000, within(3));
    }

    @Test
    void takesTheAgentsFramesThatComeEarly() {
        for (int i = 0; i < 200; i++) {
            put(Tracks.CALLER, 1_000, i * FRAME);
            put(Tracks.AGENT, 2_000, (i + 10) * FRAME);
        }

        finish();

        assertThat(level(Tracks.AGENT, 9)).isZero();
        assertThat(level(Tracks.AGENT, 10)).isPositive();
        assertThat(level(Tracks.AGENT, 209)).isPositive();
        assertThat(level(Tracks.CALLER, 199)).isPositive();
    }

    private void put(int side, int level, long at) {
        var frame = new short[Pcm.FRAME];
        Arrays.fill(frame, (short) level);
        var full = tracks.put(side, frame, at);
        if (full != null) {
            written.writeBytes(full);
        }
    }

    private void finish() {
        written.writeBytes(tracks.rest());
    }

    private int level(int side, int frame) {
        return G711.fromMulaw(written.toByteArray()[frame * Pcm.FRAME * 2 + side]);
    }

    private static org.assertj.core.data.Percentage within(int percent) {
        return org.assertj.core.data.Percentage.withPercentage(percent);
    }
}
