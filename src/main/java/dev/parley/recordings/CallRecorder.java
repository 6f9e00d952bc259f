package dev.parley.recordings;

import dev.parley.transcript.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Records one call: places frames in time and hands half seconds to whoever writes.
final class CallRecorder implements Recorder {
    /// What is written, in order; may be told from any thread and never blocks.
    sealed interface Piece {
        record Begin() implements Piece {}

        record Sound(byte[] codes) implements Piece {}

        record Discard() implements Piece {}

        record End() implements Piece {}
    }

    private final Consumer<Piece> writer;
    private final LongSupplier nanos;
    private final @Nullable Predicate<List<TranscriptLine>> consent;
    private final List<TranscriptLine> lines = new ArrayList<>();
    private @Nullable Tracks tracks;
    private boolean mayRecord;
    private boolean isOver;

    /// @param consent whether the caller has agreed to being recorded, by everything that was said;
    ///   null when nobody asks
    CallRecorder(
            @Nullable Predicate<List<TranscriptLine>> consent,
            Consumer<Piece> writer,
            LongSupplier nanos) {
        this.consent = consent;
        this.mayRecord = consent == null;
        this.writer = writer;
        this.nanos = nanos;
    }

    @Override
    public void caller(short[] frame, long at) {
        put(Tracks.CALLER, frame, at);
    }

    @Override
    public void agent(short[] frame, long at) {
        put(Tracks.AGENT, frame, at);
    }

    private synchronized void put(int side, short[] frame, long at) {
        if (!mayRecord || isOver) {
            return;
        }
        var open = tracks;
        if (open == null) {
            open = new Tracks(Math.min(at, nanos.getAsLong()));
            tracks = open;
            writer.accept(new Piece.Begin());
        }
        var full = open.put(side, frame, at);
        if (full != null) {
            writer.accept(new Piece.Sound(full));
        }
    }

    @Override
    public synchronized void said(TranscriptLine line) {
        if (consent != null) {
            lines.add(line);
            boolean isGiven = consent.test(List.copyOf(lines));
            if (isGiven != mayRecord) {
                consent(isGiven);
            }
        }
    }

    @Override
    public synchronized void consent(boolean isGiven) {
        mayRecord = isGiven;
        if (!isGiven && tracks != null) {
            tracks = null;
            writer.accept(new Piece.Discard());
        }
    }

    @Override
    public synchronized void close() {
        if (isOver) {
            return;
        }
        isOver = true;
        if (tracks != null) {
            writer.accept(new Piece.Sound(tracks.rest()));
            tracks = null;
        }
        writer.accept(new Piece.End());
    }
}
