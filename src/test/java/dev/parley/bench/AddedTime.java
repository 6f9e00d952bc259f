package dev.parley.bench;

import dev.parley.live.AdaptiveEndpointing;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What the server adds to turns: all of a turn, from the caller's last voiced frame to the agent's
/// first, less what its providers took and less the silence that tells a caller has finished. Each
/// turn with its own providers' times, so that nobody's lateness is taken for another's.
///
/// @param total all of it, in microseconds
/// @param asking to notice that the caller has finished and to ask the model, beyond the silence
///   that is meant to pass
/// @param saying from the model's words to the question to the voice
/// @param sending from the voice's sound to the first frame at the caller
record AddedTime(Histogram total, Histogram asking, Histogram saying, Histogram sending) {
    /// The silence that is meant to pass: what the detector of voices takes at least, and what the
    /// rule for the caller's words says.
    static long silence(List<Answer> answers, List<TurnTimes> turns) {
        long least = Long.MAX_VALUE;
        for (var answer : answers) {
            var turn = turn(answer, turns);
            if (turn != null) {
                least = Math.min(least, turn.wordsAsked() - answer.voiceEnded());
            }
        }
        return least
                + new AdaptiveEndpointing()
                        .silence(CallProviders.WORDS.formatted("today"), "")
                        .toNanos();
    }

    /// @param silence that is meant to pass, in nanoseconds
    static AddedTime of(List<Answer> answers, List<TurnTimes> turns, long silence) {
        var added =
                new AddedTime(
                        CallFigures.histogram(),
                        CallFigures.histogram(),
                        CallFigures.histogram(),
                        CallFigures.histogram());
        for (var answer : answers) {
            var turn = turn(answer, turns);
            if (turn != null) {
                added.add(answer, turn, silence);
            }
        }
        return added;
    }

    private void add(Answer answer, TurnTimes turn, long silence) {
        long toAsk = turn.modelAsked() - answer.voiceEnded() - silence;
        long toSay = turn.speechAsked() - turn.token();
        long toSend = answer.first() - turn.sound();
        CallFigures.record(total, toAsk + toSay + toSend);
        CallFigures.record(asking, toAsk);
        CallFigures.record(saying, toSay);
        CallFigures.record(sending, toSend);
    }

    private static @Nullable TurnTimes turn(Answer answer, List<TurnTimes> turns) {
        TurnTimes last = null;
        for (var turn : turns) {
            if (turn.stream() == answer.stream()
                    && turn.sound() - answer.first() < 0
                    && turn.wordsAsked() - answer.voiceEnded() > 0
                    && (last == null || turn.wordsAsked() - last.wordsAsked() > 0)) {
                last = turn;
            }
        }
        return last;
    }

    double millis(double percentile) {
        return CallFigures.millis(total, percentile);
    }

    /// Part by part: half of the turns, and all but the slowest hundredth.
    String parts() {
        return part("to ask the model", asking)
                + part(", to ask the voice", saying)
                + part(", to send", sending);
    }

    private static String part(String name, Histogram times) {
        return String.format(
                Locale.ROOT,
                "%s %.1f, %.1f",
                name,
                CallFigures.millis(times, 50),
                CallFigures.millis(times, 99));
    }
}
