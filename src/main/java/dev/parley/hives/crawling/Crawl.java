package dev.parley.hives.crawling;

import dev.parley.hives.crawling.Frontier.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One way through a website: from its first page along the links to a depth, several pages at a
/// time, at the pace the website asks for (S10).
public final class Crawl {
    /// Reads the pages that are found.
    public interface Pages {
        /// Reads a page.
        ///
        /// @return what it says about other pages
        Visit visit(PageAddress page, boolean isCanonical);

        /// A page that is left out.
        void skip(PageAddress page, String reason);

        /// How many pages there are so far.
        void found(int pages);

        /// Whether the reading was called off.
        boolean isStopped();
    }

    /// What came of a page.
    ///
    /// @param canonical the page to read in its place, if it names another one
    /// @param links addresses it leads to
    public record Visit(@Nullable PageAddress canonical, List<String> links) {
        public static final Visit NOTHING = new Visit(null, List.of());
    }

    /// How it ended.
    public enum End {
        ALL_READ,
        TOO_MANY_PAGES,
        TOO_LONG
    }

    /// Of one page.
    private static final int MAX_LINKS = 2_000;

    private final Fetch fetch;
    private final CrawlLimits limits;
    private final Pages pages;
    private final int depth;
    private final Frontier frontier;
    private final long deadline;
    private long nextAt;
    private volatile boolean isTooLong;

    /// @param depth how many links away from the first page pages may be
    public Crawl(Fetch fetch, CrawlLimits limits, int depth, Pages pages) {
        this.fetch = fetch;
        this.limits = limits;
        this.depth = depth;
        this.pages = pages;
        this.frontier = new Frontier(limits.pages());
        this.deadline = System.nanoTime() + limits.longest().toNanos();
        this.nextAt = System.nanoTime();
    }

    /// Walks from `first` on.
    ///
    /// @throws Fetch.NoAnswer when the website does not answer at all
    public End run(PageAddress first) throws Fetch.NoAnswer, InterruptedException {
        var robots = Robots.of(first, fetch);
        var site = new Site(first);
        frontier.add(new Stop(first, 0, false));
        pages.found(frontier.size());
        var failure = new AtomicReference<@Nullable Throwable>();
        var walkers = new ArrayList<Thread>();
        for (int i = 0; i < (depth == 0 ? 1 : limits.atOnce()); i++) {
            walkers.add(Thread.ofVirtual().name("crawl").start(() -> walk(site, robots, failure)));
        }
        for (var walker : walkers) {
            walker.join();
        }
        switch (failure.get()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {
                // every page was visited
            }
        }
        return isTooLong ? End.TOO_LONG : frontier.isFull() ? End.TOO_MANY_PAGES : End.ALL_READ;
    }

    private void walk(Site site, Robots robots, AtomicReference<@Nullable Throwable> failure) {
        try {
            for (var stop = frontier.next(); stop.isPresent(); stop = frontier.next()) {
                try {
                    visit(stop.get(), site, robots);
                } finally {
                    frontier.visited();
                }
            }
        } catch (RuntimeException | Error | InterruptedException e) {
            failure.compareAndSet(null, e);
            frontier.close();
        }
    }

    private void visit(Stop stop, Site site, Robots robots) {
        if (!robots.allows(stop.address())) {
            pages.skip(stop.address(), "robots.txt asks not to read it");
            return;
        }
        if (pages.isStopped() || !waitForTurn(robots.delay(limits.delay()))) {
            frontier.close();
            return;
        }
        var visit = pages.visit(stop.address(), stop.isCanonical());
        var canonical = visit.canonical();
        if (canonical != null && site.has(canonical)) {
            frontier.add(new Stop(canonical, stop.depth(), true));
        }
        if (stop.depth() < depth) {
            visit.links().stream()
                    .limit(MAX_LINKS)
                    .flatMap(link -> PageAddress.of(link).stream())
                    .filter(page -> site.has(page) && !Site.isEndless(page))
                    .forEach(page -> frontier.add(new Stop(page, stop.depth() + 1, false)));
        }
        pages.found(frontier.size());
    }

    /// @return whether there is time left
    private boolean waitForTurn(Duration delay) {
        long turn;
        synchronized (this) {
            turn = Math.max(nextAt, System.nanoTime());
            nextAt = turn + delay.toNanos();
        }
        isTooLong |= turn > deadline;
        for (long now = System.nanoTime(); now < turn && !isTooLong; now = System.nanoTime()) {
            if (pages.isStopped()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(turn - now, Duration.ofMillis(200).toNanos()));
        }
        return !isTooLong;
    }
}
