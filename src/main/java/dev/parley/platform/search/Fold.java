package dev.parley.platform.search;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// Folds records that wait into segments of the index. Of two that fold at once each takes other
/// records, and one that is killed leaves everything as it was.
public final class Fold {
    private static final int MAX_RECORDS = 2_048;
    private static final int MAX_FORGOTTEN = 500;

    /// Of long records fewer make a segment, and one that is only long makes none alone.
    private static final int MAX_CHARACTERS = 4 << 20;

    /// The weight of a full segment.
    static final long FULL = MAX_RECORDS;

    private final Database database;
    private final int records;

    public Fold(Database database) {
        this(database, MAX_RECORDS);
    }

    /// @param records how many make a segment
    Fold(Database database, int records) {
        this.database = database;
        this.records = records;
    }

    /// How much of a segment a record fills, in records of usual length.
    static long weight(String tokens) {
        return 1 + (long) tokens.length() * MAX_RECORDS / MAX_CHARACTERS / 2;
    }

    /// Folds as many full segments of `kind` as wait, and forgets what is gone.
    public void run(Tenant tenant, String kind) {
        boolean isDone = false;
        while (database.transact(tenant, tx -> once(tx, tenant, kind))) {
            isDone = true;
        }
        if (isDone) {
            tidy();
        }
    }

    /// Every search reads what waits. What has been folded would be in its way until autovacuum
    /// comes, and by then there may be a hundred times as much of it.
    private void tidy() {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM (SKIP_LOCKED) text_recent");
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private record Waiting(String id, long moment, @Nullable String tokens) {}

    private boolean once(Handle tx, Tenant tenant, String kind) {
        try {
            var connection = tx.getConnection();
            boolean isMore = forget(connection, tenant, kind);
            var waiting = segment(connection, tenant, kind);
            if (waiting.isEmpty()) {
                return isMore;
            }
            Segments.erase(connection, tenant, kind, moments(waiting));
            write(connection, tenant, kind, waiting);
            delete(connection, tenant, kind, waiting);
            return true;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /// Whether there may be more to forget.
    private static boolean forget(Connection connection, Tenant tenant, String kind)
            throws SQLException {
        var gone =
                waiting(
                        connection,
                        """
                        SELECT id, created_at, tokens FROM text_recent
                        WHERE org_id = ? AND kind = ? AND tokens IS NULL
                        LIMIT %d FOR UPDATE SKIP LOCKED
                        """
                                .formatted(MAX_FORGOTTEN),
                        tenant.value(),
                        kind);
        if (!gone.isEmpty()) {
            Segments.erase(connection, tenant, kind, moments(gone));
            delete(connection, tenant, kind, gone);
        }
        return gone.size() == MAX_FORGOTTEN;
    }

    /// The records of the next segment, the oldest that wait; none while they do not fill one.
    private List<Waiting> segment(Connection connection, Tenant tenant, String kind)
            throws SQLException {
        var ids = new ArrayList<String>();
        long characters = 0;
        var sql =
                """
                SELECT id, octet_length(tokens) FROM text_recent
                WHERE org_id = ? AND kind = ? AND tokens IS NOT NULL AND NOT unread
                ORDER BY created_at, id LIMIT %d
                """
                        .formatted(records);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            try (var rows = statement.executeQuery()) {
                while (rows.next() && characters < MAX_CHARACTERS) {
                    ids.add(rows.getString(1));
                    characters += rows.getLong(2);
                }
            }
        }
        if (ids.size() < records && characters < MAX_CHARACTERS) {
            return List.of();
        }
        return waiting(
                connection,
                """
                SELECT id, created_at, tokens FROM text_recent
                WHERE org_id = ? AND kind = ? AND id = ANY(?) AND tokens IS NOT NULL
                FOR UPDATE SKIP LOCKED
                """,
                tenant.value(),
                kind,
                connection.createArrayOf("text", ids.toArray()));
    }

    private static List<Waiting> waiting(Connection connection, String sql, Object... values)
            throws SQLException {
        var waiting = new ArrayList<Waiting>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getString(1);
                    long moment = Moment.of(rows.getTimestamp(2).toInstant(), id);
                    waiting.add(new Waiting(id, moment, rows.getString(3)));
                }
            }
        }
        return waiting;
    }

    private static TreeSet<Long> moments(List<Waiting> waiting) {
        var moments = new TreeSet<Long>();
        waiting.forEach(one -> moments.add(one.moment()));
        return moments;
    }

    private static void write(
            Connection connection, Tenant tenant, String kind, List<Waiting> waiting)
            throws SQLException {
        var newestFirst = new ArrayList<>(waiting);
        newestFirst.sort(Comparator.comparingLong(Waiting::moment).reversed());
        var tokens = new HashMap<String, Places>();
        for (int i = 0; i < newestFirst.size(); i++) {
            int place = i;
            Tokens.each(
                    String.valueOf(newestFirst.get(i).tokens()),
                    token -> tokens.computeIfAbsent(token, _ -> new Places()).add(place));
        }
        var groups = new TreeMap<Short, TreeMap<String, Places>>();
        tokens.forEach((token, places) ->
                groups.computeIfAbsent(Tokens.group(token), _ -> new TreeMap<>())
                        .put(token, places));
        var moments = new Moments(newestFirst.stream().mapToLong(Waiting::moment).toArray());
        Segments.insert(connection, tenant, kind, moments, groups);
    }

    private static void delete(
            Connection connection, Tenant tenant, String kind, List<Waiting> done)
            throws SQLException {
        var sql = "DELETE FROM text_recent WHERE org_id = ? AND kind = ? AND id = ANY(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setString(2, kind);
            var ids = done.stream().map(Waiting::id).toArray();
            statement.setArray(3, connection.createArrayOf("text", ids));
            statement.executeUpdate();
        }
    }
}
