package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who watches a live conversation: a console, the metrics. Called by the session's own thread:
/// never blocks.
@FunctionalInterface
public interface CallLog {
    /// Watches nothing.
    CallLog NONE = _ -> {};

    void tell(Entry entry);

    sealed interface Entry {
        record TurnBegan(String turn, Instant at) implements Entry {}

        /// The turn was spoken to its end.
        record TurnEnded(String turn, Timings timings, Instant at) implements Entry {}

        /// The turn was stopped before its end.
        record TurnAborted(String turn, Timings timings, Instant at) implements Entry {}

        record ToolAsked(ToolCall call, Instant at) implements Entry {}

        record ToolAnswered(ToolCall call, ToolResult result, Instant at) implements Entry {}

        /// The words of the turn were drawn from `sources`.
        record SourcesNamed(String turn, List<TranscriptLine.Source> sources, Instant at)
                implements Entry {}

        /// Something broke; the conversation goes on as well as it can.
        record Broke(Throwable cause) implements Entry {}
    }

    /// The moments of one turn.
    ///
    /// @param heard the caller's last words, null when the agent spoke unasked
    /// @param firstWords the agent's first whole sentence was made
    /// @param lastSentence the agent's last sentence so far was delivered
    record Timings(
            @Nullable Instant heard, @Nullable Instant firstWords, @Nullable Instant lastSentence) {
        static final Timings NONE = new Timings(null, null, null);

        static Timings heard(Instant at) {
            return new Timings(at, null, null);
        }

        Timings spoke(Instant at) {
            return firstWords == null ? new Timings(heard, at, lastSentence) : this;
        }

        Timings delivered(Instant at) {
            return new Timings(heard, firstWords, at);
        }

        /// How long the caller waited for the first words.
        public Optional<Duration> latency() {
            return heard == null || firstWords == null
                    ? Optional.empty()
                    : Optional.of(Duration.between(heard, firstWords));
        }
    }
}
