package dev.parley.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the database holds, as counts and hashes: two of them are equal when nothing was written in
/// between.
public final class Rows {
    /// Written all the time, or by jobs some time after what was asked.
    private static final Set<String> BUSY =
            Set.of(
                    "node",
                    "scheduled_tasks",
                    "text_recent",
                    "text_segment",
                    "text_posting",
                    "delivery",
                    "delivery_attempt");

    private Rows() {}

    /// Everything, by organization and table.
    public static Map<String, String> of(TestServer server) {
        var all = new TreeMap<String, String>();
        for (var org : texts(server, "SELECT id FROM organization ORDER BY id")) {
            of(server, org).forEach((table, hash) -> all.put(org + " " + table, hash));
        }
        return all;
    }

    /// What one organization sees, by table.
    public static Map<String, String> of(TestServer server, String org) {
        var hashes = new TreeMap<String, String>();
        server.sql(sql -> {
            sql.setAutoCommit(false);
            become(sql, org);
            for (var table : tables(sql)) {
                hashes.put(
                        table,
                        texts(
                                        sql,
                                        """
                                        SELECT count(*) || ':' ||
                                            md5(coalesce(string_agg(t::text, '' ORDER BY t::text), ''))
                                        FROM %s t
                                        """
                                                .formatted(table))
                                .getFirst());
            }
            sql.rollback();
        });
        return hashes;
    }

    /// How many rows of `table` the organization sees.
    public static int count(TestServer server, String org, String table) {
        return Integer.parseInt(of(server, org).getOrDefault(table, "0").replaceFirst(":.*", ""));
    }

    /// Makes the transaction the organization's.
    public static void become(Connection sql, String org) throws SQLException {
        try (var set = sql.prepareStatement("SELECT set_config('parley.org_id', ?, true)")) {
            set.setString(1, org);
            set.execute();
        }
    }

    /// The first column of a query, as the server's own role without an organization.
    public static List<String> texts(TestServer server, String query) {
        var texts = new ArrayList<String>();
        server.sql(sql -> texts.addAll(texts(sql, query)));
        return texts;
    }

    private static List<String> tables(Connection sql) throws SQLException {
        return texts(
                        sql,
                        """
                        SELECT tablename::text FROM pg_tables
                        WHERE schemaname = 'public' ORDER BY tablename
                        """)
                .stream()
                .filter(table -> !BUSY.contains(table))
                .toList();
    }

    private static List<String> texts(Connection sql, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
