package dev.parley.brains.model;

import static java.util.Objects.requireNonNull;

import dev.parley.live.Brain;
import dev.parley.live.Brain.Answer;
import dev.parley.live.Brain.Turn;
import dev.parley.live.Toolbox;
import dev.parley.providers.LanguageModel.Message;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyStream;
import dev.parley.providers.ProviderFailure;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One turn as a language model is asked about it.
final class ModelTurn {
    private final ModelBrain.Mind mind;
    private final Turn turn;
    private @Nullable Briefing briefing;

    ModelTurn(ModelBrain.Mind mind, Turn turn) {
        this.mind = mind;
        this.turn = turn;
    }

    Toolbox toolbox() {
        return turn.toolbox();
    }

    Duration patience() {
        return mind.patience();
    }

    Excuse excuse() {
        return mind.excuse();
    }

    /// Looks up what the model is shown.
    ///
    /// @param late results that are not in the history yet, by the ids of their calls
    void prepare(Map<String, String> late) {
        briefing = new Briefing(mind.mission(), mind.equipment(), turn, late);
    }

    /// Asks the model for the turn's next words.
    ///
    /// @param mayAsk whether it may ask for something to be done
    ReplyStream ask(boolean mayAsk) {
        try {
            return mind.model().stream(requireNonNull(briefing).prompt(mayAsk));
        } catch (ProviderFailure failure) {
            return new NoReply(failure);
        }
    }

    /// The conversation goes on with these.
    void goOn(List<Message> more) {
        requireNonNull(briefing).add(more);
    }

    List<TranscriptLine.Source> sourcesOf(String answer) {
        return briefing == null
                ? List.of()
                : Grounding.of(answer, turn.heard(), briefing.excerpts());
    }

    /// The answer of whoever answers when the model does not; null when nobody does.
    @Nullable Answer fallback() {
        Brain other = mind.fallback();
        return other == null ? null : other.answer(turn);
    }

    /// A model that failed before it began: the failure is met where all others are.
    private record NoReply(ProviderFailure failure) implements ReplyStream {
        @Override
        public Iterator<ReplyEvent> iterator() {
            throw failure;
        }

        @Override
        public void close() {}
    }
}
