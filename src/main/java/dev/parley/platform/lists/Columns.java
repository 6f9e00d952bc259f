package dev.parley.platform.lists;

import dev.parley.platform.database.Select;
import dev.parley.platform.http.Problem;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fields of one table a list may be searched and sorted by, and the reading of such a list.
/// Names and SQL come from here only; a request brings nothing but values.
public final class Columns {
    private enum Match {
        SUBSTRING,
        EXACT,
        WORDS,
        NONE
    }

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private record Column(String sql, Match match) {}

    /// What the rows of a list have to be besides what the request asks for.
    ///
    /// @param sql true of such a row, with one `?` for `value`; the organization is `tenant.id`
    public record Condition(String sql, Object value) {}

    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// @param table a tenant table with the columns `org_id`, `id`, `status`, `created_at`,
    ///   `updated_at` and `document`
    public Columns(String table) {
        this.table = table;
        exact("id", "id").exact("status", "status").sortable("createdAt", "created_at");
        sortable("updatedAt", "updated_at").exact("createdBy", "created_by");
    }

    /// A field matched as a case-insensitive substring.
    public Columns text(String field, String column) {
        columns.put(field, new Column(column, Match.SUBSTRING));
        return this;
    }

    /// A field matched exactly.
    public Columns exact(String field, String column) {
        columns.put(field, new Column(column, Match.EXACT));
        return this;
    }

    /// A field matched word by word, wherever the words stand.
    ///
    /// @param column SQL for a JSON list of objects with a `message`, or null
    public Columns words(String field, String column) {
        columns.put(field, new Column(column, Match.WORDS));
        return this;
    }

    /// A field that is only sorted by.
    public Columns sortable(String field, String column) {
        columns.put(field, new Column(column, Match.NONE));
        return this;
    }

    /// The documents `listing` asks for, as a JSON array in UTF-8, passed through unread.
    public Select<byte[]> list(Listing listing) {
        return list(listing, Map.of());
    }

    /// Like [#list(Listing)], of the rows in which each of `equal`'s columns has its value.
    public Select<byte[]> list(Listing listing, Map<String, String> equal) {
        return list(
                listing,
                equal.entrySet().stream()
                        .map(column -> new Condition(column.getKey() + " = ?", column.getValue()))
                        .toList());
    }

    /// Like [#list(Listing)], of the rows that are all of `conditions`.
    public Select<byte[]> list(Listing listing, List<Condition> conditions) {
        var sql = new StringBuilder("SELECT document FROM " + table + " WHERE org_id = tenant.id");
        var values = new ArrayList<Object>();
        conditions.forEach(condition -> where(sql, values, condition.sql(), condition.value()));
        listing.searchValue().ifPresent(value -> search(sql, values, listing.searchBy(), value));
        listing.searchBy().ifPresent(field -> column("search_by", field));
        listing.status().ifPresent(value -> where(sql, values, "status = ?", value));
        listing.app()
                .filter(_ -> columns.containsKey("app"))
                .ifPresent(value -> where(sql, values, "app = ?", value));
        listing.updatedAfter().ifPresent(time -> where(sql, values, "updated_at > ?", time));
        listing.updatedBefore().ifPresent(time -> where(sql, values, "updated_at < ?", time));
        // Numbers in the statement, not beside it: a plan made for any limit fits none.
        sql.append(" ORDER BY ").append(order(listing)).append(" LIMIT ").append(listing.limit());
        sql.append(" OFFSET ").append(listing.skip());
        return new Select<>(sql.toString(), values, Columns::array);
    }

    private void search(
            StringBuilder sql, List<Object> values, Optional<String> field, String value) {
        var column = column("search_by", field.orElse(""));
        switch (column.match()) {
            case SUBSTRING ->
                    where(sql, values, column.sql() + " ILIKE ?", "%" + escaped(value) + "%");
            case EXACT -> where(sql, values, column.sql() + " = ?", value);
            case WORDS -> words(sql, values, column.sql(), value);
            case NONE ->
                    throw new Problem.Invalid(
                            "query", "search_by", "This field is sorted by only", "value_error");
        }
    }

    /// A row that holds every word, each in some line. The cheap look for the letters comes first,
    /// and lines are read one by one because PostgreSQL takes no longer text apart.
    private static void words(StringBuilder sql, List<Object> values, String column, String text) {
        var words = NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).distinct().toList();
        if (words.isEmpty()) {
            sql.append(" AND false");
        }
        for (var word : words) {
            where(sql, values, "document ILIKE ?", "%" + word + "%");
            where(
                    sql,
                    values,
                    """
                    EXISTS (SELECT 1 FROM json_array_elements(%s) line
                        WHERE to_tsvector('simple', line->>'message') @@ plainto_tsquery('simple', ?))
                    """
                            .formatted(column),
                    word);
        }
    }

    private String order(Listing listing) {
        if (listing.sortBy().isEmpty()) {
            return "created_at DESC, id DESC";
        }
        var direction = listing.ascending() ? " ASC" : " DESC";
        return column("sort_by", listing.sortBy().get()).sql() + direction + ", id" + direction;
    }

    private Column column(String parameter, String field) {
        var column = columns.get(field);
        if (column == null) {
            throw new Problem.Invalid(
                    "query",
                    parameter,
                    "Unknown field; known are " + String.join(", ", columns.keySet()),
                    "enum");
        }
        return column;
    }

    private static void where(
            StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(" AND ").append(condition);
        values.add(value);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static byte[] array(ResultSet rows) throws SQLException {
        var documents = new ArrayList<byte[]>();
        int size = 2;
        while (rows.next()) {
            var document = rows.getBytes(1);
            documents.add(document);
            size += document.length + 1;
        }
        var array = ByteBuffer.allocate(documents.isEmpty() ? size : size - 1).put((byte) '[');
        for (int i = 0; i < documents.size(); i++) {
            if (i > 0) {
                array.put((byte) ',');
            }
            array.put(documents.get(i));
        }
        return array.put((byte) ']').array();
    }
}
