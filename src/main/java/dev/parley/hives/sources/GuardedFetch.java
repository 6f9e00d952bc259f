package dev.parley.hives.sources;

import dev.parley.hives.crawling.Fetch;
import dev.parley.platform.outgoing.Bounds;
import dev.parley.platform.outgoing.Call;
import dev.parley.platform.outgoing.GuardedClient;
import dev.parley.platform.outgoing.NotReached;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Fetches pages through the one guarded way out, so many at a time that their bytes fit into
/// memory.
final class GuardedFetch implements Fetch {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int MAX_REDIRECTS = 5;
    private static final int AT_ONCE = 12;

    private final GuardedClient outgoing;
    private final Bounds bounds;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    GuardedFetch(GuardedClient outgoing, int maxBytes) {
        this.outgoing = outgoing;
        this.bounds = new Bounds(DEADLINE, maxBytes, MAX_REDIRECTS);
    }

    @Override
    public Fetched get(String url, Map<String, String> headers) throws NoAnswer {
        places.acquireUninterruptibly();
        try {
            var answer = outgoing.send(new Call("GET", url, headers, null, bounds));
            return new Fetched(
                    answer.status(), answer.headers(), answer.body(), answer.isCut(), answer.url());
        } catch (NotReached _) {
            throw new NoAnswer();
        } finally {
            places.release();
        }
    }
}
