package dev.parley.providers;

import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyStream;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One answer being read. The reading thread owns everything; what other threads touch to end it is
/// volatile.
final class ChatReply implements ReplyStream, Iterator<ReplyEvent> {
    private static final Duration DRAIN = Duration.ofMillis(250);

    private final String name;
    private final Deadlines deadlines;
    private final Breaker breaker;
    private final ChatCall call;
    private final Deque<ReplyEvent> ready = new ArrayDeque<>();
    private final Sse sse = new Sse();
    private final ChatPieces pieces = new ChatPieces();
    private final byte[] buffer = new byte[8192];
    private final Watchdog watchdog = new Watchdog(this::tooLate);
    private volatile boolean closed;
    private volatile boolean late;
    private volatile boolean asking;
    private volatile boolean talking;
    private volatile long begun;
    private @Nullable InputStream body;
    private boolean over;

    /// @param name what to call the model in messages
    ChatReply(String name, Deadlines deadlines, Breaker breaker, ChatCall call) {
        this.name = name;
        this.deadlines = deadlines;
        this.breaker = breaker;
        this.call = call;
    }

    @Override
    public Iterator<ReplyEvent> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !over && !closed) {
            read();
        } else if (ready.isEmpty() && over) {
            drain();
        }
        return !ready.isEmpty() && !closed;
    }

    @Override
    public ReplyEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() {
        closed = true;
        if (asking) {
            asking = false;
            if (talking) {
                breaker.succeeded();
            } else if (System.nanoTime() - begun > deadlines.connect().toNanos()) {
                // Whoever gives up on a provider silent this long says what a deadline would.
                breaker.failed();
            }
        }
        call.stop();
        watchdog.close();
    }

    private void read() {
        try {
            ask();
            while (ready.isEmpty() && !closed) {
                advance();
            }
        } catch (IOException | ProviderFailure e) {
            end(e);
        }
        watchdog.rest();
    }

    private void ask() throws IOException {
        if (body != null) {
            expect();
            return;
        }
        if (!breaker.allows()) {
            throw new ProviderFailure(Reason.OVERLOADED, "not asked, it kept failing");
        }
        begun = System.nanoTime();
        asking = true;
        expect();
        body = call.open(deadlines.firstPiece());
    }

    private void expect() {
        var sinceBegun = Duration.ofNanos(System.nanoTime() - begun);
        var left = deadlines.whole().minus(sinceBegun);
        var next = talking ? deadlines.betweenPieces() : deadlines.firstPiece().minus(sinceBegun);
        watchdog.expect(next.compareTo(left) < 0 ? next : left);
    }

    private void advance() throws IOException {
        var in = Objects.requireNonNull(body);
        int count = in.read(buffer);
        if (count > 0) {
            for (var data : sse.accept(buffer, count)) {
                talking = true;
                expect();
                ready.addAll(pieces.accept(data));
            }
        }
        if (count < 0 || pieces.isDone()) {
            if (!pieces.isComplete()) {
                throw new ProviderFailure(Reason.UNREACHABLE, "the answer broke off");
            }
            finish();
        }
    }

    private void finish() {
        ready.addAll(pieces.end());
        over = true;
        asking = false;
        breaker.succeeded();
    }

    /// Reads what follows the answer, so that the connection serves the next one too.
    private void drain() {
        var in = body;
        if (in == null) {
            return;
        }
        body = null;
        watchdog.expect(DRAIN);
        try (in) {
            while (in.read(buffer) >= 0 && !closed) {
                Thread.onSpinWait();
            }
        } catch (IOException _) {
            // The answer is complete; only this connection is lost.
        }
        watchdog.close();
    }

    private void end(Exception e) {
        call.stop();
        watchdog.close();
        body = null;
        over = true;
        if (closed) {
            return;
        }
        if (pieces.isComplete() && e instanceof IOException) {
            finish();
            return;
        }
        var failure =
                switch (e) {
                    case Exception _ when late || e instanceof HttpTimeoutException ->
                            new ProviderFailure(Reason.TOO_SLOW, "a deadline passed", e);
                    case IOException io -> ChatCall.broken(io);
                    default -> (ProviderFailure) e;
                };
        if (asking && failure.reason() != Reason.REFUSED) {
            breaker.failed();
        }
        asking = false;
        throw new ProviderFailure(failure.reason(), name + ": " + failure.getMessage(), failure);
    }

    private void tooLate() {
        late = true;
        call.stop();
    }
}
