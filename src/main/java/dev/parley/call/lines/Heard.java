package dev.parley.call.lines;

import com.fasterxml.jackson.databind.JsonNode;

/// What reaches the far side of a call. Times are those of [System#nanoTime()].
public sealed interface Heard {
    long at();

    /// Sound of the agent, in the line's rate.
    record Voice(long at, short[] samples) implements Heard {}

    /// A sentence of the agent, in words.
    record Sentence(long at, String text) implements Heard {}

    /// The agent has said all of its turn.
    record TurnEnded(long at) implements Heard {}

    /// What is not heard yet of the agent is to be dropped: `ABORT_AUDIO`, or a carrier's `clear`.
    record Silenced(long at) implements Heard {}

    /// What the server tells of itself to those who asked for events.
    record Told(long at, JsonNode event) implements Heard {}

    /// The line is down.
    ///
    /// @param code of the socket's closing
    record Closed(long at, int code, String reason) implements Heard {}
}
