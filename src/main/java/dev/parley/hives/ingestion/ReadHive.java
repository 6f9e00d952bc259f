package dev.parley.hives.ingestion;

import dev.parley.accounts.OrgId;
import dev.parley.hives.Hive;
import dev.parley.hives.HiveId;
import dev.parley.hives.Ingestion;
import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.sources.HiveProps;
import dev.parley.hives.sources.Progress;
import dev.parley.hives.sources.ReadSources;
import dev.parley.hives.sources.Reading;
import dev.parley.hives.sources.Tools;
import dev.parley.jobs.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The job that reads a hive. One that is broken off by a crash goes on where it was; one that
/// breaks the server three times without getting on has failed (F9).
public final class ReadHive implements Ingestion, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReadHive.class);
    private static final String JOB = "read-hive";
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration WHEN_FULL = Duration.ofSeconds(1);
    private static final Duration WHEN_OFF = Duration.ofMinutes(1);

    private final Tools tools;
    private final ReadSources sources;
    private final Jobs jobs;
    private final Embedding embedding;
    private final boolean isOff;
    private final Admission admission;
    private final ReadingStore store = new ReadingStore();
    private final Set<Reading> readings = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosing;

    /// @param hivesAtOnce 0 to leave them to other servers
    public ReadHive(
            Tools tools, ReadSources sources, Jobs jobs, Embedding embedding, int hivesAtOnce) {
        this.tools = tools;
        this.sources = sources;
        this.jobs = jobs;
        this.embedding = embedding;
        this.isOff = hivesAtOnce == 0;
        this.admission = new Admission(hivesAtOnce);
    }

    /// What the job is stored with.
    ///
    /// @param job its own name
    /// @param isRepeat whether it was planned when the hive was read before
    record Work(String org, String hive, String job, boolean isRepeat) {}

    public Jobs.Returning<?> job() {
        return new Jobs.Returning<>(JOB, Work.class, this::run);
    }

    @Override
    public void begin(Handle tx, Hive hive) {
        store.release(tx, hive.orgId(), hive.id(), null);
        enqueue(tx, hive, tools.clock().instant(), false);
    }

    @Override
    public void hurry() {
        jobs.hurry();
    }

    /// Stops what is read; it is read on after the next start.
    @Override
    public void close() {
        isClosing = true;
        readings.forEach(Reading::stop);
    }

    private void enqueue(Handle tx, Hive hive, Instant when, boolean isRepeat) {
        var name = tools.ids().next("jot");
        jobs.enqueue(
                tx,
                JOB,
                name,
                new Work(hive.orgId().value(), hive.id().value(), name, isRepeat),
                when);
    }

    private Optional<Duration> run(Work work) {
        if (isClosing) {
            return Optional.of(Duration.ZERO);
        }
        var org = new OrgId(work.org());
        if (!admission.enter(org)) {
            return Optional.of(isOff ? WHEN_OFF : WHEN_FULL);
        }
        try {
            return claimed(org, work).flatMap(hive -> read(hive, work));
        } finally {
            admission.leave(org);
        }
    }

    private Optional<Hive> claimed(OrgId org, Work work) {
        var now = tools.clock().instant();
        return tools.database()
                .transact(
                        org,
                        tx ->
                                store.claim(
                                        tx,
                                        org,
                                        new HiveId(work.hive()),
                                        work.job(),
                                        work.isRepeat(),
                                        now));
    }

    private Optional<Duration> read(Hive hive, Work work) {
        var earlier = Earlier.of(hive, tools.clock().instant());
        var progress = new Progress(unit(hive), earlier.startedAt(), earlier.attempts() + 1);
        var reading = new Reading(tools, hive, progress, earlier.startedAt());
        if (earlier.attempts() >= MAX_ATTEMPTS) {
            progress.error("Reading it broke off three times; something in it cannot be read");
            end(reading, work);
            return Optional.empty();
        }
        readings.add(reading);
        try (var _ = new Ticker(() -> note(reading, work))) {
            read(reading);
        } finally {
            readings.remove(reading);
        }
        if (isClosing) {
            progress.takeBack();
            note(reading, work);
            return Optional.of(Duration.ZERO);
        }
        if (!reading.isStopped()) {
            end(reading, work);
        }
        return Optional.empty();
    }

    private void read(Reading reading) {
        try {
            sources.run(reading);
            reading.flush();
            if (!reading.isStopped()) {
                reading.forgetTheRest();
            }
        } catch (Unreadable e) {
            reading.progress().error(String.valueOf(e.getMessage()));
        } catch (InterruptedException | Reading.Stopped _) {
            reading.stop();
        }
    }

    private static String unit(Hive hive) {
        return switch (hive.content().hiveType()) {
            case WEBSITE -> "pages";
            case GOOGLE_DOCS, DOCS -> "files";
            case TRANSCRIPTS -> "conversations";
        };
    }

    private void note(Reading reading, Work work) {
        reading.flush();
        var json = reading.progress().json(tools.clock().instant());
        boolean isOurs =
                tools.database()
                        .transact(
                                reading.org(),
                                tx ->
                                        store.note(
                                                tx,
                                                reading.org(),
                                                reading.hive().id(),
                                                work.job(),
                                                Hive.PROCESSING,
                                                json));
        if (!isOurs) {
            reading.stop();
        }
    }

    private void end(Reading reading, Work work) {
        reading.flush();
        var now = tools.clock().instant();
        var progress = reading.progress();
        if (!reading.hasAnything()) {
            progress.error(progress.fault());
        }
        boolean isFailed = progress.hasFailed();
        progress.finished(now);
        var again = HiveProps.of(reading.hive()).refresh().map(now::plus).orElse(null);
        tools.database()
                .run(
                        reading.org(),
                        tx -> {
                            var status = isFailed ? Hive.FAILED : Hive.COMPLETED;
                            var id = reading.hive().id();
                            if (!store.note(
                                    tx,
                                    reading.org(),
                                    id,
                                    work.job(),
                                    status,
                                    progress.json(now))) {
                                return;
                            }
                            store.release(tx, reading.org(), id, again);
                            if (again != null) {
                                enqueue(tx, reading.hive(), again, true);
                            }
                            embedding.enqueue(tx, reading.org(), id);
                        });
        log.info("Hive {} is {}", reading.hive().id(), isFailed ? "not readable" : "read");
    }
}
