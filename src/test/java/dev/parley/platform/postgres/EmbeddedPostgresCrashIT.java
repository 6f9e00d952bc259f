package dev.parley.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `kill -9` leaves behind, at any moment (D1, D3), and whose processes we touch.
class EmbeddedPostgresCrashIT {
    private static final Duration DEATH = Duration.ofSeconds(2);
    private static PostgresFolders folders;
    private Path data;
    private Path cluster;

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
        use(folders.prepared());
    }

    private void use(Path folder) {
        data = folder;
        cluster = data.resolve("postgres/cluster");
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException, InterruptedException {
        assertThat(folders.running(data)).isEmpty();
    }

    /// D1: what was committed is there after `kill -9`, and PostgreSQL is not left behind.
    @Test
    void killOfTheServerEndsPostgresCleanly() throws Exception {
        try (var holder = HolderProcess.start(data.toString(), folders.bin())) {
            holder.ready();
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, folders.bin()))
                    .as("the folder is another process's")
                    .hasMessageContaining("Another Parley");

            long begin = System.nanoTime();
            holder.kill();
            awaitEnd(data);
            PostgresFolders.report("death by kill -9", begin);
        }

        assertThat(data.resolve("postgres/log")).content().contains("system is shut down");
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT word FROM kept"))
                    .isEqualTo("committed");
        }
        assertThat(data.resolve("postgres/log")).content().doesNotContain("not properly shut down");
    }

    /// D1: a restart at once, while the old PostgreSQL is still on its way out.
    @Test
    void startsWhileTheKilledOneIsStillEnding() throws Exception {
        try (var holder = HolderProcess.start(data.toString(), folders.bin())) {
            holder.ready();
            holder.kill();
        }

        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT word FROM kept"))
                    .isEqualTo("committed");
        }
    }

    /// An ordinary account, with and without the kernel's death signal.
    @Test
    void killEndsPostgresAlsoForAnOrdinaryAccount() throws Exception {
        use(folders.fresh());
        var account = Account.choose(cluster);
        assumeTrue(account.borrowed(), "only root can become an ordinary account");
        account.own(data);
        var copies = Files.createDirectory(folders.fresh().resolve("classes"));
        var noSetpriv = Files.createDirectory(copies.resolve("path"));
        for (var name : List.of("sh", "id", "setsid")) {
            Files.createSymbolicLink(noSetpriv.resolve(name), Path.of("/usr/bin", name));
        }

        for (var environment : List.of(Map.of("A", "b"), Map.of("PATH", noSetpriv.toString()))) {
            try (var holder =
                    HolderProcess.start(account, copies, data, folders.bin(), environment)) {
                holder.ready();
                boolean watched = environment.containsKey("PATH");
                assertThat(status(4) == holder.pid()).as("our direct child").isNotEqualTo(watched);
                assertThat(status(6)).as("Ctrl-C does not reach it").isEqualTo(postmaster(data));

                long begin = System.nanoTime();
                holder.kill();
                awaitEnd(data);
                PostgresFolders.report("death as ordinary account " + environment.keySet(), begin);
            }
            try (var holder =
                    HolderProcess.start(account, copies, data, folders.bin(), environment)) {
                holder.ready();
                assertThat(holder.end()).isZero();
            }
        }
        assertThat(data.resolve("postgres/log")).content().doesNotContain("not properly shut down");
    }

    @Test
    void removesTheProcessIdOfAnotherProgramAndLeavesThatAlone() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        var foreign = new ProcessBuilder("sleep", "300").start();
        // The shell starts a child, then becomes a program that never asks for its status.
        var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 300").start();
        long zombie = Long.parseLong(parent.inputReader().readLine());
        try (var other = EmbeddedPostgres.start(folders.prepared(), folders.bin())) {
            long stranger = postmaster(folders.last());
            for (long pid : new long[] {dead.pid(), foreign.pid(), zombie, stranger}) {
                Files.writeString(cluster.resolve("postmaster.pid"), pid + "\n" + cluster + "\n");

                try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
                    assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
                }
            }
            assertThat(foreign.isAlive()).isTrue();
            assertThat(PostgresFolders.ask(other.address(), "SELECT 2")).isEqualTo("2");
        } finally {
            foreign.destroyForcibly().waitFor();
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void takesOverAnOrphanOfItsOwn() throws Exception {
        EmbeddedPostgres.start(data, folders.bin()).close();
        var account = Account.choose(cluster);
        int port = Integer.parseInt(Files.readString(data.resolve("postgres/port")));
        var words = new ArrayList<>(account.prefix());
        words.removeIf(word -> word.startsWith("--pdeathsig"));
        words.addAll(List.of(folders.bin().resolve("postgres").toString(), "-D"));
        words.addAll(List.of(cluster.toString(), "-c", "port=" + port));
        words.addAll(List.of("-c", "unix_socket_directories="));
        var orphan = new ProcessBuilder(words).redirectErrorStream(true).start();
        awaitReady(orphan);

        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postgres.address().port()).isEqualTo(port);
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws IOException {
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, folders.bin()))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContainingAll(
                        "PostgreSQL 16", "PARLEY_PG_BIN", "pg_dump", "PARLEY_DATA");
        assertThat(cluster.resolve("parley.complete")).exists();
    }

    @Test
    void neverDeletesAFolderThatIsNotADatabase() throws IOException {
        use(folders.fresh());
        Files.createDirectories(cluster);
        Files.writeString(cluster.resolve("precious"), "kept");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, folders.bin()))
                .hasMessageContaining("not a PostgreSQL database");
        assertThat(cluster.resolve("precious")).hasContent("kept");
    }

    /// D1: killed while unpacking, and while `initdb` ran.
    @Test
    void redoesWhatWasHalfUnpackedOrHalfInitialised() throws Exception {
        use(folders.fresh());
        var home = data.resolve("postgres");
        Files.createDirectories(home.resolve("18.6.0.part/bin"));
        Files.createDirectories(home.resolve("18.6.0/bin"));
        Files.writeString(home.resolve("18.6.0/bin/postgres"), "half");
        Files.createDirectories(home.resolve("cluster.part/base"));
        Files.writeString(home.resolve("cluster.part/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("initdb.password"), "old");

        try (var postgres = EmbeddedPostgres.start(data, null)) {
            assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
        }

        assertThat(home.resolve("cluster.part")).doesNotExist();
        assertThat(home.resolve("18.6.0.part")).doesNotExist();
        assertThat(home.resolve("initdb.password")).doesNotExist();
    }

    /// D1: killed between the end of `initdb`, the role, the database and the right to log in.
    @Test
    void finishesASetUpThatWasCutShort() throws Exception {
        Files.move(cluster, data.resolve("postgres/cluster.part"));
        for (var cut :
                List.of(
                        List.of("ALTER ROLE parley NOLOGIN"),
                        List.of("DROP DATABASE parley"),
                        List.of("DROP DATABASE parley", "DROP ROLE parley"),
                        List.of("ALTER ROLE parley PASSWORD 'other'"),
                        List.of("REVOKE ALL ON DATABASE parley FROM parley"))) {
            try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
                assertThat(PostgresFolders.ask(postgres.address(), "SELECT 1")).isEqualTo("1");
                asSuperuser(postgres.address().port(), cut);
            }
        }
        try (var postgres = EmbeddedPostgres.start(data, folders.bin())) {
            PostgresFolders.execute(postgres.address(), "CREATE TABLE word (text text)");
        }
    }

    /// In a process of its own: this one may have been started where only ASCII names exist.
    @Test
    void worksInAFolderWithSpacesAndForeignLetters() throws Exception {
        use(folders.fresh());
        for (int start = 0; start < 2; start++) {
            try (var holder =
                    HolderProcess.start(data + "/Gespr\\344che mit \\337", folders.bin())) {
                holder.ready();
                assertThat(holder.end()).isZero();
            }
        }
    }

    private void asSuperuser(int port, List<String> statements) throws IOException, SQLException {
        var password = Files.readString(data.resolve("postgres/postgres.password"));
        try (var connection = Roles.connect(port, "postgres", "postgres", password);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long postmaster(Path folder) throws IOException {
        var file = PostmasterFile.read(folder.resolve("postgres/cluster"));
        return file.orElseThrow().pid();
    }

    /// A field of what the kernel says of the server: 4 is its parent, 6 its session.
    private long status(int field) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(postmaster(data)), "stat"));
        return Long.parseLong(text.split(" ")[field - 1]);
    }

    private void awaitReady(Process server) throws IOException {
        while (PostmasterFile.read(cluster).filter(PostmasterFile::ready).isEmpty()) {
            assertThat(server.isAlive()).isTrue();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitEnd(Path data) throws IOException, InterruptedException {
        long end = System.nanoTime() + DEATH.toNanos();
        while (!folders.running(data).isEmpty()) {
            assertThat(System.nanoTime()).as("PostgreSQL ends in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
