package dev.parley.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.Pcm;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.providers.speech.Speaker;
import dev.parley.providers.speech.TextToSpeech.Speech;
import dev.parley.testing.Await;
import dev.parley.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What a caller hears when the voice fails (N1).
class SynthesisTest {
    private final TestClock clock = new TestClock();
    private final Queue<Speaker> answers = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Synthesis synthesis = new Synthesis(this::speak, clock, () -> {}, failures::add);

    @Test
    void triesASentenceAgainThatFailedFast() {
        answers.addAll(List.of(this::refuses, this::speaks));

        var sentence = say("One.");

        assertThat(sentence.firstMadeAt()).isNotNull();
        assertThat(failures).isEmpty();
        assertThat(asked).containsExactly("One.", "One.");
    }

    @Test
    void givesUpWhenItFailsTwice() {
        answers.addAll(List.of(this::refuses, this::refuses, this::speaks));

        var first = say("One.");
        var second = say("Goodbye.");

        assertThat(failures).hasSize(1);
        assertThat(first.firstMadeAt()).isNull();
        assertThat(second.firstMadeAt()).isNull();
        assertThat(asked).containsExactly("One.", "One.");
    }

    @Test
    void doesNotTryAgainWhatFailedSlowly() {
        answers.addAll(List.of(this::hangs, this::speaks));

        say("One.");

        assertThat(failures).hasSize(1);
        assertThat(asked).containsExactly("One.");
    }

    @Test
    void goesOnAfterASentenceOfWhichTheBeginningWasHeard() {
        answers.addAll(List.of(this::breaksOff, this::speaks, this::breaksOff));

        say("One.");
        say("Two.");
        say("Three.");

        assertThat(failures).isEmpty();
        assertThat(asked).containsExactly("One.", "Two.", "Three.");
    }

    @Test
    void givesUpWhenSentencesBreakOffInARow() {
        answers.addAll(List.of(this::breaksOff, this::breaksOff, this::speaks));

        say("One.");
        say("Two.");
        say("Three.");

        assertThat(failures).hasSize(1);
        assertThat(asked).containsExactly("One.", "Two.");
    }

    @Test
    void givesUpOnAFaultOfItsOwn() {
        answers.addAll(List.of(this::crashes, this::speaks));

        say("One.");
        say("Two.");

        assertThat(failures).hasSize(1);
        assertThat(asked).containsExactly("One.");
    }

    private Sentence say(String text) {
        var sentence = new Sentence("turn", 0, text, () -> {}, new FrameRing());
        synthesis.make(sentence);
        var frame = new short[Pcm.FRAME];
        Await.until(
                "the sentence is made",
                () -> {
                    while (sentence.next(frame)) {
                        assertThat(frame).hasSize(Pcm.FRAME);
                    }
                    return sentence.isSent();
                });
        return sentence;
    }

    private Speech speak(String text) {
        asked.add(text);
        return answers.remove().speak(text);
    }

    private Speech speaks(String text) {
        return speech(new ByteArrayInputStream(new byte[4 * Pcm.FRAME]));
    }

    private Speech refuses(String text) {
        throw new ProviderFailure(Reason.REFUSED, text);
    }

    private Speech hangs(String text) {
        clock.advance(Duration.ofSeconds(3));
        throw new ProviderFailure(Reason.TOO_SLOW, text);
    }

    private Speech crashes(String text) {
        throw new IllegalStateException(text);
    }

    private Speech breaksOff(String text) {
        return speech(
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[4 * Pcm.FRAME]),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("broken off");
                            }
                        }));
    }

    private static Speech speech(InputStream samples) {
        return new Speech(Pcm.RATE, samples, () -> {});
    }
}
