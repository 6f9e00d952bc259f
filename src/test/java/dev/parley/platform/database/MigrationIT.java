package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.ServerProcess;
import dev.parley.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Migrations that are interrupted, repeated, or too old (D6).
class MigrationIT {
    @Test
    void isFinishedByTheNextStartAfterKills() throws Exception {
        long seed = System.nanoTime();
        System.out.println("MigrationIT seed " + seed);
        var random = new Random(seed);
        var database = TestDatabase.fresh();

        for (int kill = 0; kill < 6; kill++) {
            var process =
                    ServerProcess.launch(
                            Map.of("PARLEY_DATABASE_URL", url(database), "PARLEY_SECRET", SECRET));
            process.waitFor(300 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }

        try (var server =
                ServerProcess.up(
                        Map.of("PARLEY_DATABASE_URL", url(database), "PARLEY_SECRET", SECRET))) {
            server.api().get("/v1/ai-agents").expect(200);
        }
    }

    @Test
    void letsSeveralServersMigrateAtOnce() throws Exception {
        var url = TestDatabase.fresh();
        var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();

        var servers =
                Stream.generate(() ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            try (var database = open(url)) {
                                                database.migrate();
                                            } catch (RuntimeException e) {
                                                failures.add(e);
                                            }
                                        }))
                        .limit(3)
                        .toList();
        for (var server : servers) {
            server.join();
        }

        assertThat(failures).isEmpty();
        try (var database = open(url)) {
            assertThat(applied(database)).isEqualTo(distinct(database));
        }
    }

    @Test
    void knowsItsNewestFile() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "db"))) {
            var newest =
                    files.map(file -> file.getFileName().toString().substring(1, 4))
                            .mapToInt(Integer::parseInt)
                            .max();
            assertThat(newest).hasValue(Database.SCHEMA);
        }
    }

    @Test
    void refusesASchemaNewerThanItself() {
        var url = TestDatabase.fresh();
        try (var database = open(url)) {
            database.migrate();
            database.system(tx ->
                    tx.execute(
                            """
                            INSERT INTO flyway_schema_history (installed_rank, version,
                                description, type, script, installed_by, execution_time,
                                success)
                            VALUES (999, '999', 'future', 'SQL', 'V999__future.sql', 'x',
                                    0, true)
                            """));

            assertThatThrownBy(database::migrate)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("newer Parley (schema 999)");
        }
    }

    private static final String SECRET = "the-secret-of-every-test-server-00000001";

    private static Database open(String url) {
        return Database.open(DatabaseAddress.of(url));
    }

    private static int applied(Database database) {
        return count(database, "SELECT count(*) FROM flyway_schema_history WHERE success");
    }

    private static int distinct(Database database) {
        return count(database, "SELECT count(DISTINCT version) FROM flyway_schema_history");
    }

    private static int count(Database database, String sql) {
        return database.system(tx -> tx.createQuery(sql).mapTo(Integer.class).one());
    }

    /// As an operator writes it.
    private static String url(String jdbc) {
        return jdbc.replaceFirst(
                "^jdbc:postgresql://(.*)\\?user=([^&]*)&password=([^&]*)&.*$",
                "postgresql://$2:$3@$1");
    }
}
