package dev.parley.jobs;

import dev.parley.platform.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The servers on one database, and which of them have died. Each beats; one whose beat stands
/// still while this one watches is dead. Clocks are not compared, and a database that was away
/// kills nobody.
public final class Nodes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final Duration BEAT = Duration.ofSeconds(2);

    private record Observation(long beat, long sinceNanos) {}

    private final Database database;
    private final String self;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, Observation> observed = new HashMap<>();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("node-beat").factory());

    /// @param self this server's id, new at every start
    /// @param patience how long a beat may stand still
    public Nodes(Database database, String self, Duration patience, InstantSource clock) {
        this.database = database;
        this.self = self;
        this.patience = patience;
        this.clock = clock;
    }

    /// Starts beating.
    public void start() {
        beat();
        heart.scheduleWithFixedDelay(
                this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    public String self() {
        return self;
    }

    /// The servers found dead so far.
    public synchronized Set<String> dead() {
        var beats = beats();
        observed.keySet().retainAll(beats.keySet());
        var dead = new HashSet<String>();
        beats.forEach((node, beat) -> {
            if (!node.equals(self) && standsStill(node, beat)) {
                dead.add(node);
            }
        });
        return dead;
    }

    /// Forgets a dead server once nothing of it is left to do.
    public void bury(String node) {
        database.system(tx -> tx.execute("DELETE FROM node WHERE id = ?", node));
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }

    private boolean standsStill(String node, long beat) {
        long now = TimeUnit.MILLISECONDS.toNanos(clock.instant().toEpochMilli());
        var before = observed.get(node);
        if (before == null || before.beat() != beat) {
            observed.put(node, new Observation(beat, now));
            return false;
        }
        return now - before.sinceNanos() >= patience.toNanos();
    }

    private Map<String, Long> beats() {
        return database.system(tx ->
                tx.createQuery("SELECT id, beat FROM node")
                        .<Map<String, Long>>reduceRows(
                                new HashMap<>(),
                                (beats, row) -> {
                                    beats.put(
                                            row.getColumn("id", String.class),
                                            row.getColumn("beat", Long.class));
                                    return beats;
                                }));
    }

    private void beat() {
        try {
            database.system(tx ->
                    tx.execute(
                            """
                            INSERT INTO node (id, beat) VALUES (?, 1)
                            ON CONFLICT (id) DO UPDATE SET beat = node.beat + 1
                            """,
                            self));
        } catch (RuntimeException e) {
            log.warn("No beat: {}", e.getClass().getSimpleName());
        }
    }
}
