package dev.parley.platform.lists;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.Planned.Planner;
import dev.parley.platform.database.Tenant;
import dev.parley.platform.lists.Columns.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads pages of one tenant's records.
final class PageReader {
    private static final int TOGETHER = 250;
    private static final long MOST_BYTES = 16 << 20;

    private final Columns columns;
    private final Database database;
    private final Tenant tenant;

    PageReader(Columns columns, Database database, Tenant tenant) {
        this.columns = columns;
        this.database = database;
        this.tenant = tenant;
    }

    Page page(Listing listing, List<Condition> conditions) {
        var chosen = columns.chosen(listing);
        var query = columns.query(listing, conditions);
        var asked = listing.question(columns.table(), tenant.value(), texts(conditions));
        var after = listing.cursor().map(cursor -> Cursor.read(asked, cursor, query.order()));
        var rows = rows(listing, query, after);
        var next =
                rows.size() < listing.limit()
                        ? Optional.<String>empty()
                        : Cursor.write(asked, rows.getLast().position(query.order()));
        var total =
                listing.count()
                        ? OptionalLong.of(
                                database.planned(tenant, planner -> count(planner, listing, query)))
                        : OptionalLong.empty();
        return new Page(Page.array(documents(rows, chosen)), next, total);
    }

    /// What most lists ask for, the newest of all, is planned once.
    private List<Row> rows(Listing listing, Query query, Optional<List<@Nullable String>> after) {
        boolean isUsual =
                query.isAll()
                        && listing.sortBy().isEmpty()
                        && after.isEmpty()
                        && listing.skip() == 0;
        return isUsual && listing.searchValue().isEmpty()
                ? database.find(tenant, query.usual(0, listing.limit()))
                : database.planned(tenant, planner -> rows(planner, listing, query, after));
    }

    private List<Row> rows(
            Planner planner, Listing listing, Query query, Optional<List<@Nullable String>> after) {
        return columns.search(planner, listing, query)
                .map(search -> search.page(after, listing.skip(), listing.limit()))
                .orElseGet(() -> planner.find(query.rows(after, listing.skip(), listing.limit())));
    }

    private long count(Planner planner, Listing listing, Query query) {
        return columns.search(planner, listing, query)
                .map(Search::count)
                .orElseGet(() -> planner.find(query.count()));
    }

    byte[] newest(List<Condition> conditions) {
        var query = columns.query(Listing.ALL, conditions);
        var documents = new ArrayList<byte[]>();
        var after = Optional.<List<@Nullable String>>empty();
        long size = 0;
        while (documents.size() < Listing.ALL.limit() && size < MOST_BYTES) {
            var from = after;
            var rows =
                    database.planned(
                            tenant, planner -> planner.find(query.rows(from, 0, TOGETHER)));
            for (var row : rows) {
                documents.add(row.document());
                size += row.document().length;
            }
            if (rows.size() < TOGETHER) {
                break;
            }
            after = Optional.of(rows.getLast().position(query.order()));
        }
        return Page.array(documents);
    }

    private static List<byte[]> documents(List<Row> rows, Set<String> chosen) {
        return rows.stream()
                .map(Row::document)
                .map(json -> chosen.isEmpty() ? json : Parts.of(json, chosen))
                .toList();
    }

    private static List<String> texts(List<Condition> conditions) {
        return conditions.stream()
                .map(condition ->
                        condition.sql()
                                + (condition.value() instanceof Object[] many
                                        ? Arrays.asList(many)
                                        : condition.value()))
                .toList();
    }
}
