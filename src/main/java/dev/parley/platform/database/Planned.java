package dev.parley.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;

/// A query whose plan depends on its values: a filter may leave one row of a million, or all. It is
/// planned each time, where [Select] is planned once.
///
/// @param sql finds the rows `WHERE org_id = tenant.id`, with a `?` for each of `values`
/// @param values text, numbers, instants, arrays of these, and [Unknown]
/// @param rows reads what was found
public record Planned<T>(String sql, List<Object> values, Select.Rows<T> rows) {
    /// PostgreSQL puts the value in the place of `tenant.id` before it plans.
    private static final String OF_TENANT =
            "SELECT found.* FROM (SELECT ?::text) AS tenant (id), LATERAL (%s) AS found";

    /// A value in PostgreSQL's own writing, of whatever type the other side of a comparison has.
    public record Unknown(String text) {}

    /// A transaction of one tenant whose statements are planned each time, for a disk without
    /// moving parts.
    public static final class Planner {
        private static final String BEGIN =
                """
                SELECT set_config('parley.org_id', ?, true),
                    set_config('plan_cache_mode', 'force_custom_plan', true),
                    set_config('random_page_cost', '1.1', true)
                """;

        private final Connection connection;
        private final Tenant tenant;

        private Planner(Connection connection, Tenant tenant) {
            this.connection = connection;
            this.tenant = tenant;
        }

        static Planner of(Connection connection, Tenant tenant) {
            try (var begin = connection.prepareStatement(BEGIN)) {
                begin.setString(1, tenant.value());
                begin.execute();
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
            return new Planner(connection, tenant);
        }

        /// What `planned` finds.
        public <T> T find(Planned<T> planned) {
            try {
                return planned.run(connection, tenant);
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }
    }

    private T run(Connection connection, Tenant tenant) throws SQLException {
        try (var statement = connection.prepareStatement(OF_TENANT.formatted(sql))) {
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
