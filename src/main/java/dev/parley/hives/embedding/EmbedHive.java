package dev.parley.hives.embedding;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.passages.PassageStore.Bare;
import dev.parley.hives.passages.PassageStore.Embedded;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.providers.embeddings.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;

/// The job that makes the embeddings a hive lacks, some passages at a time, each time kept; after a
/// crash it goes on where it was. A model that cannot be asked is asked again later.
public final class EmbedHive implements AutoCloseable {
    private static final String JOB = "embed-hive";
    private static final int AT_A_TIME = 96;

    private final Database database;
    private final PassageStore passages;
    private final Embeddings embeddings;
    private final Jobs jobs;

    /// The hives that are being worked on, and whether somebody asked since.
    private final ConcurrentMap<HiveId, Boolean> again = new ConcurrentHashMap<>();

    private volatile boolean isClosing;

    public EmbedHive(Database database, PassageStore passages, Embeddings embeddings, Jobs jobs) {
        this.database = database;
        this.passages = passages;
        this.embeddings = embeddings;
        this.jobs = jobs;
    }

    /// What the job is stored with.
    record Work(String org, String hive) {}

    public Jobs.Returning<?> job() {
        return new Jobs.Returning<>(
                JOB,
                Work.class,
                work -> {
                    run(new OrgId(work.org()), new HiveId(work.hive()));
                    return isClosing ? Optional.of(Duration.ZERO) : Optional.empty();
                });
    }

    /// Stops after the passages it is at; the rest is made after the next start.
    @Override
    public void close() {
        isClosing = true;
    }

    /// Asks for the embeddings a hive lacks, once `tx` commits.
    public void enqueue(Handle tx, OrgId org, HiveId hive) {
        // a job of its own for each revision: one that runs may have looked for the last time
        var revision = passages.revisions(tx, org, List.of(hive)).get(hive);
        if (revision != null) {
            var work = new Work(org.value(), hive.value());
            jobs.enqueue(tx, JOB, hive.value() + '/' + revision, work);
        }
    }

    /// Makes what is lacking, or leaves it to whoever is at it here, who looks again at the end.
    /// Two servers may make the same, to the same effect.
    void run(OrgId org, HiveId hive) {
        boolean isFirst = again.put(hive, true) == null;
        while (isFirst && again.replace(hive, true, false)) {
            try {
                makeAll(org, hive);
            } catch (RuntimeException e) {
                again.remove(hive);
                throw e;
            }
            isFirst = !again.remove(hive, false);
        }
    }

    private void makeAll(OrgId org, HiveId hive) {
        var model = embeddings.name();
        for (var some = lacking(org, hive, model);
                !some.isEmpty() && !isClosing;
                some = lacking(org, hive, model)) {
            var made = embedded(some);
            database.run(org, tx -> passages.embed(tx, org, hive, model, made));
        }
    }

    private List<Bare> lacking(OrgId org, HiveId hive, String model) {
        return database.transact(org, tx -> passages.notEmbedded(tx, org, hive, model, AT_A_TIME));
    }

    private List<Embedded> embedded(List<Bare> some) {
        var windows =
                some.stream()
                        .map(bare ->
                                Windows.of(
                                        bare.title(),
                                        bare.passage().headings(),
                                        bare.passage().body()))
                        .toList();
        var vectors =
                embeddings.embedLater(windows.stream().flatMap(List::stream).toList()).iterator();
        var embedded = new ArrayList<Embedded>();
        for (int i = 0; i < some.size(); i++) {
            var own = windows.get(i).stream().map(_ -> vectors.next()).toList();
            var bare = some.get(i);
            embedded.add(
                    new Embedded(bare.source(), bare.passage().position(), Vectors.bytes(own)));
        }
        return embedded;
    }
}
