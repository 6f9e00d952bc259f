package dev.parley.live;

import dev.parley.live.CallLog.Timings;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whose turn it is. Each state offers only the moves that are legal from it.
sealed interface TurnState {
    /// The number of the reply that is being written.
    default OptionalInt openReply() {
        return switch (this) {
            case Thinking thinking -> OptionalInt.of(thinking.reply());
            case Speaking speaking when !speaking.words().complete() ->
                    OptionalInt.of(speaking.reply());
            case Waiting(), Listening _, Speaking _, Ended() -> OptionalInt.empty();
        };
    }

    /// When something has to happen if nothing does; null for never.
    default @Nullable Instant due(Limits limits) {
        return switch (this) {
            case Listening listening -> listening.since().plus(limits.idleAfter());
            case Thinking thinking -> thinking.since().plus(limits.replyWithin());
            case Speaking speaking when speaking.ending() != null ->
                    speaking.since().plus(limits.closeWithin());
            case Speaking speaking when !speaking.words().complete() ->
                    speaking.since()
                            .plus(
                                    speaking.words().isUnderWay()
                                            ? limits.deliverWithin()
                                            : limits.replyWithin());
            case Waiting(), Speaking _, Ended() -> null;
        };
    }

    /// The same state, whose reply has given a sign of life.
    default TurnState goOn(Instant at) {
        return switch (this) {
            case Thinking thinking ->
                    new Thinking(
                            thinking.turn(),
                            thinking.reply(),
                            thinking.heard(),
                            thinking.timings(),
                            at);
            case Speaking speaking -> speaking.alive(at);
            case Waiting(), Listening _, Ended() -> this;
        };
    }

    /// Whether the conversation has begun and is not saying its last words.
    default boolean isUnderWay() {
        return switch (this) {
            case Listening _, Thinking _ -> true;
            case Speaking speaking -> speaking.ending() == null;
            case Waiting(), Ended() -> false;
        };
    }

    /// Nobody has been greeted yet.
    record Waiting() implements TurnState {}

    /// The agent has said what it had to say.
    ///
    /// @param since when the caller's silence began
    /// @param unanswered what the caller has said that the agent was kept from answering
    record Listening(Instant since, List<String> unanswered) implements TurnState {
        Listening(Instant since) {
            this(since, List.of());
        }

        Thinking hear(String turn, int reply, String utterance, Timings timings, Instant at) {
            var all = Stream.concat(unanswered.stream(), Stream.of(utterance)).toList();
            return new Thinking(turn, reply, all, timings, at);
        }

        Speaking speak(String turn, Instant at) {
            return new Speaking(
                    turn, 0, Words.NONE, List.of(), null, null, at, Timings.NONE.spoke(at));
        }
    }

    /// The caller waits for the first words of a reply.
    ///
    /// @param heard what the caller has said in this turn, one entry an utterance
    /// @param since when the reply was started
    record Thinking(String turn, int reply, List<String> heard, Timings timings, Instant since)
            implements TurnState {
        Thinking hear(String utterance, int number, Timings timings, Instant at) {
            var all = Stream.concat(heard.stream(), Stream.of(utterance)).toList();
            return new Thinking(turn, number, all, timings, at);
        }

        Speaking speak(Instant at) {
            return new Speaking(turn, reply, Words.NONE, heard, null, null, at, timings.spoke(at));
        }

        Thinking answered(Instant at) {
            return new Thinking(turn, reply, heard, timings.answered(at), since);
        }

        /// The caller has more to say.
        Listening listen(Instant at) {
            return new Listening(at, heard);
        }
    }

    /// The agent's words are on their way to the caller.
    ///
    /// @param reply 0 for a fixed text
    /// @param ending why the conversation ends with this turn, null when it goes on
    /// @param pausedAt when the agent fell silent to hear what a voice wants; null while it talks
    /// @param since the reply's last sign of life or, for the last turn, when it became that
    record Speaking(
            String turn,
            int reply,
            Words words,
            List<String> heard,
            @Nullable EndReason ending,
            @Nullable Instant pausedAt,
            Instant since,
            Timings timings)
            implements TurnState {
        Speaking write(String sentence, Instant at) {
            return with(words.add(sentence), later(at), timings);
        }

        Speaking deliver(int sentence, Instant at) {
            var more = words.deliver(sentence);
            return more.delivered() == words.delivered()
                    ? this
                    : with(more, later(at), timings.delivered(at));
        }

        Speaking drawnFrom(List<TranscriptLine.Source> sources) {
            return with(words.drawnFrom(sources), since, timings);
        }

        Speaking sounded(Instant made, Instant sent) {
            return with(words, since, timings.sounded(made, sent));
        }

        private Speaking alive(Instant at) {
            return with(words, later(at), timings);
        }

        Speaking complete() {
            return with(words.finish(), since, timings);
        }

        private Speaking with(Words words, Instant since, Timings timings) {
            return new Speaking(turn, reply, words, heard, ending, pausedAt, since, timings);
        }

        /// Makes this the last turn.
        Speaking end(EndReason reason, Instant at) {
            return new Speaking(turn, reply, words, heard, reason, pausedAt, later(at), timings);
        }

        Speaking pause(Instant at) {
            return new Speaking(turn, reply, words, heard, ending, at, since, timings);
        }

        Speaking resume(Instant at) {
            return new Speaking(turn, reply, words, heard, ending, null, later(at), timings);
        }

        Listening listen(Instant at) {
            return new Listening(at);
        }

        /// The caller has taken the floor. An agent of whose answer nothing has arrived yet has not
        /// been heard: what it was asked counts as still unanswered.
        Listening giveWay(Line.Played played, Instant at) {
            return new Listening(at, words.heard(played).isEmpty() ? heard : List.of());
        }

        /// Whether the caller's words change nothing any more. A goodbye of the agent's own, or one
        /// because the caller was silent, is taken back when the caller speaks up.
        boolean isFinal() {
            return ending != null
                    && ending != EndReason.AGENT_HANGUP
                    && ending != EndReason.INACTIVITY;
        }

        private Instant later(Instant at) {
            return ending == null ? at : since;
        }
    }

    record Ended() implements TurnState {}

    /// The sentences of one turn.
    ///
    /// @param delivered how many of them, from the first, have reached the caller
    /// @param complete whether the agent has nothing to add
    /// @param sources what they were drawn from
    record Words(
            List<String> sentences,
            int delivered,
            boolean complete,
            List<TranscriptLine.Source> sources) {
        static final Words NONE = new Words(List.of(), 0, false, List.of());

        Words add(String sentence) {
            return new Words(
                    Stream.concat(sentences.stream(), Stream.of(sentence)).toList(),
                    delivered,
                    complete,
                    sources);
        }

        Words deliver(int sentence) {
            var reached = Math.min(sentence + 1, sentences.size());
            return new Words(sentences, Math.max(delivered, reached), complete, sources);
        }

        Words finish() {
            return new Words(sentences, delivered, true, sources);
        }

        Words drawnFrom(List<TranscriptLine.Source> more) {
            var all = Stream.concat(sources.stream(), more.stream()).distinct().toList();
            return new Words(sentences, delivered, complete, all);
        }

        /// Whether something is on its way to the caller.
        boolean isUnderWay() {
            return delivered < sentences.size();
        }

        boolean isOver() {
            return complete && delivered == sentences.size();
        }

        String all() {
            return String.join(" ", sentences);
        }

        /// The sentences that were not heard to their end.
        List<String> unheard(Line.Played played) {
            int whole = Math.max(delivered, Math.min(played.sentence(), sentences.size()));
            return sentences.subList(whole, sentences.size());
        }

        /// What the caller has got.
        ///
        /// @param played how far the sentence after the delivered ones was heard
        String heard(Line.Played played) {
            int whole = Math.max(delivered, Math.min(played.sentence(), sentences.size()));
            var heard = new ArrayList<>(sentences.subList(0, whole));
            if (whole == played.sentence() && whole < sentences.size()) {
                var each = sentences.get(whole).split(" ");
                int count = (int) Math.round(each.length * played.share());
                heard.addAll(List.of(each).subList(0, count));
            }
            return String.join(" ", heard);
        }
    }
}
