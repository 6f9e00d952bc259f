package dev.parley.platform.lists;

import dev.parley.platform.database.Planned;
import dev.parley.platform.database.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of one table that meet some conditions, in an order.
final class Query {
    /// From how many rows on passing over them costs more than finding the others again.
    private static final int FAR = 1_000;

    private final String table;
    private final Order order;
    private final List<String> conditions;
    private final List<Object> values;

    Query(String table, Order order) {
        this(table, order, List.of(), List.of());
    }

    private Query(String table, Order order, List<String> conditions, List<Object> values) {
        this.table = table;
        this.order = order;
        this.conditions = conditions;
        this.values = values;
    }

    Order order() {
        return order;
    }

    /// Whether it has no condition.
    boolean isAll() {
        return conditions.isEmpty();
    }

    /// The same with one more condition, which has a `?` for `value`.
    Query and(String condition, Object value) {
        var moreConditions = new ArrayList<>(conditions);
        moreConditions.add(condition);
        var moreValues = new ArrayList<>(values);
        moreValues.add(value);
        return new Query(table, order, moreConditions, moreValues);
    }

    /// The first rows, by the plan that was made once.
    Select<List<Row>> usual(int skip, int limit) {
        var sql = select(Optional.empty()) + range(skip, limit);
        return new Select<>(sql, values, Row::read);
    }

    Planned<Long> count() {
        return new Planned<>(
                "SELECT count(*) FROM " + table + where(),
                values,
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    /// The rows after a position, or the first ones.
    Planned<List<Row>> rows(Optional<List<@Nullable String>> after, int skip, int limit) {
        if (after.isEmpty()) {
            var sql = skip < FAR ? select(Optional.empty()) + range(skip, limit) : far(skip, limit);
            return new Planned<>(sql, values, Row::read);
        }
        var parts = order.after(after.get());
        var sql =
                parts.stream()
                        .map(part -> select(Optional.of(part.sql())) + range(0, limit))
                        .collect(Collectors.joining(") UNION ALL (", "SELECT * FROM ((", ")) r"));
        var all = new ArrayList<Object>();
        for (var part : parts) {
            all.addAll(values);
            part.values().forEach(value -> all.add(new Planned.Unknown(value)));
        }
        return new Planned<>(sql + range(skip, limit), all, Row::read);
    }

    /// Far away, only the index is gone through, and the rows of the page are fetched by their ids.
    private String far(int skip, int limit) {
        return columns()
                + " WHERE org_id = tenant.id AND id = ANY(ARRAY(SELECT id FROM "
                + table
                + where()
                + order.sql()
                + range(skip, limit)
                + "))"
                + order.sql();
    }

    private String columns() {
        return "SELECT document, id, created_at, %s::text AS sorted_by FROM %s"
                .formatted(order.value(), table);
    }

    private String select(Optional<String> condition) {
        return columns() + where() + condition.map(more -> " AND " + more).orElse("") + order.sql();
    }

    private String where() {
        var where = new StringBuilder(" WHERE org_id = tenant.id");
        conditions.forEach(condition -> where.append(" AND ").append(condition));
        return where.toString();
    }

    /// Numbers in the statement, not beside it: a plan made for any limit fits none.
    private static String range(int skip, int limit) {
        return " LIMIT " + limit + (skip == 0 ? "" : " OFFSET " + skip);
    }
}
