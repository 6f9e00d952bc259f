package dev.parley.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.platform.postgres.EmbeddedPostgres.Address;
import dev.parley.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Starting, using and stopping.
class EmbeddedPostgresIT {
    private static PostgresFolders folders;
    private Path data;

    @BeforeAll
    static void unpackOnce() throws IOException {
        folders = new PostgresFolders();
    }

    @AfterAll
    static void removeAll() throws IOException {
        folders.close();
    }

    @BeforeEach
    void newFolder() throws IOException {
        data = folders.prepared();
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException, InterruptedException {
        assertThat(folders.running(data)).isEmpty();
    }

    @Test
    void firstStartSetsUpAndAWarmOneIsQuick() throws IOException, SQLException {
        data = folders.fresh();
        Address address;
        long begin = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(data, null)) {
            PostgresFolders.report("first start", begin);
            address = postgres.address();
            PostgresFolders.execute(address, "CREATE TABLE word AS SELECT 'kept' AS text");
        }

        long again = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(data, null)) {
            PostgresFolders.report("warm start", again);

            assertThat(postgres.address()).isEqualTo(address);
            assertThat(PostgresFolders.ask(address, "SELECT text FROM word")).isEqualTo("kept");
        }
    }

    @Test
    void applicationHasAnOrdinaryRoleAndASafeServer() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            var address = postgres.address();

            var rights =
                    "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication"
                            + " FROM pg_roles WHERE rolname = current_user";
            assertThat(PostgresFolders.ask(address, rights)).isEqualTo("f");
            Map.of(
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "listen_addresses", "127.0.0.1",
                            "server_encoding", "UTF8",
                            "log_min_error_statement", "panic",
                            "data_checksums", "on")
                    .forEach((name, value) ->
                            assertThat(setting(address, name)).as(name).isEqualTo(value));
            assertThat(PostgresFolders.ask(address, "SELECT upper('é') || lower('Ä')"))
                    .isEqualTo("Éä");
            assertThat(address.toString()).doesNotContain(address.password());
        }
    }

    /// K11: nobody gets in without the password, and the application's does not open the rest.
    @Test
    void refusesWhoHasNoPassword() {
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            int port = postgres.address().port();
            var password = postgres.address().password();

            for (var user : new String[] {"parley", "postgres", "nobody"}) {
                for (var wrong : new String[] {"", "parley", "postgres"}) {
                    assertThatThrownBy(() -> Roles.connect(port, "parley", user, wrong).close())
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThatThrownBy(() -> Roles.connect(port, "parley", "postgres", password).close())
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> Roles.connect(port, "postgres", "parley", password).close())
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void logHoldsNothingPeopleSaid() throws IOException {
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            var address = postgres.address();
            assertThatThrownBy(() ->
                            PostgresFolders.execute(
                                    address,
                                    "CREATE TABLE person (mail text UNIQUE);"
                                            + "INSERT INTO person VALUES ('ann@private.example');"
                                            + "INSERT INTO person VALUES ('ann@private.example')"))
                    .hasMessageContaining("duplicate key");
        }

        var log = Files.readString(data.resolve("postgres/log"));
        assertThat(log)
                .contains("ERROR:  duplicate key")
                .doesNotContain("ann@private.example", "INSERT", "ALTER ROLE");
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(postgres.address().port()).isPositive();

            assertThatThrownBy(() -> EmbeddedPostgres.start(data, folders.bin()))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContainingAll("Another Parley", "PARLEY_DATA", data.toString());
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException, SQLException {
        int port;
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            port = postgres.address().port();
        }

        try (var taken = PostgresFolders.listen(port);
                var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(taken.getLocalPort()).isEqualTo(port);
            assertThat(postgres.address().port()).isNotEqualTo(port);
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void showsTheEndOfTheLogWhenItDoesNotStart() {
        var nonsense = Map.of("shared_buffers", "a lot");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, folders.bin(), nonsense))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void namesAFolderWithoutPrograms() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data, data))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("PARLEY_PG_BIN");
    }

    /// D3: the memory killer took it, or an operator did.
    @Test
    void runsAgainWhenItDiesByItself() throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            var address = postgres.address();
            PostgresFolders.execute(address, "CREATE TABLE word AS SELECT 'kept' AS text");
            var postmaster = PostmasterFile.read(Home.in(data).cluster()).orElseThrow().pid();

            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

            Await.until(
                    Duration.ofSeconds(30),
                    () -> {
                        assertThat(ask(address)).isEqualTo("kept");
                        return true;
                    });
        }
    }

    private static String ask(Address address) {
        try {
            return PostgresFolders.ask(address, "SELECT text FROM word");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closesTwiceAndStopsWithinTheShutdownOfAnOpenTransaction() throws SQLException {
        var postgres = EmbeddedPostgres.start(data, folders.bin());
        var address = postgres.address();
        try (var connection =
                Roles.connect(address.port(), "parley", address.user(), address.password())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("CREATE TABLE unfinished (word text)");

            long begin = System.nanoTime();
            postgres.close();
            PostgresFolders.report("close", begin);
            postgres.close();
        }
    }

    @Test
    void saysWhichFolderIsClosedToItsAccount() throws Exception {
        data = folders.fresh();
        assumeTrue(Account.choose(data).borrowed(), "only root runs it as another account");
        var closed = Files.createDirectory(data.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        var inside = closed.resolve("data");

        assertThatThrownBy(() -> EmbeddedPostgres.start(inside, folders.bin()))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContainingAll(
                        "may not enter the folder " + closed + ".", "chmod o+x", "PARLEY_DATA");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                .isEqualTo("rwx------");
    }

    @Test
    void opensItsOwnDataFolderToItsAccount() throws Exception {
        data = folders.fresh();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));

        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .as("may be passed through, not listed")
                .isEqualTo("rwx-----x");
    }

    private static String setting(Address address, String name) {
        try {
            return PostgresFolders.ask(address, "SHOW " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
