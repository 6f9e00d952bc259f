package dev.parley.testing;

import dev.parley.platform.postgres.ThrowawayPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// Databases for tests, all in one PostgreSQL that is started when the first is asked for and
/// removed when the JVM ends.
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /// The JDBC url, with user and password in it, of a new database that holds nothing.
    public static String fresh() {
        return copyOf("template1");
    }

    /// The same for a copy of another database of ours, by its name or its url. Nobody may be
    /// connected to that one: prepare it (migrate it) once, close its pool, then copy it.
    public static String copyOf(String database) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("parley"));
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY"
                            .formatted(name, name(database)));
        } catch (SQLException e) {
            throw new AssertionError("Cannot make a database for a test", e);
        }
        return url(name);
    }

    private static String name(String database) {
        return database.replaceFirst("^jdbc:.*/([^?/]+)\\?.*$", "$1");
    }

    private static String url(String database) {
        var address = Running.POSTGRES.address();
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&sslmode=disable"
                .formatted(
                        address.host(),
                        address.port(),
                        database,
                        address.user(),
                        address.password());
    }

    /// Initialised at the first use, once for the whole JVM.
    private static final class Running {
        static final ThrowawayPostgres POSTGRES = start();

        private static ThrowawayPostgres start() {
            var postgres = ThrowawayPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        }
    }
}
