package dev.parley.live;

import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What waits to be handled by a session, in the order it happened. Who sends too much from outside
/// ends the conversation.
final class Mailbox {
    /// @param isCounted whether it came from outside, where somebody may send too much
    record Letter(Instant at, SessionEvent event, boolean isCounted) {}

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean flooded = new AtomicBoolean();
    private final int maxWaiting;
    private final InstantSource clock;

    Mailbox(int maxWaiting, InstantSource clock) {
        this.maxWaiting = maxWaiting;
        this.clock = clock;
    }

    /// The session's own events are few and never refused.
    void put(SessionEvent event) {
        letters.add(new Letter(clock.instant(), event, false));
    }

    /// Takes an event from outside; null when there are too many.
    @Nullable Letter accept(SessionEvent event) {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            if (flooded.compareAndSet(false, true)) {
                put(new CutOff(EndReason.ERROR_FLOOD));
            }
            return null;
        }
        var letter = new Letter(clock.instant(), event, true);
        letters.add(letter);
        return letter;
    }

    /// Whether `letter` had not been handled yet; now it never will be.
    boolean withdraw(Letter letter) {
        return letters.remove(letter);
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /// The next letter, which says that time has passed when none comes before `deadline`.
    ///
    /// @param deadline null for none
    Letter take(@Nullable Instant deadline) throws InterruptedException {
        var patience =
                deadline == null ? null : Duration.between(clock.instant(), deadline).toNanos();
        var letter = patience == null ? letters.take() : poll(patience);
        if (letter != null && letter.isCounted()) {
            waiting.decrementAndGet();
        }
        return letter == null ? new Letter(clock.instant(), new TimePassed(), false) : letter;
    }

    /// The next letter; null when none comes in time.
    @Nullable Letter poll(long nanos) throws InterruptedException {
        return letters.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }
}
