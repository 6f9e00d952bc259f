package dev.parley.brains.knowledge;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// A library that looks up in advance what will probably be asked: while it is not yet sure that a
/// caller has finished, there is time.
public final class LookAhead implements Library {
    /// Threads of their own: the model that finds passages by their meaning runs for milliseconds
    /// in native code, and would hold up as many virtual threads.
    private static final Executor LOOKING =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                    Thread.ofPlatform().daemon().name("look-ahead-", 1).factory());

    private final Library library;
    private volatile @Nullable Expected expected;

    public LookAhead(Library library) {
        this.library = library;
    }

    private record Expected(String question, int most, FutureTask<List<Excerpt>> found) {
        boolean is(String question, int most) {
            return this.question.equals(question) && this.most == most;
        }
    }

    /// Begins to look up `question`, unless it was the last that was expected. Returns at once.
    public void expect(String question, int most) {
        var last = expected;
        if (last == null || !last.is(question, most)) {
            var next =
                    new Expected(
                            question, most, new FutureTask<>(() -> library.find(question, most)));
            expected = next;
            LOOKING.execute(next.found());
        }
    }

    @Override
    public List<Excerpt> find(String question, int most) {
        var last = expected;
        return last != null && last.is(question, most)
                ? result(last)
                : library.find(question, most);
    }

    private List<Excerpt> result(Expected last) {
        try {
            return last.found().get();
        } catch (ExecutionException _) {
            return library.find(last.question(), last.most());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
