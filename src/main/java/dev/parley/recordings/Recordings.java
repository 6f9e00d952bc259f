package dev.parley.recordings;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.ConversationId;
import dev.parley.files.blobs.BlobKey;
import dev.parley.files.blobs.BlobStore;
import dev.parley.files.blobs.Content;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import dev.parley.recordings.CallRecorder.Piece;
import dev.parley.recordings.RecordingConfig.When;
import dev.parley.transcript.TranscriptLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records calls: on this machine's disk while they go on, in the store of files afterwards. What a
/// crash leaves on disk is brought there at the next start. A call whose recording fails goes on
/// without one.
public final class Recordings implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Recordings.class);
    private static final String ENDING = ".wav";
    private static final Duration PURGE_EVERY = Duration.ofMinutes(1);

    /// Seconds of sound of all calls that wait for the disk; beyond that they are left out.
    private static final int MAX_WAITING = 4_000;

    private final Database database;
    private final BlobStore blobs;
    private final RecordingConfig config;
    private final Predicate<List<TranscriptLine>> consent;
    private final Path spool;
    private final Supplier<URI> publicUrl;
    private final InstantSource clock;
    private final KeptRecordings store = new KeptRecordings();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("recordings").factory());

    /// @param spool a folder of this server's own
    /// @param consent whether a caller has agreed to being recorded, by everything that was said
    /// @param publicUrl how clients reach this server; asked when it is needed
    public Recordings(
            Database database,
            BlobStore blobs,
            RecordingConfig config,
            Predicate<List<TranscriptLine>> consent,
            Path spool,
            Supplier<URI> publicUrl,
            InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.config = config;
        this.spool = spool;
        this.consent = consent;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /// Begins to record a conversation, as the operator wants it.
    public Recorder begin(OrgId org, ConversationId conversation) {
        return config.when() == When.NEVER
                ? Recorder.NONE
                : new CallRecorder(
                        config.when() == When.ASK ? consent : null,
                        new Writing(org, conversation)::take,
                        System::nanoTime);
    }

    /// Whether agents are to ask before they record.
    public boolean asksFirst() {
        return config.when() == When.ASK;
    }

    /// Brings what a crash left on this machine to the store of files.
    public void recover() {
        disk.execute(() -> {
            try (var left = files()) {
                left.forEach(this::recover);
            } catch (IOException | RuntimeException e) {
                log.warn("Recordings on disk cannot be brought away: {}", e.toString());
            }
        });
    }

    private Stream<Path> files() throws IOException {
        return Files.isDirectory(spool)
                ? Files.list(spool).filter(path -> path.toString().endsWith(ENDING))
                : Stream.empty();
    }

    private void recover(Path path) {
        var name = path.getFileName().toString();
        var ids = name.substring(0, name.length() - ENDING.length()).split("~", 3);
        try {
            WavFile.repair(path);
            if (ids.length == 2) {
                keep(new OrgId(ids[0]), new ConversationId(ids[1]), path);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("The recording {} stays on disk: {}", name, e.toString());
        }
    }

    /// How many bytes a recording has; empty when there is none, or not yet.
    OptionalLong bytes(OrgId org, ConversationId conversation) {
        return database.system(tx -> store.bytes(tx, org, conversation));
    }

    static BlobKey key(OrgId org, ConversationId conversation) {
        return new BlobKey(org.value() + "/recordings/" + conversation.value());
    }

    /// Where a recording can be fetched, from when it is begun; empty when there is none.
    public Optional<String> address(Handle tx, OrgId org, ConversationId conversation) {
        var base = publicUrl.get().toString().replaceFirst("/+$", "");
        return store.exists(tx, org, conversation)
                ? Optional.of(base + "/v1/conversations/" + conversation + "/recording")
                : Optional.empty();
    }

    /// Removes everything an organization had.
    public void forget(OrgId org) {
        for (var conversation : database.system(tx -> store.of(tx, org))) {
            remove(org, conversation);
        }
    }

    /// Removes what is old enough, or not wanted any more.
    public Jobs.Chore purging() {
        return new Jobs.Chore("purge-recordings", PURGE_EVERY, this::purge);
    }

    void purge() {
        var oldest =
                config.days() == 0
                        ? Instant.EPOCH
                        : clock.instant().minus(Duration.ofDays(config.days()));
        for (var one : database.system(tx -> store.before(tx, oldest))) {
            remove(one.org(), one.conversation());
        }
    }

    private void remove(OrgId org, ConversationId conversation) {
        blobs.delete(key(org, conversation));
        database.system(tx -> {
            store.delete(tx, org, conversation);
            return true;
        });
    }

    private void keep(OrgId org, ConversationId conversation, Path path) throws IOException {
        long bytes = Files.size(path);
        blobs.put(key(org, conversation), Content.of(path));
        database.system(tx -> {
            store.insert(tx, org, conversation, clock.instant());
            store.keep(tx, org, conversation, bytes);
            return true;
        });
        Files.deleteIfExists(path);
    }

    /// Waits until what was recorded is kept, not for long.
    @Override
    public void close() {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("Recordings are kept at the next start");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One recording being written, by the one thread that writes.
    private final class Writing {
        private final OrgId org;
        private final ConversationId conversation;
        private final Path path;
        private @Nullable WavFile file;
        private boolean hasFailed;

        Writing(OrgId org, ConversationId conversation) {
            this.org = org;
            this.conversation = conversation;
            this.path = spool.resolve(org.value() + "~" + conversation.value() + ENDING);
        }

        /// Never blocks: what the disk is too slow for is left out.
        void take(Piece piece) {
            if (piece instanceof Piece.Sound && waiting.get() > MAX_WAITING) {
                return;
            }
            waiting.incrementAndGet();
            disk.execute(() -> {
                waiting.decrementAndGet();
                write(piece);
            });
        }

        private void write(Piece piece) {
            try {
                switch (piece) {
                    case Piece.Begin() -> note();
                    case Piece.Sound(var codes) when !hasFailed -> open().add(codes);
                    case Piece.Sound _ -> {}
                    case Piece.Discard() -> discard();
                    case Piece.End() -> end();
                }
            } catch (IOException | UncheckedIOException e) {
                hasFailed = true;
                log.error("{} goes on without a recording: {}", conversation, e.toString());
            } catch (RuntimeException e) { // kept at the next start
                log.warn("The recording of {} stays on disk: {}", conversation, e.toString());
            }
        }

        private WavFile open() throws IOException {
            var open = file;
            if (open == null) {
                Files.createDirectories(spool);
                open = new WavFile(path);
                file = open;
            }
            return open;
        }

        private void note() {
            database.system(tx -> {
                store.insert(tx, org, conversation, clock.instant());
                return true;
            });
        }

        private void discard() throws IOException {
            var open = file;
            file = null;
            if (open != null) {
                open.close();
                Files.deleteIfExists(path);
                remove(org, conversation);
            }
        }

        private void end() throws IOException {
            var open = file;
            file = null;
            if (open != null) {
                open.close();
                keep(org, conversation, path);
            }
        }
    }
}
