package dev.parley.hives.crawling;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// The pages found and not yet visited, nearest first, each once.
final class Frontier {
    /// @param depth links away from the first page
    /// @param isCanonical whether another page named it as the one to read in its place
    record Stop(PageAddress address, int depth, boolean isCanonical) {}

    private final int most;
    private final Queue<Stop> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private int underWay;
    private boolean isClosed;
    private boolean isFull;

    /// @param most pages in all; those found later are not visited
    Frontier(int most) {
        this.most = most;
    }

    /// @return whether it is new
    synchronized boolean add(Stop stop) {
        if (seen.size() >= most) {
            isFull |= !seen.contains(stop.address().key());
            return false;
        }
        if (!seen.add(stop.address().key())) {
            return false;
        }
        waiting.add(stop);
        notifyAll();
        return true;
    }

    /// The next page; empty once all are visited. Blocks while there may still be more.
    synchronized Optional<Stop> next() throws InterruptedException {
        while (waiting.isEmpty() && underWay > 0 && !isClosed) {
            wait();
        }
        if (isClosed || waiting.isEmpty()) {
            return Optional.empty();
        }
        underWay++;
        return Optional.of(waiting.remove());
    }

    /// A page that [#next] gave has been visited.
    synchronized void visited() {
        underWay--;
        notifyAll();
    }

    /// Nothing more is visited.
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /// Pages found so far that are or will be visited.
    synchronized int size() {
        return seen.size();
    }

    /// Whether pages were found that there is no room for.
    synchronized boolean isFull() {
        return isFull;
    }
}
