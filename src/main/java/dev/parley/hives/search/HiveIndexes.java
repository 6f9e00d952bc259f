package dev.parley.hives.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.embedding.EmbedHive;
import dev.parley.hives.index.HiveIndex;
import dev.parley.hives.passages.PassageStore;
import dev.parley.platform.database.Database;
import dev.parley.providers.embeddings.Embeddings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes of the hives that are asked, made from the database when they are first needed, and
/// again when a hive has changed. Those that are asked least are forgotten when memory runs short.
final class HiveIndexes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HiveIndexes.class);
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int SHARE_OF_MEMORY = 5;

    /// Who asks while a changed hive is read again waits so long, and then asks what it was.
    private static final long PATIENCE_MILLIS = 250;

    private final Database database;
    private final PassageStore passages;
    private final Texts texts;
    private final EmbedHive embedding;
    private final Embeddings model;
    private final Cache<Key, Kept> kept =
            Caffeine.newBuilder()
                    .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)
                    .<Key, Kept>weigher((_, value) -> value.index().weight())
                    .expireAfterAccess(KEPT)
                    .build();
    private final ConcurrentMap<Key, CompletableFuture<Kept>> reading = new ConcurrentHashMap<>();

    /// Threads of its own: stemming a book is long for those that carry calls.
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    2, Thread.ofPlatform().daemon().name("hive-index-", 0).factory());

    /// Never without the organization, so that no id leads to another's (T12).
    private record Key(OrgId org, HiveId hive) {}

    private record Kept(long revision, HiveIndex index) {}

    HiveIndexes(
            Database database,
            PassageStore passages,
            Texts texts,
            EmbedHive embedding,
            Embeddings model) {
        this.database = database;
        this.passages = passages;
        this.texts = texts;
        this.embedding = embedding;
        this.model = model;
    }

    /// The indexes of those of `hives` that the organization has.
    List<HiveIndex> of(OrgId org, Collection<HiveId> hives) {
        var found = new ArrayList<HiveIndex>();
        texts.revisions(org, hives)
                .forEach((hive, revision) -> found.add(current(new Key(org, hive), revision)));
        return found;
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private HiveIndex current(Key key, long revision) {
        var known = kept.getIfPresent(key);
        if (known != null && known.revision() >= revision) {
            return known.index();
        }
        var read = awaited(key, known);
        // a reading that had begun before the change does not have it
        boolean isLate = read != known && read.revision() < revision;
        return (isLate ? awaited(key, read) : read).index();
    }

    /// @param known what is asked instead when reading takes long or fails
    private Kept awaited(Key key, @Nullable Kept known) {
        var fresh =
                reading.computeIfAbsent(
                        key, _ -> CompletableFuture.supplyAsync(() -> read(key), readers));
        if (known == null) {
            return joined(fresh);
        }
        try {
            return fresh.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        }
    }

    private static Kept joined(CompletableFuture<Kept> fresh) {
        try {
            return fresh.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Kept read(Key key) {
        try {
            var read =
                    database.transact(
                            key.org(),
                            tx -> {
                                long revision =
                                        passages.revisions(tx, key.org(), List.of(key.hive()))
                                                .getOrDefault(key.hive(), 0L);
                                var builder = new HiveIndex.Builder(key.hive(), model);
                                passages.each(tx, key.org(), key.hive(), builder::add);
                                var index = builder.build();
                                if (index.lacking() > 0) {
                                    embedding.enqueue(tx, key.org(), key.hive());
                                }
                                return new Kept(revision, index);
                            });
            kept.put(key, read);
            log.debug("{} has {} passages", key.hive(), read.index().size());
            return read;
        } finally {
            reading.remove(key);
        }
    }
}
