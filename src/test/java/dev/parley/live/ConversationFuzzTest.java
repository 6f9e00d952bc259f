package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.live.CallLog.Entry.TurnAborted;
import dev.parley.live.CallLog.Entry.TurnBegan;
import dev.parley.live.CallLog.Entry.TurnEnded;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.CallerSaid;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.KeysPressed;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.OfReply;
import dev.parley.live.SessionEvent.ReplyBegan;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.SoundFailed;
import dev.parley.live.SessionEvent.SoundSent;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.live.SessionEvent.VoiceBegan;
import dev.parley.live.SessionEvent.VoiceEnded;
import dev.parley.live.SessionEvent.WordsGuessed;
import dev.parley.live.SessionEvent.WordsHeard;
import dev.parley.live.SessionEvent.WordsSettled;
import dev.parley.testing.FakeLine;
import dev.parley.testing.TestClock;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Any events in any order: nothing is thrown, and what comes out is a lawful conversation.
class ConversationFuzzTest {
    private static final int CONVERSATIONS = 20_000;
    private static final Script SCRIPT =
            new Script(
                    "Hello. I am Ada.", "Thank you. Goodbye!", "There?", "Sorry. Again?", "Wait.");

    @Test
    void neverBreaksTheRules() {
        var seed = Long.getLong("parley.seed", System.nanoTime());
        System.out.println("ConversationFuzzTest: -Dparley.seed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < CONVERSATIONS; i++) {
            new Run(new Random(random.nextLong()), "seed " + seed + ", conversation " + i).go();
        }
    }

    /// One conversation, with a witness of everything that comes out of it.
    private static final class Run {
        private final Random random;
        private final String name;
        private final Set<String> begun = new HashSet<>();
        private final Set<String> over = new HashSet<>();
        private final Set<String> finished = new HashSet<>();
        private final Map<String, List<String>> delivered = new HashMap<>();
        private final Map<String, Integer> sent = new HashMap<>();
        private final Map<String, String> sentences = new HashMap<>();
        private final List<TranscriptLine> saved = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>(List.of(new FakeLine()));
        private final Conversation conversation;
        private Instant now = TestClock.START;
        private boolean hasLine = true;
        private boolean closed;
        private int reply;
        private int openReply;
        private int turns;
        private @Nullable String current;

        Run(Random random, String name) {
            this.random = random;
            this.name = name;
            conversation =
                    new Conversation(
                            SCRIPT,
                            Limits.DEFAULT,
                            lines.getFirst(),
                            () -> "dia." + ++turns,
                            Toolbox.EMPTY);
        }

        void go() {
            if (random.nextInt(10) > 0) {
                happen(new Started());
            }
            for (int i = random.nextInt(60); i > 0; i--) {
                now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(40_000) : 5);
                happen(anything());
            }
            bringToAnEnd();
        }

        /// Time alone ends every conversation that has begun or has lost its line.
        private void bringToAnEnd() {
            int patience = 1_000;
            for (var due = conversation.deadline(); due != null; due = conversation.deadline()) {
                assertThat(--patience).as(name).isPositive();
                now = due.isAfter(now) ? due : now;
                happen(new TimePassed());
            }
            assertThat(closed).as(name).isEqualTo(turns > 0 || !hasLine || closed);
            assertThat(openReply).as(name).isZero();
            assertThat(over).as(name).isEqualTo(begun);
        }

        private SessionEvent anything() {
            return switch (random.nextInt(52)) {
                case 0 -> new Started();
                case 1 -> new CallerHungUp();
                case 2 -> new CutOff(EndReason.ERROR_INTERNAL);
                case 3 -> new GoodbyeAsked(EndReason.ERROR_RESTART);
                case 4, 5 -> new LineLost(lines.get(random.nextInt(lines.size())));
                case 6, 7 -> {
                    lines.add(new FakeLine());
                    yield new LineRestored(lines.getLast());
                }
                case 8 -> new ReplyFailed(anyReply(), new IllegalStateException());
                case 9, 10 -> new ReplyWritten(anyReply(), random.nextInt(5) == 0);
                case 11, 12, 13, 14 -> new TimePassed();
                case 15, 16, 17, 18, 19, 20 -> new CallerSaid(random.nextInt(9) == 0 ? " " : "Hi");
                case 21, 22, 23, 24, 25, 26, 27, 28 ->
                        new SentenceWritten(anyReply(), "Words " + random.nextInt(99) + ".");
                case 29, 30 -> new VoiceBegan();
                case 31, 32 -> new VoiceEnded();
                case 33 -> new WordsGuessed(random.nextBoolean() ? "Mm-hm" : "I want");
                case 34, 35 -> new WordsHeard(random.nextBoolean() ? "Okay" : "I want a pizza.");
                case 36, 37 -> new WordsSettled();
                case 38 -> new KeysPressed(random.nextBoolean() ? "1" : "#");
                case 39 -> new SoundSent("dia." + random.nextInt(turns + 2), now);
                case 40 ->
                        random.nextInt(9) == 0
                                ? new SoundFailed(new IllegalStateException())
                                : new ReplyBegan(anyReply());
                default -> delivery();
            };
        }

        private int anyReply() {
            return random.nextInt(4) > 0 ? reply : random.nextInt(reply + 3) - 1;
        }

        private SessionEvent delivery() {
            var turn = random.nextInt(5) > 0 ? "dia." + turns : "dia." + random.nextInt(turns + 2);
            var reached = sent.getOrDefault(turn, 0);
            return reached == 0
                    ? new SentenceDelivered("dia.unknown", 0)
                    : new SentenceDelivered(turn, random.nextInt(reached));
        }

        private void happen(SessionEvent event) {
            if (event instanceof SentenceDelivered(var turn, var place)) {
                passTime();
                deliver(turn, place);
            }
            if (event instanceof OfReply) {
                passTime();
            }
            if (endsReply(event)) {
                openReply = 0;
            }
            var effects = conversation.on(now, event);
            assertThat(closed && !effects.isEmpty()).as(name).isFalse();
            effects.forEach(this::witness);
            assertThat(conversation.isOver()).as(name).isEqualTo(closed);
        }

        /// Whatever falls due comes first, so that it is clear what was delivered by then.
        private void passTime() {
            int patience = 1_000;
            for (var due = conversation.deadline();
                    due != null && !due.isAfter(now);
                    due = conversation.deadline()) {
                assertThat(--patience).as(name + ": it never stops being " + due).isPositive();
                happen(new TimePassed());
            }
        }

        private boolean endsReply(SessionEvent event) {
            return switch (event) {
                case ReplyWritten(var number, _) -> number == openReply;
                case ReplyFailed(var number, _) -> number == openReply;
                default -> false;
            };
        }

        private void deliver(String turn, int place) {
            var got = delivered.computeIfAbsent(turn, _ -> new ArrayList<>());
            for (int i = got.size(); i <= place && sentences.containsKey(turn + "/" + i); i++) {
                got.add(sentences.get(turn + "/" + i));
            }
        }

        private void witness(Effect effect) {
            assertThat(closed).as(name).isFalse();
            switch (effect) {
                case Effect.StartReply(var number, var turn) -> {
                    assertThat(openReply).as(name).isZero();
                    assertThat(turn.heard()).as(name).isNotBlank();
                    assertThat(turn.history())
                            .as(name)
                            .isEqualTo(saved.subList(0, turn.history().size()));
                    reply = number;
                    openReply = number;
                }
                case Effect.StopReply() -> openReply = 0;
                case Effect.SendSentence(var turn, var place, var text) -> {
                    isCurrent(turn);
                    assertThat(text).as(name).isNotBlank();
                    sent.merge(turn, place + 1, Math::max);
                    sentences.put(turn + "/" + place, text);
                }
                case Effect.EndTurn(var turn) -> lastFrame(turn);
                case Effect.AbortTurn(var turn) -> lastFrame(turn);
                case Effect.PauseTurn(var turn) -> isCurrent(turn);
                case Effect.ResumeTurn(var turn) -> isCurrent(turn);
                case Effect.Settle(), Effect.Expect _ -> {}
                case Effect.SaveLine(var line) -> save(line);
                case Effect.UseLine _ -> hasLine = true;
                case Effect.DropLine() -> hasLine = false;
                case Effect.Tell(TurnBegan(var turn, _)) -> {
                    assertThat(current).as(name).isNull();
                    assertThat(begun.add(turn)).as(name).isTrue();
                    current = turn;
                }
                case Effect.Tell(TurnEnded(var turn, _, _)) -> leave(turn);
                case Effect.Tell(TurnAborted(var turn, _, _)) -> leave(turn);
                case Effect.Tell _ -> {}
                case Effect.Close _ -> {
                    closed = true;
                    assertThat(current).as(name).isNull();
                }
            }
        }

        private void lastFrame(String turn) {
            isCurrent(turn);
            assertThat(finished.add(turn)).as(name).isTrue();
        }

        private void isCurrent(String turn) {
            assertThat(finished).as(name).doesNotContain(turn);
            assertThat(hasLine).as(name).isTrue();
            assertThat(turn).as(name).isEqualTo(current);
        }

        private void leave(String turn) {
            assertThat(turn).as(name).isEqualTo(current);
            assertThat(over.add(turn)).as(name).isTrue();
            current = null;
        }

        private void save(TranscriptLine line) {
            if (!saved.isEmpty()) {
                assertThat(line.timestamp())
                        .as(name)
                        .isGreaterThanOrEqualTo(saved.getLast().timestamp());
            }
            if (line.speaker() == Speaker.AI) {
                assertThat(line.message())
                        .as(name)
                        .isEqualTo(String.join(" ", delivered.get(line.messageId())));
            } else {
                assertThat(line.messageId()).as(name).isEqualTo(line.message());
            }
            saved.add(line);
        }
    }
}
