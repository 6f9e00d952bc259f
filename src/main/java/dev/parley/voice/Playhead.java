package dev.parley.voice;

import dev.parley.audio.Pcm;
import dev.parley.live.Line.Played;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far the caller has heard the agent: by time, and never further than a far side that tells
/// what it has played can have come. Moved by the loop, asked by anybody.
final class Playhead {
    private static final long FRAME_NANOS = Duration.ofMillis(Pcm.FRAME_MILLIS).toNanos();

    /// A far side may tell this much late what was heard: it is asked every half second.
    private static final int FRAMES_UNTOLD = 75;

    private volatile @Nullable Sentence sentence;
    private volatile int unheard;
    private long sent;
    private long turnBegan;
    private volatile long confirmed = -1;

    /// The next frame of `of` was sent.
    void sent(Sentence of) {
        sent++;
        sentence = of;
    }

    /// What is sent from now on belongs to another turn.
    void begin() {
        turnBegan = sent;
    }

    /// The name of the place up to which was sent.
    String mark() {
        return Long.toString(sent);
    }

    /// The far side has played up to that place.
    void confirm(String mark) {
        try {
            confirmed = Math.max(confirmed, Math.min(sent, Long.parseLong(mark)));
        } catch (NumberFormatException _) {
            // no mark of ours
        }
    }

    /// The far side has played so much of the turn; all of it when `millis` is less than zero.
    void confirm(long millis) {
        long reached = millis < 0 ? sent : turnBegan + millis / Pcm.FRAME_MILLIS;
        confirmed = Math.max(confirmed, Math.min(sent, reached));
    }

    /// What was sent and not heard was dropped on the far side.
    void drop() {
        confirmed = confirmed < 0 ? confirmed : sent;
        sentence = null;
    }

    /// Time has passed; all that was sent is heard at `heardUntil`.
    void at(long now, long heardUntil) {
        int byTime = (int) Math.ceilDiv(Math.max(0, heardUntil - now), FRAME_NANOS);
        int byWord = confirmed < 0 ? 0 : (int) Math.max(0, sent - confirmed - FRAMES_UNTOLD);
        unheard = Math.max(byTime, byWord);
    }

    /// How far `turn` was heard.
    Played played(String turn) {
        var last = sentence;
        if (last == null || !last.turn().equals(turn)) {
            return Played.NOTHING;
        }
        int heard = Math.max(0, last.sent() - unheard);
        return new Played(last.place(), Math.min(1.0, (double) heard / last.length()));
    }
}
