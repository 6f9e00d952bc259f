package dev.parley.providers.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.Watchdog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedTest {
    private static final Duration SILENCE = Duration.ofMillis(200);

    /// A second of the slowest sound there is.
    private static final int SECOND = 16_000;

    @Test // N1
    void losesPatienceWithSoundThatTrickles() throws IOException {
        var source = new Slow(Duration.ofMillis(50), 2);
        try (var watchdog = new Watchdog(source::close);
                var samples = new Bounded(source, SECOND, watchdog, SILENCE, () -> {})) {
            long began = System.nanoTime();

            samples.readAllBytes();

            // each piece comes in time, all of them do not
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(190), Duration.ofSeconds(4));
            assertThat(source.pieces).isBetween(2, 10);
        }
    }

    @Test
    void isPatientWithSoundThatComesAsFastAsItIsHeard() throws IOException {
        var source = new Slow(Duration.ofMillis(50), SECOND / 10);
        source.left = 10;
        try (var watchdog = new Watchdog(source::close);
                var samples = new Bounded(source, 2 * SECOND, watchdog, SILENCE, () -> {})) {
            assertThat(samples.readAllBytes()).hasSize(SECOND);
        }
    }

    @Test // N3
    void refusesSpeechThatDoesNotEnd() throws IOException {
        try (var watchdog = new Watchdog(() -> {});
                var samples =
                        new Bounded(
                                new ByteArrayInputStream(new byte[SECOND]),
                                SECOND - 1,
                                watchdog,
                                SILENCE,
                                () -> {})) {
            assertThatThrownBy(samples::readAllBytes)
                    .isInstanceOf(ProviderFailure.class)
                    .hasMessageContaining("more than 15999 bytes");
        }
    }

    /// Pieces that come one at a time, until it is closed.
    private static final class Slow extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Duration between;
        private final int piece;
        private int left = Integer.MAX_VALUE;
        private int pieces;

        Slow(Duration between, int piece) {
            this.between = between;
            this.piece = piece;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (closed.await(between.toMillis(), TimeUnit.MILLISECONDS) || left-- == 0) {
                    return -1;
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            pieces++;
            return Math.min(piece, length);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
