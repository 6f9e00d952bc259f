package dev.parley.brains.turns;

import dev.parley.live.Brain.Answer;
import dev.parley.live.Brain.Speech;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An answer that is made while it is read, step by step; closing it ends the step that waits.
public final class Stepwise implements Answer {
    /// A part of an answer, and the part after it; null when it is the last.
    public record Part(List<Speech> speech, @Nullable Step next) {}

    /// Makes a part of an answer.
    @FunctionalInterface
    public interface Step {
        Part take(Stepwise answer);
    }

    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final ArrayDeque<Speech> ready = new ArrayDeque<>();
    private @Nullable Step next;

    public Stepwise(Step first) {
        this.next = first;
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /// Waits for `value`; empty when it does not come in time, or nobody reads any more.
    public <T> Optional<T> await(CompletableFuture<T> value, long seconds) {
        try {
            CompletableFuture.anyOf(value, closed).get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return isClosed() || !value.isDone() ? Optional.empty() : Optional.of(value.join());
    }

    @Override
    public void close() {
        closed.complete(null);
    }

    @Override
    public Iterator<Speech> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                advance();
                return !ready.isEmpty() && !isClosed();
            }

            @Override
            public Speech next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.remove();
            }
        };
    }

    private void advance() {
        while (ready.isEmpty() && next != null && !isClosed()) {
            var part = next.take(this);
            ready.addAll(part.speech());
            next = part.next();
        }
    }
}
