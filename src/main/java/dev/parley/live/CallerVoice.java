package dev.parley.live;

import dev.parley.live.CallLog.Entry;
import dev.parley.live.CallLog.Timings;
import dev.parley.live.SessionEvent.KeysPressed;
import dev.parley.live.SessionEvent.OfVoice;
import dev.parley.live.SessionEvent.VoiceBegan;
import dev.parley.live.SessionEvent.VoiceEnded;
import dev.parley.live.SessionEvent.WordsGuessed;
import dev.parley.live.SessionEvent.WordsHeard;
import dev.parley.live.SessionEvent.WordsSettled;
import dev.parley.live.TurnState.Ended;
import dev.parley.live.TurnState.Listening;
import dev.parley.live.TurnState.Speaking;
import dev.parley.live.TurnState.Thinking;
import dev.parley.live.TurnState.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The caller's side of a spoken conversation: what is being said, whether it takes the floor from
/// the agent, and when it is finished.
final class CallerVoice {
    /// A word that only shows that somebody listens answers a question when it falls on its end.
    private static final Duration OVERLAP = Duration.ofMillis(1_500);

    /// A voice of which no words come for so long is taken for silence.
    private static final Duration LONGEST_VOICE = Duration.ofSeconds(45);

    private final TurnTaking rules;
    private final Floor floor;
    private final Outbox out;
    private Utterance said = Utterance.NONE;
    private Instant now = Instant.MIN;

    CallerVoice(TurnTaking rules, Floor floor) {
        this.rules = rules;
        this.floor = floor;
        this.out = floor.out();
    }

    /// What the caller has said, with the moments it was heard at.
    record Finished(String text, Timings timings) {}

    void on(OfVoice sound, Instant at) {
        now = at;
        switch (sound) {
            case VoiceBegan() -> {
                said = said.voiceBegan(now);
                out.tell(new Entry.VoiceBegan(now));
                if (floor.state() instanceof Speaking speaking && mayPause(speaking)) {
                    floor.pause(speaking);
                }
            }
            case VoiceEnded() -> {
                said = said.voiceEnded(now);
                out.tell(new Entry.VoiceEnded(now));
                out.toLine(new Effect.Settle());
            }
            case WordsGuessed(var text) -> {
                said = said.guess(text, now);
                out.tell(new Entry.WordsHeard(text, false, now));
            }
            case WordsHeard(var text) -> {
                said = said.hear(text, now);
                out.tell(new Entry.WordsHeard(text, true, now));
                if (floor.state() instanceof Listening) {
                    out.add(new Effect.Expect(said.text()));
                }
            }
            case WordsSettled() -> said = said.settle();
            case KeysPressed(var keys) -> {
                said = said.press(keys, now);
                out.tell(new Entry.WordsHeard(keys, true, now));
            }
        }
        floor.hears(said.isVoiced(), said.isVoiced() ? now.plus(LONGEST_VOICE) : now);
        weigh();
    }

    /// Time has passed while something was to be decided.
    void pass(Instant at) {
        now = at;
        if (said.isSettling() && isLateToSettle()) {
            said = said.settle();
        }
        weigh();
    }

    /// When something is to be decided; null for never.
    @Nullable Due due() {
        var at =
                switch (floor.state()) {
                    case Speaking speaking when speaking.pausedAt() != null ->
                            speaking.pausedAt().plus(rules.patience());
                    case Speaking _, Thinking _ -> forgottenAt();
                    case Listening _ -> rules.end(said, floor.lastSentence());
                    case Waiting(), Ended() -> null;
                };
        return at == null ? null : new Due(at, Due.What.VOICE);
    }

    /// When words that were no interruption are no answer either.
    private @Nullable Instant forgottenAt() {
        var since = said.since();
        if (since == null || said.isVoiced()) {
            return null;
        }
        return since.plus(said.isSettling() ? rules.settleWithin() : OVERLAP);
    }

    boolean hasWords() {
        return !said.isEmpty();
    }

    /// What was said so far counts for nothing; a voice that goes on is still one.
    void forget() {
        said =
                said.isVoiced() && said.since() != null
                        ? Utterance.NONE.voiceBegan(said.since())
                        : Utterance.NONE;
    }

    /// The caller's words count for nothing any more.
    void release() {
        if (floor.state() instanceof Speaking speaking && speaking.pausedAt() != null) {
            floor.resume(speaking, said.text());
        }
        forget();
    }

    /// What the caller has said, once it is over; null before. It is given once.
    @Nullable Finished takeFinished(Instant at) {
        now = at;
        boolean isComing = said.isSettling() && !said.isKeyed();
        if (said.isEmpty() || said.isVoiced() || isComing || !isOver()) {
            return null;
        }
        var finished = new Finished(said.text(), Timings.heard(said.since(), said.wordsAt(), now));
        forget();
        return finished;
    }

    /// Whether a voice came to nothing; told once.
    boolean takeNothing() {
        boolean isNothing = said.since() != null && said.isStill() && said.isEmpty();
        if (isNothing) {
            forget();
        }
        return isNothing;
    }

    /// The agent has said all it had to say: a word that falls on the end of a question answers it,
    /// any other that does not interrupt is nothing.
    void endTurn() {
        if (floor.state() instanceof Listening
                && !said.isVoiced()
                && !floor.lastSentence().endsWith("?")
                && !said.isKeyed()
                && !rules.isMoreThanAside(said.text(), "")) {
            forget();
        }
    }

    private boolean isOver() {
        var end = rules.end(said, floor.lastSentence());
        return end != null && !end.isAfter(now);
    }

    private boolean isLateToSettle() {
        return said.since() != null && !said.since().plus(rules.settleWithin()).isAfter(now);
    }

    private static boolean mayPause(Speaking speaking) {
        return speaking.pausedAt() == null && !speaking.isFinal();
    }

    private void weigh() {
        switch (floor.state()) {
            case Speaking speaking when speaking.isFinal() -> release();
            case Speaking speaking -> weigh(speaking);
            case Thinking thinking -> weigh(thinking);
            case Waiting(), Listening _, Ended() -> {}
        }
    }

    private void weigh(Speaking speaking) {
        switch (rules.judge(said, speaking.pausedAt(), speaking.words().all(), now)) {
            case WAIT -> dropAside();
            case GO_ON -> {
                floor.resume(speaking, said.text());
                dropAside();
            }
            case GIVE_WAY -> floor.giveWay(speaking, said.text());
        }
    }

    /// The agent has not begun: words that mean something are added to what it is to answer.
    private void weigh(Thinking thinking) {
        if (said.isKeyed() || rules.isMoreThanAside(said.text(), "")) {
            floor.giveWay(thinking);
        } else {
            dropAside();
        }
    }

    private void dropAside() {
        boolean isOld = said.since() != null && !said.since().plus(OVERLAP).isAfter(now);
        if (said.isStill() && (said.isEmpty() || isOld)) {
            forget();
        }
    }
}
