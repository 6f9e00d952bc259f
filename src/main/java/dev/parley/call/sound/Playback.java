package dev.parley.call.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// When the far side hears what it is sent: at once when it has nothing to play, else after what it
/// has. A silence inside a turn that the sender did not mean is a gap. For one thread.
public final class Playback {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// Longer than this nobody waits for the rest of a sentence: it is a new one.
    private static final long PAUSE = SECOND;

    private final int rate;
    private final List<Duration> gaps = new ArrayList<>();
    private long end;
    private boolean isInTurn;
    private long longestLead;

    /// @param rate samples a second
    public Playback(int rate) {
        this.rate = rate;
    }

    /// Takes in `samples` that arrive at `now`.
    ///
    /// @return when they begin to be heard
    public long arrive(long now, int samples) {
        boolean isDry = now - end > 0;
        if (isInTurn && isDry && now - end < PAUSE) {
            gaps.add(Duration.ofNanos(now - end));
        }
        long begin = isDry || !isInTurn && end == 0 ? now : end;
        end = begin + samples * SECOND / rate;
        isInTurn = true;
        longestLead = Math.max(longestLead, end - now);
        return begin;
    }

    /// Nothing follows for a while, on purpose: what comes next is not late.
    public void rest() {
        isInTurn = false;
    }

    /// Drops what is not heard yet.
    ///
    /// @return how much that was
    public Duration silence(long now) {
        var dropped = Duration.ofNanos(Math.max(0, end - now));
        end = Math.min(end, now);
        rest();
        return dropped;
    }

    /// Whether something is being heard.
    public boolean isSounding(long now) {
        return end - now > 0;
    }

    /// When everything taken in will have been heard.
    public long end() {
        return end;
    }

    /// Every time it ran dry in mid-turn, in order.
    public List<Duration> gaps() {
        return List.copyOf(gaps);
    }

    /// The most that was ever waiting to be heard.
    public Duration longestLead() {
        return Duration.ofNanos(longestLead);
    }
}
