package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own in the data folder: started with us, stopped with us, also by `kill -9`.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(1);

    private final FolderLock lock;
    private final Setup setup;
    private final Address address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server server;

    private EmbeddedPostgres(FolderLock lock, Setup setup, Server server, Address address) {
        this.lock = lock;
        this.setup = setup;
        this.server = server;
        this.address = address;
    }

    /// What the server is started with, each time.
    private record Setup(
            Home home, Account account, Binaries binaries, Map<String, String> settings) {
        Server start() throws IOException, InterruptedException {
            new Leftovers(home.cluster(), account).clear(ORPHAN_PATIENCE);
            return Server.start(home, binaries, account, settings);
        }
    }

    /// How the application reaches its database, as an ordinary role that owns nothing else.
    public record Address(String host, int port, String database, String user, String password) {
        /// The address without user and password, so that it may be logged.
        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ':' + port + '/' + database;
        }

        @Override
        public String toString() {
            return user + '@' + jdbcUrl();
        }
    }

    /// Starts PostgreSQL and waits until it answers; the first start also unpacks and sets it up.
    ///
    /// @param dataFolder where everything is kept, in its sub-folder `postgres`
    /// @param binFolder another installation's `bin` folder (`PARLEY_PG_BIN`), or null for ours
    /// @throws PostgresUnavailable when it cannot be started; the message says what to do
    public static EmbeddedPostgres start(Path dataFolder, @Nullable Path binFolder) {
        return start(dataFolder, binFolder, Map.of());
    }

    /// As above, with settings that replace ours: only tests may trade safety for speed.
    static EmbeddedPostgres start(
            Path dataFolder, @Nullable Path binFolder, Map<String, String> settings) {
        try {
            var home = Home.in(dataFolder);
            // Before the lock: who may not be here hears that, not that a file cannot be opened.
            var account = Account.choose(home.cluster());
            var lock = FolderLock.take(home);
            try {
                return started(home, account, lock, binFolder, settings);
            } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new PostgresUnavailable(
                    "Cannot start PostgreSQL in %s: %s".formatted(dataFolder, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while starting PostgreSQL", e);
        }
    }

    private static EmbeddedPostgres started(
            Home home,
            Account account,
            FolderLock lock,
            @Nullable Path binFolder,
            Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        account.reach(home);
        var binaries = Binaries.find(home, binFolder, account);
        var cluster = new Cluster(home, binaries, account);
        cluster.check();
        var setup = new Setup(home, account, binaries, settings);
        new Leftovers(home.cluster(), account).clear(ORPHAN_PATIENCE);
        var superuserPassword = home.password(Roles.SUPERUSER);
        var password = home.password(Roles.APPLICATION);
        boolean made = cluster.prepare(superuserPassword);
        var server = setup.start();
        try {
            new Roles(server.port(), superuserPassword, password).ensure(made);
        } catch (SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
        var address =
                new Address(
                        Server.HOST, server.port(), Roles.APPLICATION, Roles.APPLICATION, password);
        var postgres = new EmbeddedPostgres(lock, setup, server, address);
        postgres.watch(server);
        return postgres;
    }

    /// Where the application's database is; the same while this instance runs.
    public Address address() {
        return address;
    }

    /// Ends PostgreSQL: open transactions are rolled back, everything committed stays.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            running().stop();
        } catch (IOException e) {
            throw new PostgresUnavailable("Cannot end PostgreSQL properly: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Server running() {
        return server;
    }

    private void watch(Server started) {
        started.onExit(() -> {
            if (!closed.get()) {
                log.error("PostgreSQL ended by itself; starting it again");
                Thread.ofPlatform().daemon().name("postgres-revival").start(this::revive);
            }
        });
    }

    /// Tries until it runs again or nobody wants it any more.
    private synchronized void revive() {
        while (!closed.get()) {
            try {
                server = setup.start();
                if (server.port() != address.port()) {
                    log.error("PostgreSQL's port was taken meanwhile; restart Parley");
                }
                watch(server);
                return;
            } catch (IOException | PostgresUnavailable e) {
                log.error("PostgreSQL does not start: {}", e.getMessage());
                LockSupport.parkNanos(REVIVAL_PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
