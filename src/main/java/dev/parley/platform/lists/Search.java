package dev.parley.platform.lists;

import dev.parley.platform.database.Planned.Planner;
import dev.parley.platform.http.Problem;
import dev.parley.platform.search.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A page of those rows of a query that an index of texts has found. Where the newest come first,
/// as much is read as the page takes. Any other order needs to know all that were found; where they
/// are many, the rows themselves are looked through in that order, and are soon a page.
final class Search {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SOME = 24;
    private static final int MANY = 4_096;
    private static final int FEW = 20_000;
    private static final int DOCUMENTS = 128;

    private final Planner planner;
    private final Query query;
    private final Found found;
    private final Optional<Predicate<byte[]>> isHit;
    private final boolean isNothing;
    private final long begin = System.nanoTime();

    /// @param isHit whether a document really is what was asked for, where the query itself does
    ///   not tell
    /// @param isNothing whether nothing can be found
    Search(
            Planner planner,
            Query query,
            Found found,
            Optional<Predicate<byte[]>> isHit,
            boolean isNothing) {
        this.planner = planner;
        this.query = query;
        this.found = found;
        this.isHit = isHit;
        this.isNothing = isNothing;
    }

    /// @throws Problem.Unavailable when it takes too long
    List<Row> page(Optional<List<@Nullable String>> after, int skip, int limit) {
        var page = new Collected(skip, limit);
        if (isNothing) {
            return page.rows;
        }
        if (query.order().isNewestFirst()) {
            newestFirst(after, page);
        } else {
            inOrder(after, page);
        }
        return page.rows;
    }

    private void newestFirst(Optional<List<@Nullable String>> after, Collected page) {
        after.ifPresent(
                position -> found.startAt(Instant.parse(String.valueOf(position.getFirst()))));
        int count = (int) Math.min(MANY, page.missing() + SOME);
        while (page.missing() > 0) {
            var some = found.next(count);
            if (some.isEmpty()) {
                return;
            }
            collect(some, after, page);
            count = Math.min(MANY, count * 4);
        }
    }

    private void inOrder(Optional<List<@Nullable String>> after, Collected page) {
        var all = few();
        if (all.isPresent()) {
            collect(all.get(), after, page);
        } else {
            lookThrough(
                    query, after, page, row -> isHit.isEmpty() || isHit.get().test(row.document()));
        }
    }

    /// All that were found, unless they are many.
    private Optional<Found.Some> few() {
        var all = new Found.Some(new HashSet<>());
        for (var some = found.next(MANY); !some.isEmpty(); some = found.next(MANY)) {
            all.moments().addAll(some.moments());
            if (all.size() > FEW) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /// Adds those of `some` that meet the query's conditions, in its order.
    private void collect(Found.Some some, Optional<List<@Nullable String>> after, Collected page) {
        if (some.isEmpty()) {
            return;
        }
        lookThrough(
                query.and("created_at = ANY(?)", some.times()),
                after,
                page,
                row -> some.has(row.createdAt(), row.id()) && isHit(row));
    }

    private void lookThrough(
            Query rowsOf,
            Optional<List<@Nullable String>> after,
            Collected page,
            Predicate<Row> isWanted) {
        var at = after;
        while (page.missing() > 0) {
            int count = (int) Math.min(DOCUMENTS, page.missing() + 1);
            var rows = planner.find(rowsOf.rows(at, 0, count));
            rows.stream().filter(isWanted).forEach(page::add);
            if (rows.size() < count) {
                return;
            }
            at = Optional.of(rows.getLast().position(query.order()));
            keepPatience();
        }
    }

    private boolean isHit(Row row) {
        return isHit.isEmpty() || found.isSure() || isHit.get().test(row.document());
    }

    /// How many there are on all pages.
    ///
    /// @throws Problem.Unavailable when counting takes too long
    long count() {
        if (isNothing) {
            return 0;
        }
        long count = 0;
        for (var some = found.next(MANY); !some.isEmpty(); some = found.next(MANY)) {
            if (isHit.isPresent() && !found.isSure()) {
                var page = new Collected(Integer.MAX_VALUE, 0);
                collect(some, Optional.empty(), page);
                count += page.skipped;
            } else if (query.isAll()) {
                count += some.size();
            } else {
                var of = query.and("created_at = ANY(?)", some.times());
                count += planner.find(of.count());
            }
            keepPatience();
        }
        return count;
    }

    private void keepPatience() {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            throw new Problem.Unavailable("This search takes too long; narrow it down");
        }
    }

    private static final class Collected {
        private final List<Row> rows = new ArrayList<>();
        private final int skip;
        private final int limit;
        private int skipped;

        Collected(int skip, int limit) {
            this.skip = skip;
            this.limit = limit;
        }

        long missing() {
            return (long) skip - skipped + limit - rows.size();
        }

        void add(Row row) {
            if (skipped < skip) {
                skipped++;
            } else if (rows.size() < limit) {
                rows.add(row);
            }
        }
    }
}
