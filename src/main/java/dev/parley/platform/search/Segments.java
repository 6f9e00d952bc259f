package dev.parley.platform.search;

import dev.parley.platform.database.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Segments in the database, written.
final class Segments {
    private Segments() {}

    private record Segment(long number, Moments moments) {}

    static void insert(
            Connection connection,
            Tenant tenant,
            String kind,
            Moments moments,
            SortedMap<Short, TreeMap<String, Places>> groups)
            throws SQLException {
        long segment = insert(connection, tenant, kind, moments);
        var numbers = groups.keySet().toArray();
        var postings = groups.values().stream().map(Postings::write).toArray(byte[][]::new);
        var sql =
                """
                INSERT INTO text_posting (org_id, kind, segment, token_group, postings)
                SELECT ?, ?, ?, * FROM unnest(?, ?)
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setLong(3, segment);
            statement.setArray(4, connection.createArrayOf("int2", numbers));
            statement.setArray(5, connection.createArrayOf("bytea", postings));
            statement.executeUpdate();
        }
    }

    private static long insert(Connection connection, Tenant tenant, String kind, Moments moments)
            throws SQLException {
        var sql =
                """
                INSERT INTO text_segment (org_id, kind, newest, oldest, moments)
                VALUES (?, ?, ?, ?, ?) RETURNING segment
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setLong(3, moments.newest());
            statement.setLong(4, moments.oldest());
            statement.setBytes(5, moments.written());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// Takes records that changed or are gone out of every segment that holds them.
    static void erase(Connection connection, Tenant tenant, String kind, TreeSet<Long> moments)
            throws SQLException {
        for (var segment : holding(connection, tenant, kind, moments)) {
            var gone = segment.moments().forget(moments);
            if (!gone.isEmpty()) {
                rewrite(connection, tenant, kind, segment, Set.copyOf(gone));
            }
        }
    }

    private static List<Segment> holding(
            Connection connection, Tenant tenant, String kind, TreeSet<Long> moments)
            throws SQLException {
        var near = near(connection, tenant, kind, moments);
        var sql =
                """
                SELECT segment, newest, moments FROM text_segment
                WHERE org_id = ? AND kind = ? AND segment = ANY(?) ORDER BY segment FOR UPDATE
                """;
        var segments = new ArrayList<Segment>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setArray(3, connection.createArrayOf("int8", near.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var held = Moments.read(rows.getLong(2), rows.getBytes(3));
                    segments.add(new Segment(rows.getLong(1), held));
                }
            }
        }
        return segments;
    }

    /// The segments from a time in which one of `moments` lies.
    private static List<Long> near(
            Connection connection, Tenant tenant, String kind, TreeSet<Long> moments)
            throws SQLException {
        var sql =
                """
                SELECT segment, newest, oldest FROM text_segment
                WHERE org_id = ? AND kind = ? AND newest >= ? AND oldest <= ?
                """;
        var near = new ArrayList<Long>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setLong(3, moments.first());
            statement.setLong(4, moments.last());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var first = moments.ceiling(rows.getLong(3));
                    if (first != null && first <= rows.getLong(2)) {
                        near.add(rows.getLong(1));
                    }
                }
            }
        }
        return near;
    }

    private static void rewrite(
            Connection connection, Tenant tenant, String kind, Segment segment, Set<Integer> gone)
            throws SQLException {
        update(connection, tenant, kind, segment);
        var sql =
                """
                SELECT token_group, postings FROM text_posting
                WHERE org_id = ? AND kind = ? AND segment = ? AND token_group = ANY(
                    ARRAY(SELECT generate_series(0, %d)::smallint))
                """
                        .formatted(Tokens.GROUPS - 1);
        var numbers = new ArrayList<Short>();
        var changed = new ArrayList<byte[]>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            statement.setLong(3, segment.number());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var before = rows.getBytes(2);
                    var after = without(before, gone);
                    if (!Arrays.equals(before, after)) {
                        numbers.add(rows.getShort(1));
                        changed.add(after);
                    }
                }
            }
        }
        replace(connection, tenant, kind, segment.number(), numbers, changed);
    }

    private static void update(Connection connection, Tenant tenant, String kind, Segment segment)
            throws SQLException {
        var sql =
                "UPDATE text_segment SET moments = ? WHERE org_id = ? AND kind = ? AND segment = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, segment.moments().written());
            statement.setString(2, tenant.value());
            statement.setString(3, kind);
            statement.setLong(4, segment.number());
            statement.executeUpdate();
        }
    }

    private static void replace(
            Connection connection,
            Tenant tenant,
            String kind,
            long segment,
            List<Short> numbers,
            List<byte[]> postings)
            throws SQLException {
        var sql =
                """
                UPDATE text_posting SET postings = changed.postings
                FROM unnest(?, ?) AS changed (token_group, postings)
                WHERE org_id = ? AND kind = ? AND segment = ?
                    AND text_posting.token_group = changed.token_group
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int2", numbers.toArray()));
            statement.setArray(
                    2, connection.createArrayOf("bytea", postings.toArray(byte[][]::new)));
            statement.setString(3, tenant.value());
            statement.setString(4, kind);
            statement.setLong(5, segment);
            statement.executeUpdate();
        }
    }

    private static byte[] without(byte[] postings, Set<Integer> gone) {
        var kept = new TreeMap<String, Places>();
        Postings.read(postings)
                .forEach((token, places) -> {
                    var left = Arrays.stream(places).filter(one -> !gone.contains(one)).toArray();
                    if (left.length > 0) {
                        kept.put(token, Places.of(left));
                    }
                });
        return Postings.write(kept);
    }
}
