package dev.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.testing.Await;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock = InstantSource.system();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private String url;
    private Database database;

    record Work(String text) {}

    @BeforeEach
    void open() {
        url = TestDatabase.fresh();
        database = Database.open(DatabaseAddress.of(url));
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void runWhenTheirTransactionCommitsAndOnlyThen() {
        try (var jobs = jobs(database)) {
            database.system(tx -> {
                jobs.enqueue(tx, "note", "kept", new Work("kept"));
                return true;
            });
            try {
                database.system(tx -> {
                    jobs.enqueue(tx, "note", "dropped", new Work("dropped"));
                    throw new IllegalStateException("rolled back");
                });
            } catch (IllegalStateException e) {
                jobs.hurry();
            }

            Await.until(PATIENCE, () -> assertThat(done).containsExactly("kept"));
        }
    }

    /// D11: two servers share the work; each job runs on one of them, once.
    @Test
    void areSharedByTwoServersEachRunOnce() {
        try (var other = Database.open(DatabaseAddress.of(url));
                var here = jobs(database);
                var there = jobs(other)) {
            database.system(tx -> {
                IntStream.range(0, 60)
                        .forEach(i -> here.enqueue(tx, "note", "job" + i, new Work("job" + i)));
                return true;
            });
            here.hurry();
            there.hurry();

            Await.until(PATIENCE, () -> assertThat(left()).isZero());
            assertThat(done).hasSize(60).doesNotHaveDuplicates();
        }
    }

    /// D11, D1: work picked by a server that died is taken over.
    @Test
    void areTakenOverFromADeadServer() {
        try (var jobs = new Jobs(database, clock)) {
            jobs.handle(kind());
            database.system(tx -> {
                jobs.enqueue(tx, "note", "orphan", new Work("orphan"));
                return tx.execute(
                        """
                        UPDATE scheduled_tasks SET picked = true, picked_by = 'dead server',
                            last_heartbeat = now() - interval '1 minute', version = version + 1
                        """);
            });

            jobs.start();

            Await.until(Duration.ofSeconds(60), () -> assertThat(done).containsExactly("orphan"));
        }
    }

    @Test
    void knowADeadServerByItsBeatStandingStill() {
        var time = new TestClock();
        try (var watcher = new Nodes(database, "jot.watcher", Duration.ofSeconds(8), time)) {
            beat("jot.dead");
            beat("jot.alive");
            watcher.start();
            assertThat(watcher.dead()).isEmpty();

            time.advance(Duration.ofSeconds(9));
            beat("jot.alive");

            assertThat(watcher.dead()).containsExactly("jot.dead");
            watcher.bury("jot.dead");
            assertThat(watcher.dead()).isEmpty();
        }
    }

    private void beat(String node) {
        database.system(tx ->
                tx.execute(
                        """
                        INSERT INTO node (id, beat) VALUES (?, 1)
                        ON CONFLICT (id) DO UPDATE SET beat = node.beat + 1
                        """,
                        node));
    }

    private int left() {
        return database.system(tx ->
                tx.createQuery("SELECT count(*) FROM scheduled_tasks").mapTo(Integer.class).one());
    }

    private Jobs jobs(Database on) {
        var jobs = new Jobs(on, clock);
        jobs.handle(kind());
        jobs.start();
        return jobs;
    }

    private Jobs.Kind<Work> kind() {
        return new Jobs.Kind<>("note", Work.class, work -> done.add(work.text()));
    }
}
