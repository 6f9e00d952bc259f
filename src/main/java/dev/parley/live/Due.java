package dev.parley.live;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens next, and when, if nothing else does.
record Due(Instant at, What what) {
    enum What {
        /// A lost line is given up.
        LINE,
        /// The conversation has lasted long enough.
        CONVERSATION,
        /// The caller has waited long enough to be told that it takes a while.
        FILLER,
        /// The caller's voice: whether it interrupts, whether it has finished.
        VOICE,
        /// The turn has: the caller is silent, the reply is late, the last words are.
        TURN
    }

    /// @param lostAt when the line was lost; null while there is one
    static @Nullable Due next(
            TurnState state, Limits limits, Instant startedAt, @Nullable Instant lostAt) {
        var line =
                lostAt == null || state instanceof TurnState.Ended
                        ? null
                        : new Due(lostAt.plus(limits.resumeWithin()), What.LINE);
        var all =
                state.isUnderWay()
                        ? new Due(startedAt.plus(limits.maxDuration()), What.CONVERSATION)
                        : null;
        var due = state.due(limits);
        boolean isAlone = line != null && state instanceof TurnState.Listening;
        var turn = due == null || isAlone ? null : new Due(due, What.TURN);
        var filler =
                state instanceof TurnState.Thinking thinking
                        ? new Due(thinking.since().plus(limits.fillAfter()), What.FILLER)
                        : null;
        return Stream.of(line, all, turn, filler).reduce(null, Due::earlier);
    }

    static @Nullable Due earlier(@Nullable Due one, @Nullable Due other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at.isBefore(one.at) ? other : one;
    }
}
