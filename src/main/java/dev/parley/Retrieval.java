package dev.parley;

import dev.parley.hives.embedding.EmbedHive;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.search.HiveSearchResource;
import dev.parley.hives.search.SearchHives;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.providers.embeddings.Embeddings;

/// How what hives hold is found again: the model, the job that asks it, and the search.
///
/// @param embedding also enqueued by whoever changes what a hive holds
record Retrieval(Embeddings model, EmbedHive embedding, SearchHives search)
        implements AutoCloseable {
    static Retrieval open(Config config, Database database, Jobs jobs) {
        var model = Outside.embeddings(config.embeddings());
        var passages = new PassageStore();
        var embedding = new EmbedHive(database, passages, model, jobs);
        jobs.handle(embedding.job());
        return new Retrieval(
                model, embedding, new SearchHives(database, passages, embedding, model));
    }

    HiveSearchResource resource() {
        return new HiveSearchResource(search);
    }

    @Override
    public void close() {
        search.close();
        model.close();
    }
}
