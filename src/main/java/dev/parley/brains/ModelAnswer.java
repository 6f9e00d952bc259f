package dev.parley.brains;

import dev.parley.live.Brain.Answer;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Brain.Speech.Goodbye;
import dev.parley.live.Brain.Speech.Words;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyEvent.Done;
import dev.parley.providers.LanguageModel.ReplyEvent.Text;
import dev.parley.providers.LanguageModel.ReplyEvent.ToolCall;
import dev.parley.providers.LanguageModel.ReplyStream;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.Watchdog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn's words: the model's, or what is said instead when they do not come.
final class ModelAnswer implements Answer, Iterator<Speech> {
    private static final Logger LOG = LoggerFactory.getLogger(ModelAnswer.class);

    private final ReplyStream stream;
    private final Duration patience;
    private final Excuse excuse;
    private final @Nullable Supplier<Answer> fallback;
    private final SpokenText text = new SpokenText();
    private final Deque<Speech> ready = new ArrayDeque<>();
    private final Watchdog watchdog = new Watchdog(this::losePatience);
    private volatile boolean closed;
    private volatile boolean late;
    private volatile @Nullable Answer instead;
    private @Nullable Iterator<ReplyEvent> events;
    private @Nullable Iterator<Speech> insteadWords;
    private boolean spoke;
    private boolean complete;
    private boolean over;

    /// @param fallback who answers when the model has not said a word
    ModelAnswer(
            ReplyStream stream,
            Duration patience,
            Excuse excuse,
            @Nullable Supplier<Answer> fallback) {
        this.stream = stream;
        this.patience = patience;
        this.excuse = excuse;
        this.fallback = fallback;
    }

    @Override
    public Iterator<Speech> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !over && insteadWords == null) {
            watchdog.expect(patience);
            while (ready.isEmpty() && !over && insteadWords == null && !closed) {
                read();
            }
            watchdog.rest();
        }
        if (ready.isEmpty() && insteadWords != null && !closed) {
            readInstead(insteadWords);
        }
        return !ready.isEmpty() && !closed;
    }

    @Override
    public Speech next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() {
        closed = true;
        watchdog.close();
        stream.close();
        var other = instead;
        if (other != null) {
            other.close();
        }
    }

    private void losePatience() {
        late = true;
        stream.close();
    }

    private void read() {
        try {
            var pieces = events == null ? stream.iterator() : events;
            events = pieces;
            if (!pieces.hasNext()) {
                ended();
                return;
            }
            switch (pieces.next()) {
                case Text(var delta) -> say(text.accept(delta));
                case ToolCall _ -> {} // none is offered to the model yet
                case Done _ -> {
                    complete = true;
                    say(text.end());
                }
            }
        } catch (RuntimeException e) {
            replace(reason(e));
        }
    }

    private void say(String words) {
        if (!words.isEmpty()) {
            ready.add(new Words(words));
            spoke |= !words.isBlank();
        }
        if (text.isGoodbye()) {
            ready.add(new Goodbye());
        }
        if (text.isGoodbye() || text.isFull()) {
            finish();
        }
    }

    private void ended() {
        if (spoke && (complete || !late)) {
            finish();
        } else {
            replace(late ? "silent for " + patience : "an answer without words");
        }
    }

    private void finish() {
        over = true;
        watchdog.close();
        stream.close();
    }

    /// Goes on without the model.
    private void replace(@Nullable String reason) {
        finish();
        if (closed) {
            return;
        }
        LOG.warn("The language model failed: {}", reason);
        if (spoke) {
            ready.add(new Words(" " + excuse.inTheMiddle()));
        } else if (fallback == null) {
            ready.add(new Words(excuse.instead()));
        } else {
            ask(fallback);
        }
    }

    private void ask(Supplier<Answer> other) {
        try {
            var answer = other.get();
            instead = answer;
            if (closed) {
                answer.close();
            }
            insteadWords = answer.iterator();
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void readInstead(Iterator<Speech> words) {
        try {
            if (words.hasNext()) {
                var speech = words.next();
                spoke |= speech instanceof Words;
                ready.add(speech);
            }
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void giveUp(RuntimeException e) {
        LOG.error("The fallback failed: {}", reason(e));
        insteadWords = null;
        ready.add(new Words(spoke ? " " + excuse.inTheMiddle() : excuse.instead()));
    }

    /// Messages other than a provider's may hold somebody's words.
    private static String reason(RuntimeException e) {
        return e instanceof ProviderFailure
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
    }
}
