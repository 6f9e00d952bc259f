package dev.parley.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The system's transactions that commit at once and by themselves, also within a request that is
/// one transaction as a whole: for notes about what happens outside and cannot be rolled back.
public final class Apart {
    private final Database database;

    public Apart(Database database) {
        this.database = database;
    }

    /// Runs `work` in a transaction that has committed when this returns. What the caller's own
    /// transaction has changed and not committed is not seen, and must not be touched.
    public <T> T run(Function<Handle, T> work) {
        var result = new CompletableFuture<T>();
        // a transaction that is joined belongs to its thread, so another thread has another one
        Thread.ofVirtual()
                .name("apart")
                .start(() -> {
                    try {
                        result.complete(database.system(work));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
