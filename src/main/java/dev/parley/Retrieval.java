package dev.parley;

import dev.parley.accounts.OrgId;
import dev.parley.brains.knowledge.Library;
import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.EmbedHive;
import dev.parley.hives.passages.PassageStore;
import dev.parley.hives.search.Found;
import dev.parley.hives.search.HiveSearchResource;
import dev.parley.hives.search.SearchHives;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.providers.embeddings.Embeddings;
import dev.parley.transcript.TranscriptLine;
import java.util.List;

/// How what hives hold is found again: the model, the job that asks it, and the search.
///
/// @param embedding also enqueued by whoever changes what a hive holds
record Retrieval(Embeddings model, EmbedHive embedding, SearchHives search)
        implements AutoCloseable {
    /// Below this a passage is not worth showing to anybody.
    private static final double WORTH_A_LOOK = 0.15;

    static Retrieval open(Config config, Database database, Jobs jobs) {
        var model = Outside.embeddings(config.embeddings());
        var passages = new PassageStore();
        var embedding = new EmbedHive(database, passages, model, jobs);
        jobs.handle(embedding.job());
        return new Retrieval(
                model, embedding, new SearchHives(database, passages, embedding, model));
    }

    /// The hives of an agent in one conversation.
    Library shelf(OrgId org, List<String> hives) {
        var library = search.library(org, hives.stream().map(HiveId::new).toList());
        library.warmUp();
        return (question, most) ->
                library.find(question, most).found().stream()
                        .filter(found -> found.confidence() >= WORTH_A_LOOK)
                        .map(Retrieval::excerpt)
                        .toList();
    }

    private static Library.Excerpt excerpt(Found found) {
        var isPage = found.place().startsWith("http://") || found.place().startsWith("https://");
        var source =
                new TranscriptLine.Source(
                        found.hiveId().value(),
                        found.place() + "#" + found.position(),
                        found.title(),
                        isPage ? found.place() : null,
                        found.headings());
        return new Library.Excerpt(found.text(), source, found.confidence());
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
