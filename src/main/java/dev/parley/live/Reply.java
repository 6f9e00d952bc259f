package dev.parley.live;

import dev.parley.live.Brain.Speech.Goodbye;
import dev.parley.live.Brain.Speech.Pause;
import dev.parley.live.Brain.Speech.Sources;
import dev.parley.live.Brain.Speech.Words;
import dev.parley.live.SessionEvent.OfReply;
import dev.parley.live.SessionEvent.ReplyBegan;
import dev.parley.live.SessionEvent.ReplyFailed;
import dev.parley.live.SessionEvent.ReplyWritten;
import dev.parley.live.SessionEvent.SentenceWritten;
import dev.parley.live.SessionEvent.SourcesNamed;
import java.util.List;
import java.util.function.Consumer;

/// One answer being written: reads the brain's words and posts whole sentences to the mailbox.
final class Reply implements AutoCloseable {
    private final int number;
    private final Brain.Answer answer;
    private final int maxChars;
    private final Consumer<OfReply> mailbox;
    private boolean closed;

    Reply(int number, Brain.Answer answer, int maxChars, Consumer<OfReply> mailbox) {
        this.number = number;
        this.answer = answer;
        this.maxChars = maxChars;
        this.mailbox = mailbox;
    }

    /// Reads to the end, closes the answer, and posts how it ended: by then the brain is free for
    /// the next turn.
    void run() {
        mailbox.accept(ending());
    }

    private OfReply ending() {
        try {
            var goodbye = read();
            close();
            return new ReplyWritten(number, goodbye);
        } catch (Throwable e) { // whatever it is, the caller must not wait for ever
            closeQuietly(e);
            return new ReplyFailed(number, e);
        }
    }

    private void closeQuietly(Throwable cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /// Whether the agent said goodbye.
    private boolean read() {
        var sentences = new Sentences();
        var goodbye = false;
        int room = maxChars;
        var isFirst = true;
        for (var speech : answer) {
            if (isFirst) {
                mailbox.accept(new ReplyBegan(number));
                isFirst = false;
            }
            switch (speech) {
                case Words(var text) -> {
                    var fitting = text.substring(0, Math.min(room, text.length()));
                    room -= fitting.length();
                    post(sentences.add(fitting));
                }
                case Pause() -> post(sentences.rest());
                case Sources(var named) -> {
                    post(sentences.rest());
                    mailbox.accept(new SourcesNamed(number, named));
                }
                case Goodbye() -> goodbye = true;
            }
            if (goodbye || room == 0) {
                break;
            }
        }
        post(sentences.rest());
        return goodbye;
    }

    private void post(List<String> sentences) {
        for (var sentence : sentences) {
            mailbox.accept(new SentenceWritten(number, sentence));
        }
    }

    /// Ends the answer rather than interrupting the thread: an interrupt would close any socket in
    /// use. Whoever calls this second finds the answer closed, not about to be.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            answer.close();
        }
    }
}
