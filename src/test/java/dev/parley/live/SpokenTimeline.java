package dev.parley.live;

import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.KeysPressed;
import dev.parley.live.SessionEvent.ReplyBegan;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.SoundFailed;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.live.SessionEvent.ToolAnswered;
import dev.parley.live.SessionEvent.ToolAsked;
import dev.parley.live.SessionEvent.VoiceBegan;
import dev.parley.live.SessionEvent.VoiceEnded;
import dev.parley.live.SessionEvent.WordsGuessed;
import dev.parley.live.SessionEvent.WordsHeard;
import dev.parley.live.SessionEvent.WordsSettled;
import dev.parley.testing.TestClock;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A spoken conversation as a script: what the caller says from which second to which, and what the
/// brain answers. The line plays sentences as long as they take; the recogniser guesses words while
/// they are spoken and gives them for good when it is asked to. One thread, one clock; the rules
/// are the real ones.
public final class SpokenTimeline {
    /// A sentence takes this long a word.
    public static final double SECONDS_A_WORD = 0.4;

    private static final double VOICE_IS_NOTICED = 0.06;
    private static final double SILENCE_IS_NOTICED = 0.2;
    private static final double GUESS_AFTER = 0.35;

    private record Scheduled(Instant at, int order, Runnable what) {}

    private record Answer(double after, List<String> sentences, boolean isGoodbye, boolean fails) {}

    private final TestClock clock = new TestClock();
    private final PriorityQueue<Scheduled> scheduled =
            new PriorityQueue<>(
                    Comparator.comparing(Scheduled::at).thenComparing(Scheduled::order));
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final Queue<String> unsettled = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();
    private final List<TranscriptLine> lines = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CallLog.Entry> log = new ArrayList<>();
    private final Playing playing = new Playing();
    private final Conversation conversation;
    private double settlesAfter = 0.15;
    private boolean guesses = true;
    private boolean hears = true;
    private int order;
    private int turns;
    private int reply;

    public SpokenTimeline(Script script, Limits limits) {
        conversation =
                new Conversation(script, limits, playing, () -> "dia." + ++turns, Toolbox.EMPTY);
        at(0, () -> happen(new Started()));
    }

    /// From now on the recogniser tells no guesses, only words for good, so late.
    public SpokenTimeline hearsSlowly(double settlesAfter) {
        this.settlesAfter = settlesAfter;
        guesses = false;
        return this;
    }

    /// The recogniser has died without a word.
    public SpokenTimeline hearsNothingMore() {
        hears = false;
        return this;
    }

    /// The caller speaks from one second to another.
    public SpokenTimeline caller(double from, double to, String words) {
        at(from + VOICE_IS_NOTICED, () -> happen(new VoiceBegan()));
        if (guesses && !words.isEmpty()) {
            var each = words.split(" ");
            at(
                    Math.min(to, from + GUESS_AFTER),
                    () ->
                            happen(
                                    new WordsGuessed(
                                            String.join(
                                                    " ",
                                                    List.of(each)
                                                            .subList(
                                                                    0,
                                                                    Math.max(
                                                                            1,
                                                                            each.length / 2))))));
            if (each.length > 1) {
                at(to, () -> happen(new WordsGuessed(words)));
            }
        }
        at(
                to + SILENCE_IS_NOTICED,
                () -> {
                    if (!words.isEmpty()) {
                        unsettled.add(words);
                    }
                    happen(new VoiceEnded());
                });
        return this;
    }

    /// A sound that is no speech.
    public SpokenTimeline cough(double from, double to) {
        return caller(from, to, "");
    }

    public SpokenTimeline keys(double second, String keys) {
        return at(second, () -> happen(new KeysPressed(keys)));
    }

    public SpokenTimeline callerHangsUp(double second) {
        return at(second, () -> happen(new CallerHungUp()));
    }

    public SpokenTimeline recogniserFails(double second) {
        return at(
                second, () -> happen(new SoundFailed(new IllegalStateException("nobody listens"))));
    }

    public SpokenTimeline serverDrains(double second) {
        return at(second, () -> happen(new SessionEvent.GoodbyeAsked(EndReason.ERROR_RESTART)));
    }

    public SpokenTimeline lineIsLost(double second) {
        return at(second, () -> happen(new SessionEvent.LineLost(playing)));
    }

    public SpokenTimeline tool(double from, double to, String name) {
        var call = new ToolCall("call." + name, name, "{}");
        at(from, () -> happen(new ToolAsked(call)));
        return at(to, () -> happen(new ToolAnswered(call, new ToolResult(true, "done"))));
    }

    /// The next answer of the brain: its sentences come so long after it is asked.
    public SpokenTimeline brain(double after, String... sentences) {
        answers.add(new Answer(after, List.of(sentences), false, false));
        return this;
    }

    public SpokenTimeline brainSaysGoodbye(double after, String... sentences) {
        answers.add(new Answer(after, List.of(sentences), true, false));
        return this;
    }

    public SpokenTimeline brainFails(double after) {
        answers.add(new Answer(after, List.of(), false, true));
        return this;
    }

    /// Lets everything happen until that second.
    public SpokenTimeline until(double second) {
        var to = TestClock.START.plusNanos(Math.round(second * 1e9));
        while (true) {
            var due = conversation.deadline();
            var next = scheduled.peek();
            boolean isRule = due != null && (next == null || !due.isAfter(next.at()));
            var at = isRule ? due : next == null ? null : next.at();
            if (at == null || at.isAfter(to)) {
                break;
            }
            clock.advanceTo(at.isAfter(clock.instant()) ? at : clock.instant());
            if (isRule) {
                happen(new TimePassed());
            } else {
                scheduled.remove().what().run();
            }
        }
        clock.advanceTo(to);
        return this;
    }

    /// What the caller and the brain notice, in order, each as the second it happened at and a
    /// word.
    public List<String> happened() {
        return events;
    }

    /// The transcript as `speaker: words`.
    public List<String> transcript() {
        return lines.stream().map(it -> it.speaker().wire() + ": " + it.message()).toList();
    }

    /// What the brain was asked, turn by turn.
    public List<String> asked() {
        return asked;
    }

    public List<CallLog.Entry> log() {
        return log;
    }

    private SpokenTimeline at(double second, Runnable what) {
        schedule(TestClock.START.plusNanos(Math.round(second * 1e9)), what);
        return this;
    }

    private void after(double seconds, Runnable what) {
        schedule(clock.instant().plusNanos(Math.round(seconds * 1e9)), what);
    }

    private void schedule(Instant at, Runnable what) {
        scheduled.add(new Scheduled(at, ++order, what));
    }

    private void happen(SessionEvent event) {
        conversation.on(clock.instant(), event).forEach(this::perform);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.StartReply(var number, var turn) -> answer(number, turn);
            case Effect.StopReply() -> {
                reply = 0;
                note("stop");
            }
            case Effect.SendSentence(var turn, var place, var text) ->
                    playing.say(turn, place, text, () -> {});
            case Effect.EndTurn(var turn) -> note(turn + " END_OF_TURN");
            case Effect.AbortTurn(var turn) -> {
                playing.abortTurn(turn);
                note(turn + " ABORT");
            }
            case Effect.PauseTurn(var turn) -> {
                playing.pauseTurn(turn);
                note(turn + " PAUSE");
            }
            case Effect.ResumeTurn(var turn) -> {
                note(turn + " RESUME");
                playing.resumeTurn(turn);
            }
            case Effect.Settle() -> settle();
            case Effect.SaveLine(var said) -> lines.add(said);
            case Effect.UseLine _, Effect.DropLine(), Effect.Expect _ -> {}
            case Effect.Tell(var entry) -> log.add(entry);
            case Effect.Close(var reason, _) -> note("close " + reason.wire());
        }
    }

    private void settle() {
        if (!hears) {
            return;
        }
        var words = unsettled.poll();
        after(
                settlesAfter,
                () -> {
                    if (words != null) {
                        happen(new WordsHeard(words));
                    }
                    happen(new WordsSettled());
                });
    }

    private void answer(int number, Brain.Turn turn) {
        asked.add(turn.heard());
        reply = number;
        var answer = answers.poll();
        if (answer == null) {
            return;
        }
        if (answer.fails()) {
            after(
                    answer.after(),
                    () -> happen(new ReplyFailed(number, new IllegalStateException("no brain"))));
            return;
        }
        for (int i = 0; i < answer.sentences().size(); i++) {
            var sentence = answer.sentences().get(i);
            after(
                    answer.after() + 0.1 * i,
                    () -> {
                        if (reply == number) {
                            happen(new ReplyBegan(number));
                            happen(new SentenceWritten(number, sentence));
                        }
                    });
        }
        after(
                answer.after() + 0.1 * answer.sentences().size(),
                () -> {
                    if (reply == number) {
                        happen(new ReplyWritten(number, answer.isGoodbye()));
                    }
                });
    }

    private void note(String what) {
        var millis = Duration.between(TestClock.START, clock.instant()).toMillis();
        events.add(millis / 1000.0 + " " + what);
    }

    /// A line that plays what it is sent.
    private final class Playing implements Line {
        private record Sentence(String turn, int place, String text) {}

        private final Queue<Sentence> waiting = new ArrayDeque<>();
        private @Nullable Sentence current;
        private double played;
        private Instant since = Instant.MIN;
        private boolean isPaused;
        private int generation;

        @Override
        public void say(String turn, int place, String text, Runnable delivered) {
            waiting.add(new Sentence(turn, place, text));
            play();
        }

        private void play() {
            if (current != null || isPaused || waiting.isEmpty()) {
                return;
            }
            current = waiting.remove();
            played = 0;
            note(current.turn() + " " + current.text());
            run();
        }

        private void run() {
            since = clock.instant();
            int mine = ++generation;
            after(length() - played, () -> finish(mine));
        }

        private double length() {
            return current == null ? 0 : current.text().split(" ").length * SECONDS_A_WORD;
        }

        private void finish(int mine) {
            var done = current;
            if (mine == generation && !isPaused && done != null) {
                current = null;
                happen(new SentenceDelivered(done.turn(), done.place()));
                play();
            }
        }

        @Override
        public void endTurn(String turn) {}

        @Override
        public void abortTurn(String turn) {
            current = null;
            isPaused = false;
            generation++;
            waiting.removeIf(sentence -> sentence.turn().equals(turn));
        }

        @Override
        public void pauseTurn(String turn) {
            isPaused = true;
            played += current == null ? 0 : elapsed();
            generation++;
        }

        @Override
        public void resumeTurn(String turn) {
            isPaused = false;
            if (current == null) {
                play();
            } else {
                run();
            }
        }

        private double elapsed() {
            return Duration.between(since, clock.instant()).toNanos() / 1e9;
        }

        @Override
        public Played heard(String turn) {
            var sentence = current;
            if (sentence == null || !sentence.turn().equals(turn)) {
                return Played.NOTHING;
            }
            double seconds = played + (isPaused ? 0 : elapsed());
            return new Played(sentence.place(), Math.min(1, seconds / length()));
        }

        @Override
        public void hangUp(EndReason reason) {}
    }
}
