package dev.parley.jobs;

import dev.parley.platform.database.Database;
import dev.parley.platform.database.Tenant;
import dev.parley.platform.search.Fold;
import dev.parley.platform.search.TextIndex;
import org.jdbi.v3.core.Handle;

/// The job that folds what has gathered in an organization's index of texts.
public final class FoldText implements TextIndex.Due {
    private static final String JOB = "fold-text";

    private final Jobs jobs;
    private final Fold fold;

    public FoldText(Jobs jobs, Database database) {
        this.jobs = jobs;
        this.fold = new Fold(database);
    }

    /// What the job is stored with.
    record Work(String org, String kind) {}

    private record Of(String value) implements Tenant {}

    public Jobs.Kind<?> job() {
        return new Jobs.Kind<>(JOB, Work.class, work -> fold.run(new Of(work.org()), work.kind()));
    }

    @Override
    public void fold(Handle tx, Tenant tenant, String kind) {
        var work = new Work(tenant.value(), kind);
        jobs.enqueue(tx, JOB, kind + '/' + tenant.value(), work);
    }
}
