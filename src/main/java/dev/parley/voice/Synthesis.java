package dev.parley.voice;

import dev.parley.audio.Frames;
import dev.parley.audio.Pcm;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.speech.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the sound of one call's sentences, one after the other, on a thread of its own that lives
/// while there is something to say. The next sentence is made while the last one is heard.
final class Synthesis {
    private static final int SILENT_SENTENCES = 2;

    private final Speaker speaker;
    private final InstantSource clock;
    private final Runnable onSound;
    private final Consumer<Throwable> onFailure;
    private final Deque<Sentence> waiting = new ArrayDeque<>();
    private boolean isAwake;
    private int failures;

    /// @param onSound told when there is something to send after there was nothing; any thread
    /// @param onFailure told when several sentences in a row could not be spoken; any thread
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
                speak(sentence);
                failures = 0;
            } catch (ProviderFailure | IOException | UncheckedIOException e) {
                fail(sentence, e);
            } catch (RuntimeException | Error e) { // the caller must not wait for ever
                fail(sentence, e);
            } finally {
                sentence.finish();
                onSound.run();
            }
        }
    }

    private void fail(Sentence sentence, Throwable cause) {
        if (!sentence.isCancelled() && ++failures == SILENT_SENTENCES) {
            onFailure.accept(cause);
        }
    }

    private void speak(Sentence sentence) throws IOException {
        if (sentence.isCancelled()) {
            return;
        }
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
