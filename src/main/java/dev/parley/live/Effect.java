package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.time.Instant;

/// What the conversation asks of the outside world.
sealed interface Effect {
    record StartReply(int reply, Brain.Turn turn) implements Effect {}

    /// The caller has said this and may have finished.
    record Expect(String heard) implements Effect {}

    record StopReply() implements Effect {}

    /// @param sentence the place of the sentence in its turn, from 0
    record SendSentence(String turn, int sentence, String text) implements Effect {}

    record EndTurn(String turn) implements Effect {}

    record AbortTurn(String turn) implements Effect {}

    record PauseTurn(String turn) implements Effect {}

    record ResumeTurn(String turn) implements Effect {}

    /// The recogniser's last words are wanted.
    record Settle() implements Effect {}

    record SaveLine(TranscriptLine line) implements Effect {}

    /// From now on the person is reached by `line`.
    record UseLine(Line line) implements Effect {}

    /// The line is dead: nothing is sent before the next `UseLine`.
    record DropLine() implements Effect {}

    record Tell(CallLog.Entry entry) implements Effect {}

    record Close(EndReason reason, Instant at) implements Effect {}
}
