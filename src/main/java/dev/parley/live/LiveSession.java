package dev.parley.live;

import dev.parley.live.CallLog.Entry.Broke;
import dev.parley.live.Effect.AbortTurn;
import dev.parley.live.Effect.Close;
import dev.parley.live.Effect.DropLine;
import dev.parley.live.Effect.EndTurn;
import dev.parley.live.Effect.Expect;
import dev.parley.live.Effect.PauseTurn;
import dev.parley.live.Effect.ResumeTurn;
import dev.parley.live.Effect.SaveLine;
import dev.parley.live.Effect.SendSentence;
import dev.parley.live.Effect.Settle;
import dev.parley.live.Effect.StartReply;
import dev.parley.live.Effect.StopReply;
import dev.parley.live.Effect.Tell;
import dev.parley.live.Effect.UseLine;
import dev.parley.live.Mailbox.Letter;
import dev.parley.live.SessionEvent.CutOff;
import dev.parley.live.SessionEvent.GoodbyeAsked;
import dev.parley.live.SessionEvent.LineLost;
import dev.parley.live.SessionEvent.LineRestored;
import dev.parley.live.SessionEvent.OfTool;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.SentenceDelivered;
import dev.parley.live.SessionEvent.Started;
import dev.parley.live.SessionEvent.ToolAsked;
import dev.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One conversation in progress. A single thread reads the mailbox, so nothing here needs a lock.
public final class LiveSession {
    private final Mailbox mailbox;
    private final Thread thread = Thread.ofVirtual().name("session").unstarted(this::run);
    private final Conversation conversation;
    private final SessionTools tools;
    private final Brain brain;
    private final Limits limits;
    private final TranscriptSink transcript;
    private final CallLog log;
    private final InstantSource clock;
    private final Measures.Gathering gathering = new Measures.Gathering();
    private @Nullable Line line;
    private @Nullable StartReply unasked;
    private @Nullable Reply reply;
    private volatile @Nullable EndReason ended;
    private Instant endedAt = Instant.MIN;
    private int toolsInUse;

    public LiveSession(
            Persona persona,
            Line line,
            Limits limits,
            TranscriptSink transcript,
            CallLog log,
            InstantSource clock) {
        var ids = new Ids(clock);
        this.mailbox = new Mailbox(limits.maxWaiting(), clock);
        this.tools =
                new SessionTools(
                        persona.tools(), limits.tools(), () -> ids.next("dia"), mailbox::put);
        this.conversation =
                new Conversation(persona.script(), limits, line, () -> ids.next("dia"), tools);
        this.brain = persona.brain();
        this.line = line;
        this.limits = limits;
        this.transcript = transcript;
        this.log = log;
        this.clock = clock;
    }

    /// Greets the caller. Once only.
    public void start() {
        mailbox.put(new Started());
        thread.start();
    }

    /// Says goodbye and ends, because the server is about to stop.
    public void drain() {
        mailbox.put(new GoodbyeAsked(EndReason.ERROR_RESTART));
    }

    /// Ends at once.
    public void end(EndReason reason) {
        mailbox.put(new CutOff(reason));
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
        var letter = mailbox.accept(event);
        return letter != null && (ended == null || !mailbox.withdraw(letter));
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
            conclude();
        }
    }

    private Letter next() throws InterruptedException {
        if (mailbox.isEmpty()) {
            ask();
        }
        return mailbox.take(conversation.deadline());
    }

    private void handle(Letter letter) {
        if (letter.event() instanceof OfTool used) {
            count(used);
        }
        conversation.on(letter.at(), letter.event()).forEach(this::perform);
        if (conversation.isOver()) {
            refuse(letter.event());
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case StartReply question -> unasked = question;
            case Expect(var heard) -> attempt(() -> brain.expect(heard), this::complain);
            case StopReply() -> stop();
            case SendSentence(var turn, var sentence, var text) ->
                    send(to ->
                            to.say(
                                    turn,
                                    sentence,
                                    text,
                                    () -> mailbox.put(new SentenceDelivered(turn, sentence))));
            case EndTurn(var turn) -> send(to -> to.endTurn(turn));
            case AbortTurn(var turn) -> send(to -> to.abortTurn(turn));
            case PauseTurn(var turn) -> send(to -> to.pauseTurn(turn));
            case ResumeTurn(var turn) -> send(to -> to.resumeTurn(turn));
            case Settle() -> send(Line::settle);
            case SaveLine(var said) -> attempt(() -> transcript.said(said), this::complain);
            case UseLine(var restored) -> use(restored);
            case DropLine() -> line = null;
            case Tell(var entry) -> {
                gathering.add(entry);
                attempt(() -> log.tell(entry), _ -> {});
            }
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
            tools.nextTurn();
            attempt(
                    () -> {
                        var answer = brain.answer(question.turn());
                        var asked = new Reply(number, answer, limits.maxReplyChars(), mailbox::put);
                        reply = asked;
                        Thread.ofVirtual().name("reply-" + number).start(asked::run);
                    },
                    cause -> mailbox.put(new ReplyFailed(number, cause)));
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
                        mailbox.put(new LineLost(to));
                    });
        }
    }

    /// What was begun before the caller went is part of the record.
    private void awaitTools() {
        long until = System.nanoTime() + limits.tools().within().toNanos();
        try {
            while (toolsInUse > 0 || !mailbox.isEmpty()) {
                var left = until - System.nanoTime();
                var letter = mailbox.poll(left);
                if (letter == null) {
                    return;
                }
                if (letter.event() instanceof OfTool used) {
                    count(used);
                    var line = ToolLines.of(used, letter.at());
                    attempt(() -> transcript.said(line), this::complain);
                }
                refuse(letter.event());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(OfTool used) {
        toolsInUse += used instanceof ToolAsked ? 1 : -1;
    }

    private void conclude() {
        var reason = ended;
        if (reason != null) {
            attempt(this::awaitTools, this::complain);
            attempt(() -> transcript.ended(reason, endedAt, gathering.measures()), this::complain);
        }
    }

    /// Takes effect once, whoever comes first.
    private void finish(EndReason reason, Instant at) {
        if (ended == null) {
            ended = reason;
            endedAt = at;
            tools.close();
            stop();
            var last = line;
            if (last != null) {
                attempt(() -> last.hangUp(reason), this::complain);
            }
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
