package dev.parley.calls;

import dev.parley.conversations.ConversationId;
import dev.parley.live.CallLog;
import dev.parley.live.EndReason;
import dev.parley.live.Line;
import dev.parley.live.LiveSession;
import dev.parley.live.SessionEvent;
import dev.parley.live.SessionEvent.CallerHungUp;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.recordings.Recorder;
import dev.parley.transcript.TranscriptLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call and the line that holds it. A line that is lost leaves the call free for another one;
/// nothing here blocks but the waiting for its end.
public final class Call {
    /// Makes what the call runs on, once it has a line.
    interface Opener {
        LiveSession open(Line line, CallLog log);

        /// It will never have one.
        void abandon(EndReason reason);
    }

    private final Invitation invitation;
    private final AtomicBoolean isHeld = new AtomicBoolean(true);
    private volatile CallLog watcher = CallLog.NONE;
    private @Nullable Record record;
    private @Nullable LiveSession session;
    private @Nullable Line line;
    private @Nullable EndReason cutOff;
    private @Nullable Recorder recorder;
    private volatile @Nullable Handset handset;

    Call(Invitation invitation) {
        this.invitation = invitation;
    }

    /// What it was asked for with.
    public Invitation invitation() {
        return invitation;
    }

    /// Where its sound is recorded: one place, however many lines it has one after the other.
    ///
    /// @param begin makes the place, the first time
    public synchronized Recorder recorder(Supplier<Recorder> begin) {
        var recording = recorder;
        if (recording == null) {
            recording = begin.get();
            recorder = recording;
        }
        return recording;
    }

    /// It comes over a telephone.
    public void comesBy(Handset telephone) {
        handset = telephone;
    }

    /// The telephone it comes by; empty for browsers.
    Optional<Handset> handset() {
        return Optional.ofNullable(handset);
    }

    synchronized void record(TranscriptLine said) {
        if (recorder != null) {
            recorder.said(said);
        }
    }

    synchronized void stopRecording() {
        if (recorder != null) {
            recorder.close();
        }
    }

    private record Record(ConversationId conversation, Opener opener) {}

    /// The record that is kept of this call.
    public synchronized ConversationId conversation() {
        if (record == null) {
            throw new IllegalStateException("The call is not open yet");
        }
        return record.conversation();
    }

    /// Whether the caller may now join with a line, which then holds the call.
    boolean hold() {
        return isHeld.compareAndSet(false, true);
    }

    synchronized void begin(ConversationId conversation, Opener opener) {
        record = new Record(conversation, opener);
    }

    /// The line that was admitted is there. The first one starts the conversation.
    public synchronized void join(Line joining, CallLog log) {
        line = joining;
        watcher = log;
        if (session != null) {
            if (!tell(new LineRestored(joining))) {
                joining.hangUp(EndReason.USER_HANGUP);
            }
        } else if (cutOff != null) {
            abandon(cutOff);
            joining.hangUp(cutOff);
        } else if (record != null) {
            session = record.opener().open(joining, entry -> watcher.tell(entry));
            session.start();
        }
    }

    /// The line that was admitted will not come.
    public synchronized void decline() {
        if (session == null) {
            abandon(cutOff == null ? EndReason.USER_HANGUP : cutOff);
        }
        isHeld.set(false);
    }

    private void abandon(EndReason reason) {
        if (record != null) {
            record.opener().abandon(reason);
        }
    }

    /// What happened on the line.
    public boolean post(SessionEvent event) {
        return tell(event);
    }

    /// The line is gone without a word.
    public synchronized void leave(Line lost) {
        if (line == lost) {
            line = null;
            watcher = CallLog.NONE;
            tell(new LineLost(lost));
            isHeld.set(false);
        }
    }

    /// The caller has hung up.
    public void hangUp() {
        tell(new CallerHungUp());
    }

    /// Ends at once.
    public synchronized void end(EndReason reason) {
        if (session == null) {
            cutOff = reason;
        } else {
            session.end(reason);
        }
    }

    /// Says goodbye and ends, because the server is about to stop.
    synchronized void drain() {
        if (session == null) {
            cutOff = EndReason.ERROR_RESTART;
        } else {
            session.drain();
        }
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        var running = session();
        return running == null || running.awaitEnd(patience);
    }

    private boolean tell(SessionEvent event) {
        var running = session();
        return running != null && running.post(event);
    }

    private synchronized @Nullable LiveSession session() {
        return session;
    }
}
