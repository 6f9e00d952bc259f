package dev.parley.conversations;

import dev.parley.accounts.OrgId;
import dev.parley.conversations.LineStore.Placed;
import dev.parley.live.EndReason;
import dev.parley.live.Measures;
import dev.parley.live.TranscriptSink;
import dev.parley.platform.database.Database;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the lines of every live conversation, on a thread of its own, so that no conversation
/// waits for the database. While the database is away lines wait here, and are written once when it
/// is back.
public final class TranscriptJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TranscriptJournal.class);
    private static final int MAX_WAITING = 100_000;
    private static final int MAX_TOGETHER = 256;
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private sealed interface Entry {
        OrgId org();

        record Said(OrgId org, Placed line) implements Entry {}

        record Ended(
                OrgId org,
                ConversationId conversation,
                EndReason reason,
                Instant at,
                @Nullable Measures measures)
                implements Entry {}

        /// Nothing comes after it.
        record Closed(OrgId org) implements Entry {}
    }

    private static final OrgId NOBODY = new OrgId("");

    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread writer =
            Thread.ofPlatform().name("transcript-journal").unstarted(this::run);
    private final Database database;
    private final LineStore lines;
    private final EndConversation endConversation;
    private volatile boolean closing;

    public TranscriptJournal(Database database, LineStore lines, EndConversation endConversation) {
        this.database = database;
        this.lines = lines;
        this.endConversation = endConversation;
    }

    public void start() {
        writer.start();
    }

    /// How many lines wait to be written.
    public int waiting() {
        return waiting.size();
    }

    /// Where the lines of one conversation go.
    public TranscriptSink of(OrgId org, ConversationId conversation) {
        var position = new AtomicInteger();
        return new TranscriptSink() {
            @Override
            public void said(TranscriptLine line) {
                var placed = new Placed(conversation, position.getAndIncrement(), line);
                add(new Entry.Said(org, placed));
            }

            @Override
            public void ended(EndReason reason, Instant at, @Nullable Measures measures) {
                add(new Entry.Ended(org, conversation, reason, at, measures));
            }
        };
    }

    /// Writes what is waiting, as long as the database lets it within ten seconds.
    @Override
    public void close() {
        closing = true;
        add(new Entry.Closed(NOBODY));
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Entry entry) {
        if (!waiting.offer(entry)) {
            log.error("The journal is full: a line is lost; the database has been away too long");
        }
    }

    private void run() {
        try {
            while (true) {
                var entries = new ArrayList<Entry>();
                entries.add(waiting.take());
                waiting.drainTo(entries, MAX_TOGETHER - 1);
                writeAll(entries);
                if (entries.getLast() instanceof Entry.Closed) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll(List<Entry> entries) {
        var byOrg = new LinkedHashMap<OrgId, List<Entry>>();
        entries.forEach(e -> byOrg.computeIfAbsent(e.org(), _ -> new ArrayList<>()).add(e));
        byOrg.remove(NOBODY);
        byOrg.forEach(this::writeUntilItIs);
    }

    private void writeUntilItIs(OrgId org, List<Entry> entries) {
        long giveUp = System.nanoTime() + LAST_WORDS.toNanos();
        while (true) {
            try {
                write(org, entries);
                return;
            } catch (RuntimeException e) {
                log.warn("Lines wait for the database: {}", e.getClass().getSimpleName());
                if (closing && System.nanoTime() > giveUp) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY.toMillis()));
            }
        }
    }

    private void write(OrgId org, List<Entry> entries) {
        var placed = new ArrayList<Placed>();
        for (var entry : entries) {
            if (entry instanceof Entry.Said(_, var line)) {
                placed.add(line);
            }
        }
        if (!placed.isEmpty()) {
            database.run(org, tx -> lines.append(tx, org, placed));
        }
        for (var entry : entries) {
            if (entry
                    instanceof Entry.Ended(_, var conversation, var reason, var at, var measures)) {
                endConversation.run(org, conversation, reason, at, measures);
            }
        }
    }
}
