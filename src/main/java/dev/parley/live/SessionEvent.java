package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.util.List;

/// Everything that can happen to a live conversation. One mailbox carries all of it, in order.
public sealed interface SessionEvent {
    record Started() implements SessionEvent {}

    /// The caller's words, typed or recognised.
    record CallerSaid(String text) implements SessionEvent {}

    record CallerHungUp() implements SessionEvent {}

    /// The conversation is to end as soon as the agent has said its farewell.
    record GoodbyeAsked(EndReason reason) implements SessionEvent {}

    /// The conversation is to end at once.
    record CutOff(EndReason reason) implements SessionEvent {}

    /// `line` is gone without a word; without effect when another one has taken its place.
    record LineLost(Line line) implements SessionEvent {}

    /// The caller is back, on a new line.
    record LineRestored(Line line) implements SessionEvent {}

    /// Nothing happened but time. Every event passes time; this one does nothing else.
    record TimePassed() implements SessionEvent {}

    /// The line has handed over the sentence of that place in its turn, and all before it.
    record SentenceDelivered(String turn, int sentence) implements SessionEvent {}

    /// The agent does something besides talking, whichever reply it belongs to.
    sealed interface OfTool extends SessionEvent {
        ToolCall call();
    }

    record ToolAsked(ToolCall call) implements OfTool {}

    record ToolAnswered(ToolCall call, ToolResult result) implements OfTool {}

    /// Events of one reply carry its number, so the leftovers of a stopped reply are recognised.
    sealed interface OfReply extends SessionEvent {
        int reply();
    }

    record SentenceWritten(int reply, String sentence) implements OfReply {}

    /// The words so far were drawn from `sources`.
    record SourcesNamed(int reply, List<TranscriptLine.Source> sources) implements OfReply {}

    /// @param goodbye whether the agent wants to end the conversation
    record ReplyWritten(int reply, boolean goodbye) implements OfReply {}

    record ReplyFailed(int reply, Throwable cause) implements OfReply {}
}
