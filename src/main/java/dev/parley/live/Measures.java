package dev.parley.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.live.CallLog.Entry;
import dev.parley.live.CallLog.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How quick a conversation was, over its turns.
///
/// @param response from the caller's last sound, or typed word, to the agent's first
/// @param endOfTurn from the caller's silence to the decision that the turn is over
/// @param recognition from the caller's silence to the last word that was known
/// @param firstToken from that decision to the first piece of the answer
/// @param firstSentence from that decision to the first whole sentence
/// @param firstSound from the first sentence to its first sound
/// @param interruptions how often the agent gave way
/// @param falseAlarms how often it fell silent for nothing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measures(
        @Nullable Percentiles response,
        @JsonProperty("end_of_turn") @Nullable Percentiles endOfTurn,
        @Nullable Percentiles recognition,
        @JsonProperty("first_token") @Nullable Percentiles firstToken,
        @JsonProperty("first_sentence") @Nullable Percentiles firstSentence,
        @JsonProperty("first_sound") @Nullable Percentiles firstSound,
        int interruptions,
        @JsonProperty("false_alarms") int falseAlarms) {
    /// Milliseconds.
    public record Percentiles(int count, long p50, long p95, long max) {
        /// By the nearest rank; null of nothing.
        static @Nullable Percentiles of(List<Duration> durations) {
            if (durations.isEmpty()) {
                return null;
            }
            var sorted = durations.stream().mapToLong(Duration::toMillis).sorted().toArray();
            return new Percentiles(
                    sorted.length,
                    rank(sorted, 0.50),
                    rank(sorted, 0.95),
                    sorted[sorted.length - 1]);
        }

        private static long rank(long[] sorted, double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }

    /// Gathers what a conversation tells of itself.
    static final class Gathering {
        private static final int MAX_TURNS = 2_000;

        private final List<Timings> turns = new ArrayList<>();
        private int interruptions;
        private int falseAlarms;

        void add(Entry entry) {
            switch (entry) {
                case Entry.TurnEnded(_, var timings, _) -> add(timings);
                case Entry.TurnAborted(_, var timings, _) -> add(timings);
                case Entry.AgentGaveWay _ -> interruptions++;
                case Entry.AgentResumed _ -> falseAlarms++;
                case Entry.TurnBegan _,
                        Entry.VoiceBegan _,
                        Entry.VoiceEnded _,
                        Entry.WordsHeard _,
                        Entry.AgentPaused _,
                        Entry.ToolAsked _,
                        Entry.ToolAnswered _,
                        Entry.SourcesNamed _,
                        Entry.Broke _ -> {}
            }
        }

        private void add(Timings timings) {
            if (timings.heard() != null && turns.size() < MAX_TURNS) {
                turns.add(timings);
            }
        }

        /// Null when no turn was answered.
        @Nullable Measures measures() {
            return turns.isEmpty()
                    ? null
                    : new Measures(
                            over(Measures::began, Measures::answered),
                            over(Timings::voiceEnded, Timings::heard),
                            over(Timings::voiceEnded, Timings::wordsHeard),
                            over(Timings::heard, Timings::firstToken),
                            over(Timings::heard, Timings::firstWords),
                            over(Timings::firstWords, Timings::firstSound),
                            interruptions,
                            falseAlarms);
        }

        private @Nullable Percentiles over(
                Function<Timings, @Nullable Instant> from,
                Function<Timings, @Nullable Instant> to) {
            var durations = new ArrayList<Duration>();
            for (var turn : turns) {
                var begin = from.apply(turn);
                var end = to.apply(turn);
                if (begin != null && end != null && !end.isBefore(begin)) {
                    durations.add(Duration.between(begin, end));
                }
            }
            return Percentiles.of(durations);
        }
    }

    private static @Nullable Instant began(Timings timings) {
        return timings.voiceEnded() == null ? timings.heard() : timings.voiceEnded();
    }

    private static @Nullable Instant answered(Timings timings) {
        return timings.firstFrame() == null ? timings.firstWords() : timings.firstFrame();
    }
}
