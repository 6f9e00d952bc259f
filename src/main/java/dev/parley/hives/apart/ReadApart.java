package dev.parley.hives.apart;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Steps;
import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.reading.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads documents in processes of their own: started when there is something to read, kept for the
/// next document, replaced after some, ended when nobody reads. Who comes while all are busy waits
/// in a queue.
public final class ReadApart implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReadApart.class);
    private static final int TRIES = 3;
    private static final long IDLE_SECONDS = 30;

    private final ReadingLimits limits;
    private final Workplace workplace;
    private final Semaphore places;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final ScheduledExecutorService cleaner =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("reading-cleaner").factory());
    private boolean isUsed;
    private boolean isClosed;

    /// @param folder where documents lie while they are read
    public ReadApart(ReadingLimits limits, Path folder) {
        this.limits = limits;
        this.workplace = new Workplace(folder);
        this.places = new Semaphore(limits.atOnce(), true);
        cleaner.scheduleWithFixedDelay(this::endIdle, IDLE_SECONDS, IDLE_SECONDS, TimeUnit.SECONDS);
    }

    /// A document to read.
    ///
    /// @param address where a page is from; empty for files
    /// @param charset what a web server says of a page's encoding
    public record Work(DocumentKind kind, Opener bytes, String address, @Nullable String charset) {
        /// Opens the bytes from their first one.
        @FunctionalInterface
        public interface Opener {
            InputStream open() throws IOException;
        }
    }

    /// Blocks until the document is read.
    ///
    /// @throws Unreadable when nothing can be made of it
    public Document read(Work work, Steps steps) throws Unreadable, InterruptedException {
        places.acquire();
        try {
            var file = workplace.put(work.bytes());
            try {
                var source = new Readers.Source(work.kind(), file, work.address(), work.charset());
                return read(source, steps);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /// The processes there are; for tests that kill them.
    synchronized Deque<Child> idle() {
        return new ArrayDeque<>(idle);
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
        synchronized (this) {
            isClosed = true;
            idle.forEach(Child::close);
            idle.clear();
        }
        workplace.close();
    }

    private Document read(Readers.Source source, Steps steps)
            throws Unreadable, InterruptedException, IOException {
        for (int i = 0; i < TRIES; i++) {
            var child = child();
            try {
                return child.read(source, steps);
            } catch (ChildDied e) {
                if (e.isOutOfMemory()) {
                    throw new Unreadable("The document needs more memory than it may have");
                }
                log.warn("A process that read a document ended, try {} of {}", i + 1, TRIES);
            } finally {
                giveBack(child);
            }
        }
        throw new Unreadable("The document breaks the program that reads it");
    }

    private Child child() throws IOException {
        synchronized (this) {
            isUsed = true;
            while (!idle.isEmpty()) {
                var child = idle.pop();
                if (child.isFit()) {
                    return child;
                }
                child.close();
            }
        }
        return Child.start(limits, workplace.folder());
    }

    private synchronized void giveBack(Child child) {
        if (isClosed || !child.isFit()) {
            child.close();
        } else {
            idle.push(child);
        }
    }

    private synchronized void endIdle() {
        if (!isUsed) {
            idle.forEach(Child::close);
            idle.clear();
        }
        isUsed = false;
    }
}
