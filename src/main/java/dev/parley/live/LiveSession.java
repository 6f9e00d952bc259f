package dev.parley.live;

import dev.parley.live.CallLog.Entry.Broke;
import dev.parley.live.Effect.AbortTurn;
import dev.parley.live.Effect.Close;
import dev.parley.live.Effect.DropLine;
import dev.parley.live.Effect.EndTurn;
import dev.parley.live.Effect.SaveLine;
import dev.parley.live.Effect.SendSentence;
import dev.parley.live.Effect.StartReply;
import dev.parley.live.Effect.StopReply;
import dev.parley.live.Effect.Tell;
import dev.parley.live.Effect.UseLine;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.TimePassed;
import dev.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One conversation in progress. A single thread reads the mailbox, so nothing here needs a lock.
public final class LiveSession {
    /// @param isCounted whether it came from outside, where somebody may send too much
    private record Letter(Instant at, SessionEvent event, boolean isCounted) {}

    private final BlockingQueue<Letter> mailbox = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean flooded = new AtomicBoolean();
    private final Thread thread = Thread.ofVirtual().name("session").unstarted(this::run);
    private final Conversation conversation;
    private final Brain brain;
    private final Limits limits;
    private final TranscriptSink transcript;
    private final CallLog log;
    private final InstantSource clock;
    private @Nullable Line line;
    private @Nullable StartReply unasked;
    private @Nullable Reply reply;
    private volatile @Nullable EndReason ended;

    public LiveSession(
            Brain brain,
            Line line,
            Script script,
            Limits limits,
            TranscriptSink transcript,
            CallLog log,
            InstantSource clock) {
        var ids = new Ids(clock);
        this.conversation = new Conversation(script, limits, line, () -> ids.next("dia"));
        this.brain = brain;
        this.line = line;
        this.limits = limits;
        this.transcript = transcript;
        this.log = log;
        this.clock = clock;
    }

    /// Greets the caller. Once only.
    public void start() {
        put(new Started());
        thread.start();
    }

    /// Says goodbye and ends, because the server is about to stop.
    public void drain() {
        put(new GoodbyeAsked(EndReason.ERROR_RESTART));
    }

    /// Ends at once.
    public void end(EndReason reason) {
        put(new CutOff(reason));
    }

    /// Waits until the conversation is over and nothing of it runs any more.
    ///
    /// @return whether it was over in time
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return thread.join(patience);
    }

    /// Tells the session what happened outside. Never blocks.
    ///
    /// @return false when the session is over or flooded and will not hear of it
    public boolean post(SessionEvent event) {
        if (ended != null) {
            return false;
        }
        if (waiting.incrementAndGet() > limits.maxWaiting()) {
            waiting.decrementAndGet();
            if (flooded.compareAndSet(false, true)) {
                put(new CutOff(EndReason.ERROR_FLOOD));
            }
            return false;
        }
        var letter = new Letter(clock.instant(), event, true);
        mailbox.add(letter);
        return ended == null || !mailbox.remove(letter);
    }

    /// The session's own events are few and never refused.
    private void put(SessionEvent event) {
        mailbox.add(new Letter(clock.instant(), event, false));
    }

    private void run() {
        try {
            while (!conversation.isOver()) {
                handle(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            attempt(() -> log.tell(new Broke(e)), _ -> {});
        } finally {
            finish(EndReason.ERROR_INTERNAL, clock.instant());
            refuseTheRest();
        }
    }

    private Letter next() throws InterruptedException {
        if (mailbox.isEmpty()) {
            ask();
        }
        var deadline = conversation.deadline();
        if (deadline == null) {
            return mailbox.take();
        }
        var patience = Duration.between(clock.instant(), deadline).toNanos();
        var letter = mailbox.poll(Math.max(0, patience), TimeUnit.NANOSECONDS);
        return letter == null ? new Letter(clock.instant(), new TimePassed(), false) : letter;
    }

    private void handle(Letter letter) {
        if (letter.isCounted()) {
            waiting.decrementAndGet();
        }
        conversation.on(letter.at(), letter.event()).forEach(this::perform);
        if (conversation.isOver()) {
            refuse(letter.event());
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case StartReply question -> unasked = question;
            case StopReply() -> stop();
            case SendSentence(var turn, var sentence, var text) ->
                    send(to ->
                            to.say(turn, text, () -> put(new SentenceDelivered(turn, sentence))));
            case EndTurn(var turn) -> send(to -> to.endTurn(turn));
            case AbortTurn(var turn) -> send(to -> to.abortTurn(turn));
            case SaveLine(var said) -> attempt(() -> transcript.said(said), this::complain);
            case UseLine(var restored) -> use(restored);
            case DropLine() -> line = null;
            case Tell(var entry) -> attempt(() -> log.tell(entry), _ -> {});
            case Close(var reason, var at) -> finish(reason, at);
        }
    }

    /// Asks the brain once there is nothing else to hear: a caller who talks without a pause costs
    /// one answer.
    private void ask() {
        var question = unasked;
        unasked = null;
        if (question != null) {
            var number = question.reply();
            attempt(
                    () -> {
                        var answer = brain.answer(question.turn());
                        var asked = new Reply(number, answer, limits.maxReplyChars(), this::put);
                        reply = asked;
                        Thread.ofVirtual().name("reply-" + number).start(asked::run);
                    },
                    cause -> put(new ReplyFailed(number, cause)));
        }
    }

    private void stop() {
        var stopped = reply;
        reply = null;
        unasked = null;
        if (stopped != null) {
            attempt(stopped::close, this::complain);
        }
    }

    private void use(Line restored) {
        var former = line;
        line = restored;
        if (former != null && former != restored) {
            attempt(() -> former.hangUp(EndReason.USER_HANGUP), this::complain);
        }
    }

    /// A line that throws is lost; what it was to say is sent again if another one takes its place.
    private void send(Consumer<Line> frame) {
        var to = line;
        if (to != null) {
            attempt(
                    () -> frame.accept(to),
                    cause -> {
                        complain(cause);
                        line = null;
                        put(new LineLost(to));
                    });
        }
    }

    /// Takes effect once, whoever comes first.
    private void finish(EndReason reason, Instant at) {
        if (ended == null) {
            ended = reason;
            stop();
            attempt(() -> transcript.ended(reason, at), this::complain);
            var last = line;
            if (last != null) {
                attempt(() -> last.hangUp(reason), this::complain);
            }
        }
    }

    private void refuseTheRest() {
        for (var letter = mailbox.poll(); letter != null; letter = mailbox.poll()) {
            refuse(letter.event());
        }
    }

    /// A line that came too late is not left open.
    private void refuse(SessionEvent event) {
        var reason = ended;
        if (event instanceof LineRestored(var late) && late != line && reason != null) {
            attempt(() -> late.hangUp(reason), this::complain);
        }
    }

    private void complain(Throwable cause) {
        attempt(() -> log.tell(new Broke(cause)), _ -> {});
    }

    private static void attempt(Runnable action, Consumer<Throwable> whenItFails) {
        try {
            action.run();
        } catch (RuntimeException e) {
            whenItFails.accept(e);
        }
    }
}
