package dev.parley.voice;

import dev.parley.audio.Frames;
import dev.parley.audio.Pcm;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.speech.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the sound of one call's sentences, one after the other, on a thread of its own that lives
/// while there is something to say. The next sentence is made while the last one is heard.
///
/// A sentence of which nothing was heard is tried once more if it failed fast; then this gives up,
/// and everything after it is silent: a caller who hears nothing must not wait through every
/// sentence of a goodbye that nobody can speak.
final class Synthesis {
    /// A failure that took longer leaves no time to try again.
    private static final Duration FAST = Duration.ofMillis(1_500);

    /// Sentences in a row that may break off after their beginning was heard.
    private static final int BROKEN_SENTENCES = 2;

    private final Speaker speaker;
    private final InstantSource clock;
    private final Runnable onSound;
    private final Consumer<Throwable> onFailure;
    private final Deque<Sentence> waiting = new ArrayDeque<>();
    private boolean isAwake;
    private boolean hasGivenUp;
    private int broken;

    /// @param onSound told when there is something to send after there was nothing; any thread
    /// @param onFailure told once, when this gives up; any thread
    Synthesis(
            Speaker speaker, InstantSource clock, Runnable onSound, Consumer<Throwable> onFailure) {
        this.speaker = speaker;
        this.clock = clock;
        this.onSound = onSound;
        this.onFailure = onFailure;
    }

    synchronized void make(Sentence sentence) {
        waiting.add(sentence);
        if (!isAwake) {
            isAwake = true;
            Thread.ofVirtual().name("synthesis").start(this::run);
        }
    }

    private synchronized @Nullable Sentence next() {
        var sentence = waiting.poll();
        isAwake = sentence != null;
        return sentence;
    }

    private void run() {
        for (var sentence = next(); sentence != null; sentence = next()) {
            try {
                say(sentence);
            } finally {
                sentence.finish();
                onSound.run();
            }
        }
    }

    private void say(Sentence sentence) {
        var began = clock.instant();
        try {
            if (!hasGivenUp && !sentence.isCancelled()) {
                speak(sentence);
                broken = 0;
            }
        } catch (ProviderFailure | IOException | UncheckedIOException e) {
            if (sentence.isCancelled()) {
                return;
            }
            boolean isFast = Duration.between(began, clock.instant()).compareTo(FAST) < 0;
            if (sentence.firstMadeAt() == null && isFast) {
                sayAgain(sentence);
            } else if (sentence.firstMadeAt() == null || ++broken == BROKEN_SENTENCES) {
                giveUp(e);
            }
        } catch (RuntimeException | Error e) { // the caller must not wait for ever
            giveUp(e);
        }
    }

    private void sayAgain(Sentence sentence) {
        try {
            speak(sentence);
            broken = 0;
        } catch (IOException | RuntimeException | Error e) {
            if (!sentence.isCancelled()) {
                giveUp(e);
            }
        }
    }

    private void giveUp(Throwable cause) {
        hasGivenUp = true;
        onFailure.accept(cause);
    }

    private void speak(Sentence sentence) throws IOException {
        try (var speech = speaker.speak(sentence.text())) {
            if (!sentence.begin(speech)) {
                return;
            }
            var frames = Frames.of(speech.samples(), speech.sampleRate());
            var frame = new short[Pcm.FRAME];
            for (boolean isFirst = true; frames.next(frame); isFirst = false) {
                if (!sentence.add(frame, clock.instant())) {
                    return;
                }
                if (isFirst) {
                    onSound.run();
                }
            }
        }
    }
}
