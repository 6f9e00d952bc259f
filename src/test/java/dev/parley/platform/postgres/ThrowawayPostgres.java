package dev.parley.platform.postgres;

import dev.parley.platform.postgres.EmbeddedPostgres.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/// A PostgreSQL for tests: quick because it may lose data, and its role may make databases.
public final class ThrowawayPostgres implements AutoCloseable {
    private static final Map<String, String> UNSAFE =
            Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    "max_connections", "200");

    private final Path folder;
    private final EmbeddedPostgres postgres;

    private ThrowawayPostgres(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /// Starts one in a temporary folder that [#close()] removes.
    public static ThrowawayPostgres start() {
        try {
            var folder = Files.createTempDirectory("parley-test-").toRealPath();
            var postgres = EmbeddedPostgres.start(folder, null, UNSAFE);
            var password = Home.in(folder).password(Roles.SUPERUSER);
            int port = postgres.address().port();
            try (var connection = Roles.connect(port, "postgres", Roles.SUPERUSER, password);
                    var statement = connection.createStatement()) {
                statement.execute("ALTER ROLE parley CREATEDB");
            }
            return new ThrowawayPostgres(folder, postgres);
        } catch (IOException | SQLException e) {
            throw new AssertionError("No PostgreSQL for the tests", e);
        }
    }

    /// Where it is, and the role's password.
    public Address address() {
        return postgres.address();
    }

    @Override
    public void close() {
        postgres.close();
        try {
            Home.delete(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
