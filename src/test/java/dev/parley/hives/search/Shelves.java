package dev.parley.hives.search;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.EmbedHive;
import dev.parley.hives.passages.Passage;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.passages.Source;
import dev.parley.hives.passages.SourceStore;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A database of its own with hives in it, and the search over them.
public final class Shelves implements AutoCloseable {
    private final Database database;
    private final PassageStore passages = new PassageStore();
    private final SourceStore sources = new SourceStore();
    private final Jobs jobs;
    private final EmbedHive embedding;
    private final SearchHives search;

    public Shelves(Embeddings model) {
        this.database = Database.open(DatabaseAddress.of(TestDatabase.fresh()));
        database.migrate();
        this.jobs = new Jobs(database, InstantSource.system());
        this.embedding = new EmbedHive(database, passages, model, jobs);
        jobs.handle(embedding.job());
        this.search = new SearchHives(database, passages, embedding, model);
    }

    public SearchHives search() {
        return search;
    }

    public Database database() {
        return database;
    }

    public PassageStore store() {
        return passages;
    }

    public EmbedHive embedding() {
        return embedding;
    }

    public Jobs jobs() {
        return jobs;
    }

    /// Makes an empty hive.
    public void add(OrgId org, HiveId hive) {
        database.run(
                org,
                tx ->
                        tx.execute(
                                """
                                INSERT INTO hive (org_id, id, hive_type, status, created_by,
                                    created_at, updated_at, document)
                                VALUES (?, ?, 'DOCS', 'completed', 'tester', now(), now(), '{}')
                                """,
                                org.value(),
                                hive.value()));
    }

    /// Puts a document in, in the place of what there was at its place.
    public void put(OrgId org, HiveId hive, String place, List<Passage> read) {
        var digest = "00";
        var source = new Source("jot." + place, place, place, digest, null, null);
        database.run(
                org,
                tx ->
                        sources.keep(
                                tx,
                                org,
                                hive,
                                List.of(new SourceStore.Found(source, read, List.of())),
                                Instant.EPOCH));
    }

    public void put(OrgId org, HiveId hive, String place, String text) {
        put(org, hive, place, List.of(new Passage(0, List.of(place), text)));
    }

    @Override
    public void close() {
        search.close();
        jobs.close();
        database.close();
    }
}
