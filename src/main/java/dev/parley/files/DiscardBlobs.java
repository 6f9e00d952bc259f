package dev.parley.files;

import dev.parley.accounts.OrgId;
import dev.parley.files.blobs.BlobKey;
import dev.parley.files.blobs.BlobStore;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Removes bytes no record stands for, however they came to be there: their record was deleted, or
/// a crash came between the bytes and their record.
public final class DiscardBlobs {
    private static final String KIND = "discard-blobs";

    /// Longer than any upload takes.
    private static final Duration IN_DOUBT = Duration.ofHours(2);

    private final Database database;
    private final FileStore files;
    private final BlobStore blobs;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;

    public DiscardBlobs(
            Database database,
            FileStore files,
            BlobStore blobs,
            Jobs jobs,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.files = files;
        this.blobs = blobs;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /// The files a job looks at.
    record Work(String org, List<String> files) {}

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(KIND, Work.class, this::run);
    }

    /// Looks at `deleted` once the transaction has committed.
    void after(Handle tx, OrgId org, List<String> deleted) {
        enqueue(tx, org, deleted, clock.instant());
    }

    /// Looks at `expected` later, whatever becomes of the request: known before the first byte is
    /// stored.
    void inDoubt(OrgId org, Collection<String> expected) {
        var later = clock.instant().plus(IN_DOUBT);
        database.apart(tx -> enqueue(tx, org, List.copyOf(expected), later));
    }

    /// Removes the bytes of an organization that is gone, while its records still name them.
    public void forget(OrgId org) {
        database.transact(org, tx -> files.ids(tx, org))
                .forEach(id -> blobs.delete(BlobKey.of(org.value(), id)));
    }

    /// Makes the jobs of a transaction that has committed begin now.
    void hurry() {
        jobs.hurry();
    }

    private boolean enqueue(Handle tx, OrgId org, List<String> of, Instant when) {
        jobs.enqueue(tx, KIND, ids.next("jot"), new Work(org.value(), of), when);
        return true;
    }

    private void run(Work work) {
        var org = new OrgId(work.org());
        var kept = database.transact(org, tx -> files.existing(tx, org, work.files()).keySet());
        work.files().stream()
                .filter(id -> !kept.contains(id))
                .forEach(id -> blobs.delete(BlobKey.of(work.org(), id)));
    }
}
