package dev.parley.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// A query that names its tenant itself and so needs no transaction around it: one round trip
/// instead of three. What is LATERAL is evaluated after what it refers to, the tenant's setting;
/// see `docs/decisions/0004-reads-in-one-round-trip.md`.
///
/// @param sql finds the rows `WHERE org_id = tenant.id`, with a `?` for each of `values`
/// @param rows reads what was found
public record Select<T>(String sql, List<Object> values, Rows<T> rows) {
    /// OFFSET 0 keeps the planner from mixing the inner query with the outer: its choice of an
    /// index stays what it was, and the policy of the table is looked at after the setting is made.
    private static final String FIRST_THE_TENANT =
            """
            SELECT found.* FROM set_config('parley.org_id', ?, true) AS tenant (id),
                LATERAL (SELECT * FROM (%s) AS rows OFFSET 0) AS found
            """;

    /// Reads the rows of an answer.
    @FunctionalInterface
    public interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    T run(Connection connection, Tenant tenant) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST_THE_TENANT.formatted(sql))) {
            statement.setString(1, tenant.value());
            for (int i = 0; i < values.size(); i++) {
                Values.bind(statement, i + 2, values.get(i));
            }
            try (var found = statement.executeQuery()) {
                return rows.read(found);
            }
        }
    }
}
