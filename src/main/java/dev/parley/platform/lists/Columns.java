package dev.parley.platform.lists;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.Planned.Planner;
import dev.parley.platform.database.Select;
import dev.parley.platform.database.Tenant;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Json;
import dev.parley.platform.search.TextIndex;
import dev.parley.platform.search.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one table a list may be searched and sorted by, and the reading of such a list.
/// Names and SQL come from here only; a request brings nothing but values.
public final class Columns {
    private enum Match {
        SUBSTRING,
        EXACT,
        WORDS,
        NONE
    }

    private record Column(String sql, Match match) {}

    /// What is true of the rows of a list, beyond what is searched for.
    ///
    /// @param sql true of such a row, with one `?` for `value`; the organization is `tenant.id`
    public record Condition(String sql, Object value) {}

    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private Set<String> fields = Set.of();
    private @Nullable TextIndex index;
    private Function<byte[], Set<String>> words = _ -> Set.of();

    /// @param table a tenant table with the columns `org_id`, `id`, `status`, `created_at`,
    ///   `updated_at` and `document`
    public Columns(String table) {
        this.table = table;
        exact("id", "id").exact("status", "status").sortable("createdAt", "created_at");
        sortable("updatedAt", "updated_at").exact("createdBy", "created_by");
    }

    /// A field matched as a case-insensitive substring.
    public Columns text(String field, String column) {
        return with(field, column, Match.SUBSTRING);
    }

    /// A field matched exactly.
    public Columns exact(String field, String column) {
        return with(field, column, Match.EXACT);
    }

    /// A field that is only sorted by.
    public Columns sortable(String field, String column) {
        return with(field, column, Match.NONE);
    }

    /// The index that finds pieces of those of the fields it has.
    public Columns pieces(TextIndex textIndex) {
        index = textIndex;
        return this;
    }

    /// A field matched word by word, wherever the words stand, and not sorted by; and the index
    /// that finds them, and pieces of those of the fields it has.
    ///
    /// @param wordsOf those of a stored document, as the index got them
    public Columns words(String field, TextIndex textIndex, Function<byte[], Set<String>> wordsOf) {
        words = wordsOf;
        return pieces(textIndex).with(field, "", Match.WORDS);
    }

    /// The record whose JSON is listed: its fields may be chosen from. Until this is said, any
    /// field may be asked for.
    public Columns of(Class<? extends Record> record) {
        fields = Json.names(record);
        return this;
    }

    /// Like [#of(Class)], of records without a class of their own.
    public Columns of(String... names) {
        fields = new LinkedHashSet<>(List.of(names));
        return this;
    }

    private Columns with(String field, String column, Match match) {
        columns.put(field, new Column(column, match));
        return this;
    }

    /// The page `listing` asks for of the tenant's records.
    public Page page(Database database, Tenant tenant, Listing listing) {
        return page(database, tenant, listing, List.of());
    }

    /// Like [#page(Database, Tenant, Listing)], of the rows in which each of `equal`'s columns has
    /// its value.
    public Page page(Database database, Tenant tenant, Listing listing, Map<String, String> equal) {
        return page(database, tenant, listing, conditions(equal));
    }

    /// Like [#page(Database, Tenant, Listing)], of the rows that are all of `conditions`.
    public Page page(
            Database database, Tenant tenant, Listing listing, List<Condition> conditions) {
        return new PageReader(this, database, tenant).page(listing, conditions);
    }

    /// The rows in which each of `equal`'s columns has its value, newest first, as a JSON array:
    /// all of them, as far as an answer can hold them.
    public byte[] newest(Database database, Tenant tenant, Map<String, String> equal) {
        return new PageReader(this, database, tenant).newest(conditions(equal));
    }

    /// The documents `listing` asks for, as a JSON array in UTF-8, passed through unread: without a
    /// search of words, a cursor, a count or a choice of fields.
    public Select<byte[]> list(Listing listing) {
        return list(listing, List.of());
    }

    /// Like [#list(Listing)], of the rows in which each of `equal`'s columns has its value.
    public Select<byte[]> list(Listing listing, Map<String, String> equal) {
        return list(listing, conditions(equal));
    }

    /// Like [#list(Listing)], of the rows that are all of `conditions`.
    public Select<byte[]> list(Listing listing, List<Condition> conditions) {
        var rows = query(listing, conditions).usual(listing.skip(), listing.limit());
        return new Select<>(
                rows.sql(),
                rows.values(),
                found -> Page.array(rows.rows().read(found).stream().map(Row::document).toList()));
    }

    private static List<Condition> conditions(Map<String, String> equal) {
        return equal.entrySet().stream()
                .map(column -> new Condition(column.getKey() + " = ?", column.getValue()))
                .toList();
    }

    String table() {
        return table;
    }

    Query query(Listing listing, List<Condition> conditions) {
        var query = new Query(table, order(listing));
        for (var condition : conditions) {
            query = query.and(condition.sql(), condition.value());
        }
        query = searched(query, listing);
        if (listing.status().isPresent()) {
            query = query.and("status = ?", listing.status().get());
        }
        if (listing.app().isPresent() && columns.containsKey("app")) {
            query = query.and("app = ?", listing.app().get());
        }
        if (listing.updatedAfter().isPresent()) {
            query = query.and("updated_at > ?", listing.updatedAfter().get());
        }
        if (listing.updatedBefore().isPresent()) {
            // Nothing changes before it is created, give or take a clock; without this the newest
            // records would be looked through in vain.
            var before = listing.updatedBefore().get();
            query = query.and("updated_at < ?", before);
            query = query.and("created_at < ?", before.plus(Listing.CLOCKS));
        }
        return query;
    }

    private Query searched(Query query, Listing listing) {
        listing.searchBy().ifPresent(field -> column("search_by", field));
        if (listing.searchValue().isEmpty()) {
            return query;
        }
        var value = listing.searchValue().get();
        var column = column("search_by", listing.searchBy().orElse(""));
        return switch (column.match()) {
            case SUBSTRING -> query.and(column.sql() + " ILIKE ?", "%" + escaped(value) + "%");
            case EXACT -> query.and(column.sql() + " = ?", value);
            case WORDS -> query;
            case NONE ->
                    throw new Problem.Invalid(
                            "query", "search_by", "This field is sorted by only", "value_error");
        };
    }

    /// The search that finds `query`'s rows by the index of texts, where it can.
    Optional<Search> search(Planner planner, Listing listing, Query query) {
        var indexed = index;
        if (indexed == null || listing.searchValue().isEmpty()) {
            return Optional.empty();
        }
        var value = listing.searchValue().get();
        var column = column("search_by", listing.searchBy().orElse(""));
        if (column.match() == Match.WORDS) {
            var asked = Words.of(value);
            var found = indexed.ofWords(planner, asked);
            return Optional.of(
                    new Search(
                            planner,
                            query,
                            found,
                            Optional.of(document -> words.apply(document).containsAll(asked)),
                            asked.isEmpty()));
        }
        if (column.match() != Match.SUBSTRING || !indexed.hasText(column.sql())) {
            return Optional.empty();
        }
        var found = indexed.ofPiece(planner, column.sql(), value);
        return Optional.of(new Search(planner, query, found, Optional.empty(), false));
    }

    private Order order(Listing listing) {
        if (listing.sortBy().isEmpty()) {
            return Order.NEWEST_FIRST;
        }
        var column = column("sort_by", listing.sortBy().get());
        if (column.match() == Match.WORDS) {
            throw new Problem.Invalid(
                    "query", "sort_by", "This field is searched by only", "value_error");
        }
        return Order.by(column.sql(), listing.ascending());
    }

    /// The fields to answer; all of them when empty.
    Set<String> chosen(Listing listing) {
        if (listing.fields().isEmpty()) {
            return Set.of();
        }
        var unknown = listing.fields().stream().filter(name -> !fields.contains(name)).findFirst();
        if (unknown.isPresent() && !fields.isEmpty()) {
            throw unknown("fields", fields);
        }
        var chosen = new LinkedHashSet<>(List.of("id"));
        chosen.addAll(listing.fields());
        return chosen;
    }

    private Column column(String parameter, String field) {
        var column = columns.get(field);
        if (column == null) {
            throw unknown(parameter, columns.keySet());
        }
        return column;
    }

    private static Problem unknown(String parameter, Set<String> known) {
        return new Problem.Invalid(
                "query", parameter, "Unknown field; known are " + String.join(", ", known), "enum");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
