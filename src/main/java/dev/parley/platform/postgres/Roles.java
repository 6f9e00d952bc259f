package dev.parley.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// The roles of a cluster: one for setting it up, and one that owns the application's database.
final class Roles {
    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "parley";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int CONNECT_SECONDS = 30;
    private static final String WRONG_PASSWORD = "28P01";

    // Wrong password or no such role, may not log in, no such database, no right to connect.
    private static final List<String> NOT_SET_UP =
            List.of(WRONG_PASSWORD, "28000", "3D000", "42501");

    private final int port;
    private final String superuserPassword;
    private final String password;

    Roles(int port, String superuserPassword, String password) {
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.password = password;
    }

    /// Makes sure that the application can log in, whatever an earlier start left undone.
    void ensure(boolean newCluster) throws SQLException {
        if (newCluster) {
            setUp();
        }
        try (var connection = asApplication()) {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            if (!NOT_SET_UP.contains(e.getSQLState())) {
                throw e;
            }
            setUp();
            asApplication().close();
        }
    }

    /// The right to log in comes last: who has it finds everything else in place.
    private void setUp() throws SQLException {
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = 'parley'")) {
                statement.execute("CREATE ROLE parley NOLOGIN");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = 'parley'")) {
                statement.execute("CREATE DATABASE parley OWNER parley");
            }
            statement.execute("ALTER DATABASE parley OWNER TO parley");
            statement.execute("REVOKE ALL ON DATABASE parley, postgres, template1 FROM PUBLIC");
            statement.execute("GRANT CONNECT, TEMPORARY, CREATE ON DATABASE parley TO parley");
            statement.execute(
                    """
                    ALTER ROLE parley WITH PASSWORD '%s'
                        LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
                    """
                            .formatted(password));
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection asApplication() throws SQLException {
        return connect(port, APPLICATION, APPLICATION, password);
    }

    private Connection asSuperuser() throws SQLException {
        try {
            return connect(port, MAINTENANCE_DATABASE, SUPERUSER, superuserPassword);
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            throw new PostgresUnavailable(
                    "The file postgres.password beside the database does not hold the password it"
                            + " was made with. Restore that file from a backup of the data folder.",
                    e);
        }
    }

    /// A connection over the loopback, without asking for encryption that the server does not have.
    static Connection connect(int port, String database, String user, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(CONNECT_SECONDS));
        var url = "jdbc:postgresql://%s:%d/%s".formatted(Server.HOST, port, database);
        return DriverManager.getConnection(url, properties);
    }
}
