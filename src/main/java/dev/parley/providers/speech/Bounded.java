package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.Watchdog;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// The samples of one speech, whole ones only, within limits of number and time.
final class Bounded extends FilterInputStream {
    /// Of the slowest sound a provider may send: 16 bits, 8,000 times a second.
    private static final long BYTES_A_SECOND = 2 * 8_000;

    private final Watchdog watchdog;
    private final Duration silence;
    private final long maxBytes;
    private final End end;
    private long read;
    private long waitedNanos;

    /// Looks whether speech that has ended is all there.
    interface End {
        void check() throws IOException;
    }

    /// @param maxBytes more than that is no sentence
    /// @param silence how much longer all of it may be waited for than it lasts, so that sound
    ///   which trickles is no better than none; `watchdog` barks then
    Bounded(InputStream source, long maxBytes, Watchdog watchdog, Duration silence, End end) {
        super(source);
        this.maxBytes = maxBytes;
        this.watchdog = watchdog;
        this.silence = silence;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        watchdog.expect(patience());
        long since = System.nanoTime();
        int count = super.read(into, offset, length);
        if (count < 0) {
            end.check();
        }
        watchdog.rest();
        waitedNanos += System.nanoTime() - since;
        read += Math.max(0, count);
        if (read > maxBytes) {
            throw new ProviderFailure(Reason.GARBAGE, "more than " + maxBytes + " bytes of speech");
        }
        return count;
    }

    private Duration patience() {
        return silence.plus(Duration.ofMillis(read * 1_000 / BYTES_A_SECOND))
                .minusNanos(waitedNanos);
    }
}
