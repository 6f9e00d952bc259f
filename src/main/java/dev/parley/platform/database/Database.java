package dev.parley.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.parley.platform.database.Planned.Planner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL. Every transaction is one tenant's, or openly the system's; row-level security
/// refuses a tenant's rows to everybody else, whatever the query says.
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int OLDEST = 15;

    /// The number of the newest file in `db`.
    static final int SCHEMA = 18;

    private static final int CONNECTIONS = 12;
    private static final int WAIT_MILLIS = 1_500;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ScopedValue<Joint> joint = ScopedValue.newInstance();

    /// A transaction that everything on its thread takes part in.
    private record Joint(Tenant tenant, Handle tx) {
        Handle of(Tenant asked) {
            if (!asked.value().equals(tenant.value())) {
                throw new IllegalStateException("A transaction belongs to one organization");
            }
            return tx;
        }
    }

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /// Connects. Fails within seconds when the database is not there.
    ///
    /// @param url of JDBC, `jdbc:postgresql:…`, user and password in it or beside it
    public static Database open(DatabaseAddress address) {
        var config = new HikariConfig();
        config.setPoolName("parley");
        config.setJdbcUrl(address.jdbcUrl());
        if (address.user() != null) {
            config.setUsername(address.user());
        }
        if (address.password() != null) {
            config.setPassword(address.password());
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(10_000);
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "parley");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=10s -c lock_timeout=5s -c timezone=UTC"
                        // every statement is a lookup or a page by an index: planning it anew each
                        // time, as PostgreSQL does for lists of ids, costs more than running it
                        + " -c plan_cache_mode=force_generic_plan");
        try {
            return new Database(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException(
                    "The database cannot be reached: "
                            + reason(e)
                            + "\nIs it running, and is PARLEY_DATABASE_URL right?",
                    e);
        }
    }

    private static String reason(Throwable e) {
        var root = e;
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause instanceof SQLException ? cause : root;
        }
        return String.valueOf(root.getMessage());
    }

    /// Looks whether this PostgreSQL is one the server can stand on.
    ///
    /// @throws IllegalStateException when it is too old
    public void check() {
        record Found(int version, boolean isUnbound) {}
        var found =
                system(tx ->
                        tx.createQuery(
                                        """
                                        SELECT current_setting('server_version_num')::int,
                                               rolsuper OR rolbypassrls
                                        FROM pg_roles WHERE rolname = current_user
                                        """)
                                .map((row, _) -> new Found(row.getInt(1), row.getBoolean(2)))
                                .one());
        if (found.version() < OLDEST * 10_000) {
            throw new IllegalStateException(
                    "Parley needs PostgreSQL %d or newer; this one is version %d."
                            .formatted(OLDEST, found.version() / 10_000));
        }
        if (found.isUnbound()) {
            log.warn(
                    "The database role is a superuser: row-level security does not hold it back. Give"
                            + " Parley an ordinary role that owns its database.");
        }
    }

    /// Brings the schema up to date; several servers may do so at once, and one that was killed in
    /// the middle is finished by the next. One look tells that there is nothing to do, which is how
    /// nearly every start finds it; Flyway would take a quarter of a second to say so.
    ///
    /// @throws IllegalStateException when the schema is newer than this server
    public void migrate() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            int version = version(statement);
            if (version > SCHEMA) {
                throw new IllegalStateException(
                        "The database was set up by a newer Parley (schema %d). Start that version"
                                        .formatted(version)
                                + " or a later one, or name another database.");
            }
            if (version < SCHEMA) {
                statement.execute("SET statement_timeout = 0");
                try {
                    migrate(connection);
                } finally {
                    statement.execute("RESET statement_timeout");
                }
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /// The newest change that was made; 0 before the first.
    private static int version(Statement statement) throws SQLException {
        try (var table = statement.executeQuery("SELECT to_regclass('flyway_schema_history')")) {
            if (!table.next() || table.getString(1) == null) {
                return 0;
            }
        }
        var newest =
                """
                SELECT coalesce(max(version::int) FILTER (WHERE success), 0)
                FROM flyway_schema_history WHERE version IS NOT NULL
                """;
        try (var rows = statement.executeQuery(newest)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /// On one connection a change and the note that it was made commit together; left to a pool,
    /// Flyway notes it on another connection, and a kill in between leaves a change nobody knows
    /// of.
    private static void migrate(Connection connection) {
        Flyway.configure()
                .dataSource(new OneConnection(connection))
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .locations("classpath:db")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    /// Runs `work` in one transaction that sees `tenant`'s rows only, and everything it does with
    /// this database on its own thread is part of that transaction, however deep it is called.
    public <T> T together(Tenant tenant, Function<Handle, T> work) {
        return transact(
                tenant,
                tx -> ScopedValue.where(joint, new Joint(tenant, tx)).call(() -> work.apply(tx)));
    }

    /// Whether the caller's thread is inside [#together].
    public boolean isTogether() {
        return joint.isBound();
    }

    /// Runs `work` in one transaction that sees `tenant`'s rows only.
    public <T> T transact(Tenant tenant, Function<Handle, T> work) {
        if (joint.isBound()) {
            return work.apply(joint.get().of(tenant));
        }
        return jdbi.inTransaction(tx -> {
            become(tx, tenant);
            return work.apply(tx);
        });
    }

    /// Like [#transact(Tenant, Function)], of work that begins with what `first` finds: naming the
    /// tenant then costs no round trip of its own.
    public <F, T> T transact(Tenant tenant, Select<F> first, BiFunction<Handle, F, T> work) {
        if (joint.isBound()) {
            var tx = joint.get().of(tenant);
            return work.apply(tx, run(first, tx.getConnection(), tenant));
        }
        return jdbi.inTransaction(tx -> work.apply(tx, run(first, tx.getConnection(), tenant)));
    }

    private static <T> T run(Select<T> select, Connection connection, Tenant tenant) {
        try {
            return select.run(connection, tenant);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /// Like [#transact(Tenant, Function)], without a result.
    public void run(Tenant tenant, Consumer<Handle> work) {
        transact(
                tenant,
                tx -> {
                    work.accept(tx);
                    return true;
                });
    }

    /// What `select` finds of `tenant`'s rows.
    public <T> T find(Tenant tenant, Select<T> select) {
        if (joint.isBound()) {
            return run(select, joint.get().of(tenant).getConnection(), tenant);
        }
        try (var connection = pool.getConnection()) {
            return select.run(connection, tenant);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /// Runs `work` in one transaction that sees `tenant`'s rows only and plans each of its
    /// statements with the values it has.
    public <T> T planned(Tenant tenant, Function<Planner, T> work) {
        return joint.isBound()
                ? work.apply(Planner.of(joint.get().of(tenant).getConnection(), tenant))
                : jdbi.inTransaction(tx -> work.apply(Planner.of(tx.getConnection(), tenant)));
    }

    /// Runs `work` in one transaction that sees no tenant's rows: accounts, leases and jobs.
    public <T> T system(Function<Handle, T> work) {
        return joint.isBound() ? work.apply(joint.get().tx()) : jdbi.inTransaction(work::apply);
    }

    /// Runs `work` in a transaction of its own that sees no tenant's rows, also inside [#together]:
    /// for what has to be known even if that one never commits.
    public <T> T apart(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /// The pool itself, for libraries that want one.
    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /// The setting is the transaction's own, so a pooled connection carries no tenant on (T8).
    private static void become(Handle tx, Tenant tenant) {
        try (var set =
                tx.getConnection()
                        .prepareStatement("SELECT set_config('parley.org_id', ?, true)")) {
            set.setString(1, tenant.value());
            set.execute();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
