package dev.parley.platform.postgres;

import dev.parley.platform.postgres.EmbeddedPostgres.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// A PostgreSQL for tests: quick because it may lose data, and its role may make databases.
public final class ThrowawayPostgres implements AutoCloseable {
    private static final String PREFIX = "parley-test-";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 2L << 30;
    private static final Duration BEING_MADE = Duration.ofMinutes(1);
    private static final Map<String, String> UNSAFE =
            Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    "max_wal_size", "256MB",
                    "max_connections", "200");

    private final Path programs;
    private final Path data;
    private final EmbeddedPostgres postgres;

    private ThrowawayPostgres(Path programs, Path data, EmbeddedPostgres postgres) {
        this.programs = programs;
        this.data = data;
        this.postgres = postgres;
    }

    /// Starts one in temporary folders that [#close()] removes.
    public static ThrowawayPostgres start() {
        try {
            // Apart from the data, because programs may not run from the memory's file system.
            var programs = Files.createTempDirectory(PREFIX).toRealPath();
            Home.permit(programs, "rwx--x--x");
            var home = Home.in(programs);
            var bin = Binaries.find(home, null, Account.choose(home.cluster())).folder();
            var data = dataFolder();
            var postgres = EmbeddedPostgres.start(data, bin, UNSAFE);
            allowDatabases(Home.in(data), postgres.address().port());
            return new ThrowawayPostgres(programs, data, postgres);
        } catch (IOException | SQLException | InterruptedException e) {
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
            Home.delete(data);
            Home.delete(programs);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// In memory where there is enough of it: a new database is 300 files, ten times quicker there.
    private static Path dataFolder() throws IOException {
        if (!Files.isWritable(MEMORY)
                || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH_BYTES) {
            return Files.createTempDirectory(PREFIX);
        }
        removeAbandoned();
        return Files.createTempDirectory(MEMORY, PREFIX);
    }

    /// Memory that a killed test run still holds.
    private static void removeAbandoned() throws IOException {
        try (var folders = Files.newDirectoryStream(MEMORY, PREFIX + "*")) {
            for (var folder : folders) {
                long age =
                        System.currentTimeMillis() - Files.getLastModifiedTime(folder).toMillis();
                if (Files.isWritable(folder) && age > BEING_MADE.toMillis() && !inUse(folder)) {
                    Home.delete(folder);
                }
            }
        }
    }

    private static boolean inUse(Path folder) throws IOException {
        try {
            FolderLock.take(Home.in(folder)).close();
            return false;
        } catch (PostgresUnavailable e) {
            return true;
        }
    }

    private static void allowDatabases(Home home, int port) throws IOException, SQLException {
        var password = home.password(Roles.SUPERUSER);
        try (var connection = Roles.connect(port, "postgres", Roles.SUPERUSER, password);
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE parley CREATEDB");
        }
    }
}
