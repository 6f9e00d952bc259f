package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.List;

/// Everything that can happen to a live conversation. One mailbox carries all of it, in order.
public sealed interface SessionEvent {
    record Started() implements SessionEvent {}

    /// The caller's words, typed or recognised.
    record CallerSaid(String text) implements SessionEvent {}

    /// What is heard of the caller on a line that carries sound.
    sealed interface OfVoice extends SessionEvent {}

    /// The caller has begun to speak.
    record VoiceBegan() implements OfVoice {}

    /// The caller has stopped speaking, if only for a moment.
    record VoiceEnded() implements OfVoice {}

    /// The recogniser's guess at the words since the last that are certain.
    record WordsGuessed(String text) implements OfVoice {}

    /// Words that will not change.
    record WordsHeard(String text) implements OfVoice {}

    /// The answer to [Line#settle]: all words of before are told.
    record WordsSettled() implements OfVoice {}

    /// Keys of a telephone: `0` to `9`, `*`, `#`, `A` to `D`.
    record KeysPressed(String keys) implements OfVoice {}

    /// Nobody listens to the caller any more, or nobody can speak the agent's words.
    record SoundFailed(Throwable cause) implements SessionEvent {}

    /// The first sound of a turn was sent.
    ///
    /// @param made when it was there to be sent
    record SoundSent(String turn, Instant made) implements SessionEvent {}

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

    /// The first piece of the answer has come.
    record ReplyBegan(int reply) implements OfReply {}

    record SentenceWritten(int reply, String sentence) implements OfReply {}

    /// The words so far were drawn from `sources`.
    record SourcesNamed(int reply, List<TranscriptLine.Source> sources) implements OfReply {}

    /// @param goodbye whether the agent wants to end the conversation
    record ReplyWritten(int reply, boolean goodbye) implements OfReply {}

    record ReplyFailed(int reply, Throwable cause) implements OfReply {}
}
