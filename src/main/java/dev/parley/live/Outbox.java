package dev.parley.live;

import dev.parley.live.CallLog.Entry;
import dev.parley.live.SessionEvent.OfTool;
import dev.parley.live.SessionEvent.ToolAnswered;
import dev.parley.live.SessionEvent.ToolAsked;
import dev.parley.live.TurnState.Speaking;
import dev.parley.live.TurnState.Thinking;
import dev.parley.platform.time.Timestamps;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a conversation gives to the world: frames while there is a line, and lines of transcript.
final class Outbox {
    private final List<TranscriptLine> lines = new ArrayList<>();
    private List<Effect> effects = new ArrayList<>();
    private @Nullable Line line;

    Outbox(Line line) {
        this.line = line;
    }

    /// What has come together since it was last emptied.
    List<Effect> empty() {
        var all = effects;
        effects = new ArrayList<>();
        return all;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    /// Something only a line can do.
    void toLine(Effect effect) {
        if (hasLine()) {
            add(effect);
        }
    }

    void stopReply(TurnState state) {
        if (state.openReply().isPresent()) {
            add(new Effect.StopReply());
        }
    }

    void tell(Entry entry) {
        add(new Effect.Tell(entry));
    }

    boolean hasLine() {
        return line != null;
    }

    void use(Line restored) {
        line = restored;
        add(new Effect.UseLine(restored));
    }

    /// Whether `lost` was the line in use.
    boolean drop(Line lost) {
        if (lost != line) {
            return false;
        }
        line = null;
        add(new Effect.DropLine());
        return true;
    }

    /// Sends the sentences of the turn from the place `first` on.
    void send(Speaking speaking, int first) {
        var sentences = speaking.words().sentences();
        for (int i = first; hasLine() && i < sentences.size(); i++) {
            add(new Effect.SendSentence(speaking.turn(), i, sentences.get(i)));
        }
    }

    /// The turn has come to its end.
    void end(Speaking speaking, Instant at) {
        add(new Effect.EndTurn(speaking.turn()));
        saveSpoken(speaking, at);
        tell(new Entry.TurnEnded(speaking.turn(), speaking.timings(), at));
    }

    /// The turn stops here, and the caller is told so.
    void abort(Speaking speaking, Instant at) {
        toLine(new Effect.AbortTurn(speaking.turn()));
        leave(speaking, at);
    }

    /// The turn stops here, and so does everything else.
    void leave(Speaking speaking, Instant at) {
        saveSpoken(speaking, at);
        tell(new Entry.TurnAborted(speaking.turn(), speaking.timings(), at));
    }

    void leave(Thinking thinking, Instant at) {
        tell(new Entry.TurnAborted(thinking.turn(), thinking.timings(), at));
    }

    void saveCaller(String utterance, Instant at) {
        save(new TranscriptLine(Speaker.USER, utterance, Timestamps.write(at), utterance));
    }

    void save(OfTool used, Instant at) {
        save(ToolLines.of(used, at));
        tell(
                switch (used) {
                    case ToolAsked(var call) -> new Entry.ToolAsked(call, at);
                    case ToolAnswered(var call, var result) ->
                            new Entry.ToolAnswered(call, result, at);
                });
    }

    /// All lines but the newest `heard` of the caller's.
    List<TranscriptLine> before(int heard) {
        var newestFirst = new ArrayList<TranscriptLine>();
        int left = heard;
        for (var line : lines.reversed()) {
            if (left > 0 && line.speaker() == Speaker.USER) {
                left--;
            } else {
                newestFirst.add(line);
            }
        }
        return List.copyOf(newestFirst.reversed());
    }

    /// How far the sentence after the delivered ones was heard.
    Line.Played played(String turn) {
        return line == null ? Line.Played.NOTHING : line.heard(turn);
    }

    private void saveSpoken(Speaking speaking, Instant at) {
        var words = speaking.words();
        var heard = words.heard(played(speaking.turn()));
        if (!heard.isEmpty()) {
            var sources = words.sources().isEmpty() ? null : words.sources();
            var time = Timestamps.write(at);
            save(new TranscriptLine(Speaker.AI, heard, time, speaking.turn(), sources));
        }
    }

    private void save(TranscriptLine line) {
        lines.add(line);
        add(new Effect.SaveLine(line));
    }
}
