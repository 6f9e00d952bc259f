package dev.parley.providers.recognition;

import dev.parley.audio.Pcm;
import dev.parley.providers.Breaker;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listens with somebody who takes speech in pieces: collects what is said between two silences,
/// with a little before it, and asks for its words.
public final class SegmentedSpeechToText implements SpeechToText {
    /// Samples of 300 milliseconds, so that no first sound is cut off.
    private static final int BEFORE = 3 * Pcm.RATE / 10;

    /// Samples of 25 seconds: longer speech is written down in parts.
    private static final int LONGEST = 25 * Pcm.RATE;

    private final Transcriber transcriber;
    private final Breaker breaker = new Breaker(System::nanoTime);

    SegmentedSpeechToText(Transcriber transcriber) {
        this.transcriber = transcriber;
    }

    @Override
    public String describe() {
        return transcriber.describe();
    }

    @Override
    public Listening listen(Hint hint, Consumer<Heard> heard) {
        return new Segments(hint, heard);
    }

    /// A piece to write down.
    ///
    /// @param isLast whether the caller has stopped after it
    private record Segment(short[] samples, int count, boolean isLast) {}

    private final class Segments implements Listening {
        private final Hint hint;
        private final Consumer<Heard> heard;
        private final Deque<Segment> waiting = new ArrayDeque<>();
        private short[] samples = new short[2 * BEFORE];
        private int count;
        private boolean hasSpeech;
        private boolean isAwake;
        private volatile boolean isClosed;

        Segments(Hint hint, Consumer<Heard> heard) {
            this.hint = hint;
            this.heard = heard;
        }

        @Override
        public void hear(short[] frame, boolean isSpeech) {
            hasSpeech |= isSpeech;
            if (!hasSpeech && count >= BEFORE) {
                System.arraycopy(samples, frame.length, samples, 0, count - frame.length);
                count -= frame.length;
            }
            if (count + frame.length > samples.length) {
                samples = Arrays.copyOf(samples, Math.min(LONGEST + BEFORE, 2 * samples.length));
            }
            System.arraycopy(frame, 0, samples, count, frame.length);
            count += frame.length;
            if (count >= LONGEST) {
                cut(false);
            }
        }

        @Override
        public void settle() {
            cut(true);
        }

        private void cut(boolean isLast) {
            var segment =
                    hasSpeech
                            ? new Segment(samples, count, isLast)
                            : new Segment(new short[0], 0, isLast);
            if (hasSpeech) {
                samples = new short[2 * BEFORE];
                count = 0;
                hasSpeech = false;
            }
            work(segment);
        }

        private synchronized void work(Segment segment) {
            waiting.add(segment);
            if (!isAwake) {
                isAwake = true;
                Thread.ofVirtual().name("transcription").start(this::run);
            }
        }

        private synchronized @Nullable Segment next() {
            var segment = isClosed ? null : waiting.poll();
            isAwake = segment != null;
            return segment;
        }

        private void run() {
            try {
                for (var segment = next(); segment != null; segment = next()) {
                    write(segment);
                }
            } catch (ProviderFailure e) {
                breaker.failed();
                fail(e);
            } catch (RuntimeException | Error e) { // whatever it is, the caller must not wait
                fail(new ProviderFailure(Reason.GARBAGE, e.getClass().getSimpleName(), e));
            }
        }

        private void write(Segment segment) {
            if (segment.count() > 0) {
                if (!breaker.allows()) {
                    throw new ProviderFailure(Reason.OVERLOADED, "it kept failing");
                }
                var text = transcriber.transcribe(segment.samples(), segment.count(), hint).strip();
                breaker.succeeded();
                if (!text.isEmpty() && !isClosed) {
                    heard.accept(new Heard.Final(text));
                }
            }
            if (segment.isLast() && !isClosed) {
                heard.accept(new Heard.Settled());
            }
        }

        private void fail(ProviderFailure cause) {
            if (!isClosed) {
                isClosed = true;
                heard.accept(new Heard.Failed(cause));
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
