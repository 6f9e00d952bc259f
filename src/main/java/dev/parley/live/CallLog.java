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

        record VoiceBegan(Instant at) implements Entry {}

        record VoiceEnded(Instant at) implements Entry {}

        /// The caller's words.
        ///
        /// @param isFinal whether they will not change
        record WordsHeard(String text, boolean isFinal, Instant at) implements Entry {}

        /// The agent has fallen silent because somebody speaks.
        record AgentPaused(String turn, Instant at) implements Entry {}

        /// The agent goes on with its words: that was no interruption.
        record AgentResumed(String turn, String heard, Instant at) implements Entry {}

        /// The agent leaves the floor to the caller.
        record AgentGaveWay(String turn, String heard, Instant at) implements Entry {}

        record ToolAsked(ToolCall call, Instant at) implements Entry {}

        record ToolAnswered(ToolCall call, ToolResult result, Instant at) implements Entry {}

        /// The words of the turn were drawn from `sources`.
        record SourcesNamed(String turn, List<TranscriptLine.Source> sources, Instant at)
                implements Entry {}

        /// Something broke; the conversation goes on as well as it can.
        record Broke(Throwable cause) implements Entry {}
    }

    /// The moments of one turn; null for those that have not come, or never do: a typed
    /// conversation has no sound.
    ///
    /// @param voiceEnded the caller fell silent
    /// @param wordsHeard the caller's last words were known for good
    /// @param heard it was decided that the caller has finished; null when the agent spoke unasked
    /// @param firstToken the first piece of the agent's answer came
    /// @param firstWords the agent's first whole sentence was made
    /// @param firstSound the first sound of it was made
    /// @param firstFrame the first sound of it was sent
    /// @param lastSentence the agent's last sentence so far was delivered
    record Timings(
            @Nullable Instant voiceEnded,
            @Nullable Instant wordsHeard,
            @Nullable Instant heard,
            @Nullable Instant firstToken,
            @Nullable Instant firstWords,
            @Nullable Instant firstSound,
            @Nullable Instant firstFrame,
            @Nullable Instant lastSentence) {
        static final Timings NONE = new Timings(null, null, null, null, null, null, null, null);

        static Timings heard(Instant at) {
            return new Timings(null, null, at, null, null, null, null, null);
        }

        /// @param voiceEnded null for words that were typed
        static Timings heard(
                @Nullable Instant voiceEnded, @Nullable Instant wordsHeard, Instant at) {
            return new Timings(voiceEnded, wordsHeard, at, null, null, null, null, null);
        }

        Timings answered(Instant at) {
            return firstToken == null ? with(at, firstWords, firstSound, firstFrame) : this;
        }

        Timings spoke(Instant at) {
            return firstWords == null ? with(firstToken, at, firstSound, firstFrame) : this;
        }

        Timings sounded(Instant made, Instant sent) {
            return firstFrame == null ? with(firstToken, firstWords, made, sent) : this;
        }

        Timings delivered(Instant at) {
            return new Timings(
                    voiceEnded,
                    wordsHeard,
                    heard,
                    firstToken,
                    firstWords,
                    firstSound,
                    firstFrame,
                    at);
        }

        private Timings with(
                @Nullable Instant token,
                @Nullable Instant words,
                @Nullable Instant sound,
                @Nullable Instant frame) {
            return new Timings(
                    voiceEnded, wordsHeard, heard, token, words, sound, frame, lastSentence);
        }

        /// How long the caller waited for the first words.
        public Optional<Duration> latency() {
            return heard == null || firstWords == null
                    ? Optional.empty()
                    : Optional.of(Duration.between(heard, firstWords));
        }
    }
}
