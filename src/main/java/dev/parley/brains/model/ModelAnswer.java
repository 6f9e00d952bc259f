package dev.parley.brains.model;

import dev.parley.live.Brain.Answer;
import dev.parley.live.Brain.Speech;
import dev.parley.live.Brain.Speech.Goodbye;
import dev.parley.live.Brain.Speech.Sources;
import dev.parley.live.Brain.Speech.Words;
import dev.parley.live.Toolbox.Abandoned;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyEvent.Done;
import dev.parley.providers.LanguageModel.ReplyEvent.Text;
import dev.parley.providers.LanguageModel.ReplyEvent.ToolCall;
import dev.parley.providers.LanguageModel.ReplyStream;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.Watchdog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn's words: the model's, between what it asks to be done, or what is said instead when
/// they do not come.
final class ModelAnswer implements Answer, Iterator<Speech> {
    private static final Logger LOG = LoggerFactory.getLogger(ModelAnswer.class);

    /// How often the model may go on after something was done.
    private static final int MOST_ROUNDS = 4;

    private final ModelTurn turn;
    private final Errands errands;
    private final Deque<Speech> ready = new ArrayDeque<>();
    private final StringBuilder answer = new StringBuilder();
    private final Watchdog watchdog = new Watchdog(this::losePatience);
    private SpokenText text = new SpokenText();
    private volatile boolean closed;
    private volatile boolean late;
    private volatile @Nullable ReplyStream stream;
    private volatile @Nullable Answer instead;
    private @Nullable Iterator<ReplyEvent> events;
    private @Nullable Iterator<Speech> insteadWords;
    private int rounds;
    private int saidBefore;
    private boolean spoke;
    private boolean complete;
    private boolean isAnnounced;
    private boolean over;

    ModelAnswer(ModelTurn turn) {
        this.turn = turn;
        this.errands = new Errands(turn.toolbox());
    }

    @Override
    public Iterator<Speech> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !over && insteadWords == null) {
            while (ready.isEmpty() && !over && insteadWords == null && !closed) {
                goOn();
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
        errands.close();
        closeStream();
        var other = instead;
        if (other != null) {
            other.close();
        }
    }

    private void losePatience() {
        late = true;
        closeStream();
    }

    private void goOn() {
        try {
            if (isAnnounced) {
                doErrands();
            } else {
                read();
            }
        } catch (Abandoned _) {
            over = true;
        } catch (RuntimeException e) {
            replace(reason(e));
        }
    }

    private void read() {
        var pieces = events;
        if (pieces == null) {
            pieces = begin();
        }
        watchdog.expect(turn.patience());
        if (!pieces.hasNext()) {
            ended();
            return;
        }
        switch (pieces.next()) {
            case Text(var delta) -> say(text.accept(delta));
            case ToolCall call -> errands.add(call);
            case Done _ -> {
                complete = true;
                say(text.end());
            }
        }
    }

    /// Asks the model, for the first time or with what has been done.
    private Iterator<ReplyEvent> begin() {
        if (rounds == 0) {
            turn.prepare(errands.awaitRunning());
        }
        var begun = turn.ask(rounds < MOST_ROUNDS);
        stream = begun;
        if (closed) {
            begun.close();
        }
        watchdog.expect(turn.patience());
        events = begun.iterator();
        return events;
    }

    private void say(String words) {
        if (!words.isEmpty()) {
            ready.add(new Words(words));
            answer.append(words);
            spoke |= !words.isBlank();
        }
        if (text.isGoodbye() || text.isFull()) {
            finish();
        }
        if (text.isGoodbye()) {
            ready.add(new Goodbye());
        }
    }

    private void ended() {
        if (complete && errands.areWaiting() && rounds < MOST_ROUNDS) {
            closeStream();
            watchdog.rest();
            ready.addAll(errands.announced(answer.length() > saidBefore));
            isAnnounced = true;
        } else if (spoke && (complete || !late)) {
            finish();
        } else {
            replace(late ? "silent for " + turn.patience() : "an answer without words");
        }
    }

    private void doErrands() {
        isAnnounced = false;
        watchdog.rest();
        var speech = new ArrayList<Speech>();
        turn.goOn(errands.run(answer.substring(saidBefore).strip(), speech));
        ready.addAll(speech);
        spoke |= !speech.isEmpty();
        rounds++;
        saidBefore = answer.length();
        complete = false;
        text = new SpokenText();
        events = null;
    }

    private void finish() {
        over = true;
        watchdog.close();
        closeStream();
        var sources = turn.sourcesOf(answer.toString());
        if (!sources.isEmpty()) {
            ready.add(new Sources(sources));
        }
    }

    /// Goes on without the model. What it has got done is not done again by somebody else.
    private void replace(@Nullable String reason) {
        finish();
        if (closed) {
            return;
        }
        LOG.warn("The language model failed: {}", reason);
        if (spoke || errands.areDone()) {
            ready.add(new Words(" " + turn.excuse().inTheMiddle()));
            return;
        }
        try {
            var other = turn.fallback();
            if (other == null) {
                ready.add(new Words(turn.excuse().instead()));
                return;
            }
            instead = other;
            if (closed) {
                other.close();
            }
            insteadWords = other.iterator();
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
        ready.add(new Words(spoke ? " " + turn.excuse().inTheMiddle() : turn.excuse().instead()));
    }

    private void closeStream() {
        var current = stream;
        if (current != null) {
            current.close();
        }
    }

    /// Messages other than a provider's may hold somebody's words.
    private static String reason(RuntimeException e) {
        return e instanceof ProviderFailure
                ? String.valueOf(e.getMessage())
                : e.getClass().getName();
    }
}
