package dev.parley.platform.outgoing.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Names as this machine knows them. The machine cannot be told how long it may take, so it is
/// asked on threads of its own, of which there are few.
public final class SystemNames implements Names {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_THREADS = 32;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0,
                    MAX_THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("names-", 0).factory());

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        var asked = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        try {
            threads.execute(asked);
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException _) {
            // one answer for all: nobody knows the name now
        }
        throw new UnknownHostException(host);
    }
}
