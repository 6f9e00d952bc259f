package dev.parley.providers.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.Pcm;
import dev.parley.providers.recognition.SpeechToText.Heard;
import dev.parley.providers.recognition.SpeechToText.Hint;
import dev.parley.providers.recognition.SpeechToText.Listening;
import dev.parley.testing.SpeechLike;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every recogniser does, whoever is behind it.
abstract class SpeechToTextContract {
    final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /// Connections of a recogniser that nobody holds are closed with it, whenever that is.
    private final List<SpeechToText> kept = new ArrayList<>();

    /// The recogniser, whose provider hears these texts one after the other.
    abstract SpeechToText hearing(String... texts);

    /// The recogniser, whose provider fails in this way from now on.
    abstract SpeechToText failing(String how);

    /// The ways in which the provider of this one can fail.
    abstract List<String> failures();

    @Test
    void tellsTheWordsAndThatTheyWereTheLast() throws InterruptedException {
        try (var listening = listen(hearing("What time do you open?"))) {
            say(listening, 1);
            listening.settle();

            assertThat(untilSettled()).contains(new Heard.Final("What time do you open?"));
        }
    }

    @Test
    void hearsOneUtteranceAfterTheOther() throws InterruptedException {
        try (var listening = listen(hearing("One.", "Two."))) {
            say(listening, 0.6);
            listening.settle();
            assertThat(untilSettled()).contains(new Heard.Final("One."));
            say(listening, 0.6);
            listening.settle();
            assertThat(untilSettled()).contains(new Heard.Final("Two."));
        }
    }

    @Test
    void settlesWithoutWordsWhenNothingWasSaid() throws InterruptedException {
        try (var listening = listen(hearing())) {
            silence(listening, 0.5);
            listening.settle();

            assertThat(untilSettled()).containsExactly(new Heard.Settled());
        }
    }

    @Test // N1 to N4
    void failsWithinFiveSecondsWhenItsProviderDoes() throws InterruptedException {
        for (var how : failures()) {
            heard.clear();
            try (var listening = listen(failing(how))) {
                say(listening, 1);
                listening.settle();

                Heard last = null;
                do {
                    last = heard.poll(5, TimeUnit.SECONDS);
                    assertThat(last).as(how).isNotNull();
                } while (!(last instanceof Heard.Failed));
            }
        }
    }

    @Test // N1
    void letsTheNextOneHearTheSameAgain() throws InterruptedException {
        var good = hearing("Nobody is lost.");
        for (var how : failures()) {
            heard.clear();
            var both = new FallbackSpeechToText(List.of(failing(how), new Echo()));
            try (var listening = listen(both)) {
                say(listening, 1);
                listening.settle();

                assertThat(untilSettled()).as(how).contains(new Heard.Final("50 frames"));
            }
        }
        assertThat(good.describe()).isNotBlank();
    }

    private Listening listen(SpeechToText recogniser) {
        kept.add(recogniser);
        return recogniser.listen(new Hint("en-US", List.of("Margherita")), heard::add);
    }

    private List<Heard> untilSettled() throws InterruptedException {
        var all = new ArrayList<Heard>();
        do {
            var next = heard.poll(6, TimeUnit.SECONDS);
            assertThat(next).as("after %s", all).isNotNull();
            all.add(next);
        } while (!(all.getLast() instanceof Heard.Settled));
        return all;
    }

    private static void say(Listening listening, double seconds) {
        feed(listening, SpeechLike.say(seconds, 120), true);
    }

    private static void silence(Listening listening, double seconds) {
        feed(listening, SpeechLike.silence(seconds), false);
    }

    private static void feed(Listening listening, short[] samples, boolean isSpeech) {
        var frame = new short[Pcm.FRAME];
        for (int at = 0; at + Pcm.FRAME <= samples.length; at += Pcm.FRAME) {
            System.arraycopy(samples, at, frame, 0, Pcm.FRAME);
            listening.hear(frame, isSpeech);
        }
    }

    /// Tells how many frames of speech it was given.
    private static final class Echo implements SpeechToText {
        @Override
        public String describe() {
            return "echo";
        }

        @Override
        public Listening listen(Hint hint, java.util.function.Consumer<Heard> heard) {
            return new Listening() {
                private int frames;

                @Override
                public void hear(short[] frame, boolean isSpeech) {
                    frames += isSpeech ? 1 : 0;
                }

                @Override
                public void settle() {
                    heard.accept(new Heard.Final(frames + " frames"));
                    heard.accept(new Heard.Settled());
                }

                @Override
                public void close() {}
            };
        }
    }
}
