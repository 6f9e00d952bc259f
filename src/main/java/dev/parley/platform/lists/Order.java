package dev.parley.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The order of a list: by a field, then by the time of creation, then by id, all in the same
/// direction, so that one index serves both directions. What has no value stands at the end, in
/// falling order at the beginning.
///
/// @param columns the last is `id`, which no two records share
record Order(List<String> columns, boolean ascending) {
    static final Order NEWEST_FIRST = new Order(List.of("created_at", "id"), false);

    static Order by(String column, boolean ascending) {
        var columns =
                switch (column) {
                    case "id" -> List.of("id");
                    case "created_at" -> NEWEST_FIRST.columns();
                    default -> List.of(column, "created_at", "id");
                };
        return new Order(columns, ascending);
    }

    boolean isNewestFirst() {
        return equals(NEWEST_FIRST);
    }

    /// What is sorted by beside the time of creation and the id; SQL.
    String value() {
        return columns.size() == 3 ? columns.getFirst() : "NULL";
    }

    String sql() {
        var direction = ascending ? " ASC" : " DESC";
        return columns.stream()
                .map(column -> column + direction)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /// A condition and its values, in PostgreSQL's writing.
    record Part(String sql, List<String> values) {}

    /// The rows that come after `position`, as parts that follow each other. Each part is a range
    /// of an index; one condition with OR would be none.
    List<Part> after(List<@Nullable String> position) {
        var parts = new ArrayList<Part>();
        var first = columns.getFirst();
        if (position.getFirst() == null) {
            var rest = behind(columns.subList(1, 3), position.subList(1, 3));
            parts.add(new Part(first + " IS NULL AND " + rest.sql(), rest.values()));
            if (!ascending) {
                parts.add(new Part(first + " IS NOT NULL", List.of()));
            }
        } else {
            parts.add(behind(columns, position));
            if (ascending && columns.size() == 3) {
                parts.add(new Part(first + " IS NULL", List.of()));
            }
        }
        return parts;
    }

    private Part behind(List<String> these, List<@Nullable String> position) {
        var values = new ArrayList<String>();
        position.forEach(value -> values.add(String.valueOf(value)));
        var marks = these.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return new Part(
                "(%s) %s (%s)".formatted(String.join(", ", these), ascending ? ">" : "<", marks),
                values);
    }
}
