package dev.parley.hives.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.accounts.OrgId;
import dev.parley.hives.Hive;
import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.passages.CutPassages;
import dev.parley.hives.passages.Source;
import dev.parley.hives.passages.SourceStore.Found;
import dev.parley.hives.passages.SourceStore.Read;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One reading of one hive: what is known from the last one, what was found by this one. Several
/// threads may read sources of it at once.
public final class Reading {
    /// Passages of one hive (F5).
    static final int MAX_PASSAGES = 20_000;

    /// Counted up when documents are read or cut differently than before.
    private static final String VERSION = "1";

    private static final int MAX_TITLE = 200;

    private final Tools tools;
    private final Hive hive;
    private final Progress progress;
    private final Instant startedAt;
    private final Findings findings;
    private final Map<String, Read> known;
    private final Map<String, String> placesByDigest = new ConcurrentHashMap<>();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger passages = new AtomicInteger();
    private volatile boolean isStopped;

    /// @param startedAt when it was first begun; what was read since is not read again
    public Reading(Tools tools, Hive hive, Progress progress, Instant startedAt) {
        this.tools = tools;
        this.hive = hive;
        this.progress = progress;
        this.startedAt = startedAt;
        this.findings = new Findings(tools, hive);
        this.known =
                tools.database()
                        .transact(
                                hive.orgId(),
                                tx -> tools.sources().all(tx, hive.orgId(), hive.id()));
        known.values()
                .forEach(read -> {
                    placesByDigest.put(read.source().digest(), read.source().place());
                    passages.addAndGet(read.passages());
                });
    }

    /// What a source is kept with.
    ///
    /// @param title for a document without one
    record Origin(
            String place,
            String title,
            @Nullable String etag,
            @Nullable String lastModified,
            List<String> links) {
        static Origin of(String place, String title) {
            return new Origin(place, title, VERSION, null, List.of());
        }
    }

    public Hive hive() {
        return hive;
    }

    public OrgId org() {
        return hive.orgId();
    }

    public Progress progress() {
        return progress;
    }

    public boolean isStopped() {
        return isStopped;
    }

    public void stop() {
        isStopped = true;
    }

    /// A source as it was read before.
    Optional<Read> known(String place) {
        return Optional.ofNullable(known.get(place));
    }

    /// Whether a source was read by this very reading, before it was broken off.
    boolean isDone(Read read) {
        return !read.at().isBefore(startedAt);
    }

    /// Whether a file that never changes was read before as it would be read now.
    boolean isCurrent(Read read) {
        return VERSION.equals(read.source().etag());
    }

    Document read(ReadApart.Work work) throws Unreadable, InterruptedException {
        var document = tools.apart().read(work, this::step);
        if (document.isCut()) {
            progress.note("The rest of very long documents is left out");
        }
        return document;
    }

    private void step(int done, int total) {
        if (isStopped) {
            throw new Stopped();
        }
        progress.step(done, total);
    }

    /// Thrown out of the reading of a document that nobody needs any more.
    public static final class Stopped extends RuntimeException {
        Stopped() {
            super("The reading was called off");
        }
    }

    /// Counts a source that was read already.
    void done(Read read) {
        confirmed.add(read.source().place());
        progress.unchanged(read.passages());
    }

    /// Keeps a document in the place of what was kept of its place, if it says anything new.
    void keep(Document document, Origin origin) {
        var digest = digest(document);
        var twin = placesByDigest.putIfAbsent(digest, origin.place());
        if (twin != null && !twin.equals(origin.place())) {
            progress.duplicate();
            return;
        }
        var before = known.get(origin.place());
        var same = before != null && before.source().digest().equals(digest) ? before : null;
        var title = document.title().isEmpty() ? origin.title() : document.title();
        var source =
                new Source(
                        // A new id for what is new, so that no late vector of the old text fits it.
                        same == null ? tools.ids().next("jot") : same.source().id(),
                        origin.place(),
                        title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title,
                        digest,
                        origin.etag(),
                        origin.lastModified());
        if (same != null) {
            confirm(same, source, origin.links());
        } else {
            replace(document, source, before, origin.links());
        }
    }

    /// Keeps a source as it is: it has not changed.
    void confirm(Read read) {
        confirm(read, read.source(), read.links());
    }

    private void confirm(Read read, Source source, List<String> links) {
        confirmed.add(source.place());
        progress.unchanged(read.passages());
        if (findings.unchanged(new Found(source, List.of(), links))) {
            flush();
        }
    }

    private void replace(
            Document document, Source source, @Nullable Read before, List<String> links) {
        if (before != null) {
            placesByDigest.remove(before.source().digest(), source.place());
        }
        int room = MAX_PASSAGES - passages.addAndGet(before == null ? 0 : -before.passages());
        var cut = CutPassages.run(document, Math.max(0, room));
        passages.addAndGet(cut.size());
        if (passages.get() >= MAX_PASSAGES) {
            progress.note("A hive holds " + MAX_PASSAGES + " passages; the rest is left out");
        }
        if (cut.isEmpty()) {
            progress.skipped(source.place(), "There is no text, or no room for more");
            return;
        }
        confirmed.add(source.place());
        progress.kept(cut.size());
        if (findings.changed(new Found(source, cut, links))) {
            flush();
        }
    }

    /// Keeps what was read so far.
    public void flush() {
        if (!findings.keep()) {
            stop();
        }
    }

    /// Leaves a source out.
    void skip(String place, String reason) {
        progress.skipped(place, reason);
    }

    /// Leaves a source as it was: nobody could say whether it has changed.
    void leave(String place) {
        confirmed.add(place);
    }

    /// Leaves every source as it was that was not found again.
    void leaveTheRest() {
        confirmed.addAll(known.keySet());
    }

    /// Forgets the sources that are gone.
    public void forgetTheRest() {
        var gone = known.keySet().stream().filter(place -> !confirmed.contains(place)).toList();
        if (!gone.isEmpty()) {
            tools.database().run(org(), tx -> tools.passages().forget(tx, org(), hive.id(), gone));
        }
    }

    /// Whether anything of the hive can be asked for now.
    public boolean hasAnything() {
        return !confirmed.isEmpty();
    }

    private static String digest(Document document) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(VERSION.getBytes(UTF_8));
            for (var section : document.sections()) {
                section.headings().forEach(heading -> sha.update((heading + '\n').getBytes(UTF_8)));
                sha.update((section.text() + '\0').getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
