package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A server process for the tests to kill: starts PostgreSQL, commits a row, then waits.
final class HoldsPostgres {
    private HoldsPostgres() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var postgres =
                EmbeddedPostgres.start(
                        Path.of(arguments[0].translateEscapes()), Path.of(arguments[1]));
        var address = postgres.address();
        try (var connection =
                        Roles.connect(
                                address.port(), "parley", address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('committed')");
            System.out.println("ready " + address.jdbcUrl());
            // With the connection still open, as a server under load has them.
            if (System.in.read() >= 0) {
                postgres.close();
            }
        }
    }
}
