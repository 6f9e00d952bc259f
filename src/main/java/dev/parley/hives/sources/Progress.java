package dev.parley.hives.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Json;
import dev.parley.platform.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the reading of a hive has come, as its owner sees it in `internalProps`.
public final class Progress {
    private static final int MAX_SKIPPED = 50;

    private record Skipped(String place, String reason) {}

    private final String unit;
    private final Instant startedAt;
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int attempts;
    private int done;
    private int total;
    private int skippedCount;
    private int unchanged;
    private int duplicates;
    private int passages;
    private String current = "";
    private int step;
    private int steps;
    private @Nullable String error;
    private @Nullable Instant finishedAt;

    /// @param unit what is counted: `pages`, `files`, `conversations`
    /// @param attempts how often the reading was begun since it last got on
    public Progress(String unit, Instant startedAt, int attempts) {
        this.unit = unit;
        this.startedAt = startedAt;
        this.attempts = attempts;
    }

    public synchronized int attempts() {
        return attempts;
    }

    /// The reading was called off by the server itself, which counts for nothing.
    public synchronized void takeBack() {
        attempts = Math.max(0, attempts - 1);
    }

    synchronized void total(int count) {
        total = Math.max(count, done);
    }

    synchronized void current(String place) {
        current = place;
        step = 0;
        steps = 0;
    }

    synchronized void step(int pages, int of) {
        step = pages;
        steps = of;
    }

    synchronized void kept(int count) {
        one();
        passages += count;
    }

    synchronized void unchanged(int count) {
        one();
        unchanged++;
        passages += count;
    }

    synchronized void duplicate() {
        one();
        duplicates++;
    }

    synchronized void skipped(String place, String reason) {
        one();
        skippedCount++;
        if (skipped.size() < MAX_SKIPPED) {
            skipped.add(new Skipped(place, reason));
        }
    }

    synchronized void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    public synchronized void error(String what) {
        error = what;
    }

    /// Whether the reading as a whole came to nothing.
    public synchronized boolean hasFailed() {
        return error != null;
    }

    public synchronized void finished(Instant at) {
        finishedAt = at;
        current = "";
    }

    /// Why there is nothing: the first reason there was.
    public synchronized String fault() {
        if (error != null) {
            return error;
        }
        return skipped.isEmpty()
                ? "There is nothing to read"
                : skipped.getFirst().place() + ": " + skipped.getFirst().reason();
    }

    /// The count of pages of the document being read moves within one source.
    private void one() {
        done++;
        total = Math.max(total, done);
        attempts = 0;
    }

    public synchronized ObjectNode json(Instant now) {
        var json = Json.object().put("unit", unit).put("done", done).put("total", total);
        json.put("unchanged", unchanged).put("duplicates", duplicates).put("passages", passages);
        json.put("skipped_count", skippedCount).set("skipped", Json.tree(skipped));
        json.set("notes", Json.tree(notes));
        json.put("current", current.isEmpty() ? null : current);
        json.put("current_page", steps == 0 ? null : step);
        json.put("current_pages", steps == 0 ? null : steps);
        json.put("last_error", error);
        json.put("attempts", attempts);
        json.put("started_at", Timestamps.write(startedAt));
        json.put("updated_at", Timestamps.write(now));
        return json.put("finished_at", finishedAt == null ? null : Timestamps.write(finishedAt));
    }
}
