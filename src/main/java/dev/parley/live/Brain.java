package dev.parley.live;

import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.List;

/// Decides what the agent says. One brain serves one conversation and is asked one turn at a time.
public interface Brain {
    /// Begins the answer to `turn`. Returns at once; reading the answer blocks.
    Answer answer(Turn turn);

    /// The caller has said `heard` and may have finished: what of the answer takes time and changes
    /// nothing may begin. Returns at once. Nothing follows from it if the caller goes on.
    default void expect(String heard) {}

    /// What the caller has just said, and everything heard before it.
    ///
    /// @param history lines so far, oldest first, without `heard`; of the agent's lines only what
    ///   was delivered
    /// @param heard the caller's words of this turn, joined
    /// @param toolbox what may be done besides answering
    record Turn(List<TranscriptLine> history, String heard, Instant at, Toolbox toolbox) {
        /// A turn in which nothing can be done but to answer.
        public Turn(List<TranscriptLine> history, String heard, Instant at) {
            this(history, heard, at, Toolbox.EMPTY);
        }
    }

    /// The agent's words as they are made. Closing it from another thread ends a blocked read at
    /// once and releases whatever makes the words.
    interface Answer extends Iterable<Speech>, AutoCloseable {
        @Override
        void close();
    }

    /// A piece of an answer.
    sealed interface Speech {
        /// Words to add; sentences may span several pieces.
        record Words(String text) implements Speech {}

        /// What was said so far is to be said now: more may take a while.
        record Pause() implements Speech {}

        /// What the words before this were drawn from. It counts only once there are words.
        record Sources(List<TranscriptLine.Source> sources) implements Speech {}

        /// The agent wants to end the conversation once everything before this is delivered. The
        /// farewell is not the brain's to say.
        record Goodbye() implements Speech {}
    }
}
