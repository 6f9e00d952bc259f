package dev.parley.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;

/// Java values as a statement's values.
final class Values {
    private Values() {}

    static void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case Instant time -> statement.setTimestamp(at, Timestamp.from(time));
            case Planned.Unknown(var text) -> statement.setObject(at, text, Types.OTHER);
            case Short[] numbers -> array(statement, at, "int2", numbers);
            case Long[] numbers -> array(statement, at, "int8", numbers);
            case Instant[] times ->
                    array(
                            statement,
                            at,
                            "timestamptz",
                            Arrays.stream(times).map(Timestamp::from).toArray());
            default -> statement.setObject(at, value);
        }
    }

    private static void array(PreparedStatement statement, int at, String type, Object[] values)
            throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf(type, values));
    }
}
