package dev.parley.providers.embeddings;

import dev.parley.providers.ProviderFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The model all-MiniLM-L6-v2, quantised, inside this process. It is loaded when it is first asked,
/// and reads English; other languages it only knows by sight.
///
/// Asked one by one, each by one thread, it is twice as fast as in batches: a batch of the
/// quantised model is as much work, and shorter texts are filled up to the longest.
public final class MiniLm implements Embeddings {
    private static final String NAME = "all-MiniLM-L6-v2-q";

    private final Object loading = new Object();
    private final ExecutorService later;
    private volatile @Nullable BertSession session;

    public MiniLm() {
        int cores = Runtime.getRuntime().availableProcessors();
        var threads = Thread.ofPlatform().daemon().name("embeddings-", 0).factory();
        var pool =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work ->
                                threads.newThread(() -> {
                                    LastInLine.step();
                                    work.run();
                                }));
        pool.allowCoreThreadTimeOut(true);
        this.later = pool;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return BertSession.DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var loaded = session();
        return texts.stream().map(loaded::embed).toList();
    }

    @Override
    public List<float[]> embedLater(List<String> texts) {
        var loaded = session();
        var asked = new ArrayList<Future<float[]>>();
        texts.forEach(text -> asked.add(later.submit(() -> loaded.embed(text))));
        return asked.stream().map(MiniLm::answer).toList();
    }

    @Override
    public void warmUp() {
        session().embed("Are you there?");
    }

    @Override
    public void close() {
        later.shutdown();
        synchronized (loading) {
            var loaded = session;
            session = null;
            if (loaded != null) {
                loaded.close();
            }
        }
    }

    private BertSession session() {
        var loaded = session;
        if (loaded != null) {
            return loaded;
        }
        synchronized (loading) {
            if (session == null) {
                session = BertSession.load();
            }
            return session;
        }
    }

    private static float[] answer(Future<float[]> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    static ProviderFailure failure(Exception e) {
        return new ProviderFailure(ProviderFailure.Reason.GARBAGE, NAME + " failed", e);
    }
}
