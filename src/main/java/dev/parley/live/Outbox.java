package dev.parley.live;

import dev.parley.live.CallLog.Entry;
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
        save(Speaker.AI, speaking.words().heard(), speaking.turn(), at);
        tell(new Entry.TurnEnded(speaking.turn(), speaking.timings(), at));
    }

    /// The turn stops here, and the caller is told so.
    void abort(Speaking speaking, Instant at) {
        if (hasLine()) {
            add(new Effect.AbortTurn(speaking.turn()));
        }
        leave(speaking, at);
    }

    /// The turn stops here, and so does everything else.
    void leave(Speaking speaking, Instant at) {
        save(Speaker.AI, speaking.words().heard(), speaking.turn(), at);
        tell(new Entry.TurnAborted(speaking.turn(), speaking.timings(), at));
    }

    void leave(Thinking thinking, Instant at) {
        tell(new Entry.TurnAborted(thinking.turn(), thinking.timings(), at));
    }

    void saveCaller(String utterance, Instant at) {
        save(Speaker.USER, utterance, utterance, at);
    }

    /// All lines but the newest `heard`.
    List<TranscriptLine> before(int heard) {
        return List.copyOf(lines.subList(0, lines.size() - heard));
    }

    private void save(Speaker speaker, String message, String id, Instant at) {
        if (!message.isEmpty()) {
            var said = new TranscriptLine(speaker, message, Timestamps.write(at), id);
            lines.add(said);
            add(new Effect.SaveLine(said));
        }
    }
}
