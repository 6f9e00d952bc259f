package dev.parley.providers.recognition;

import dev.parley.audio.Pcm;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Listens with the first recogniser that can: when one fails in the middle of a call the next one
/// takes over, and hears again what has no words yet.
public final class FallbackSpeechToText implements SpeechToText {
    /// Frames of 12 seconds that are kept for whoever takes over.
    private static final int KEPT = 12 * 1_000 / Pcm.FRAME_MILLIS;

    private final List<SpeechToText> recognisers;

    /// @param recognisers in the order of preference, at least one
    public FallbackSpeechToText(List<SpeechToText> recognisers) {
        this.recognisers = List.copyOf(recognisers);
    }

    @Override
    public String describe() {
        return recognisers.stream()
                .map(SpeechToText::describe)
                .collect(Collectors.joining(", then "));
    }

    @Override
    public Listening listen(Hint hint, Consumer<Heard> heard) {
        return new Relay(hint, heard);
    }

    private static final Listening NOBODY =
            new Listening() {
                @Override
                public void hear(short[] frame, boolean isSpeech) {}

                @Override
                public void settle() {}

                @Override
                public void close() {}
            };

    private final class Relay implements Listening {
        private final Hint hint;
        private final Consumer<Heard> heard;
        private final short[] kept = new short[recognisers.size() > 1 ? KEPT * Pcm.FRAME : 0];
        private final boolean[] speech = new boolean[KEPT];
        private long began;
        private long next;
        private int settling;
        private int place;
        private Listening current = NOBODY;
        private boolean isOver;

        Relay(Hint hint, Consumer<Heard> heard) {
            this.hint = hint;
            this.heard = heard;
            var first = open(0);
            if (place == 0) {
                current = first;
            }
        }

        private Listening open(int number) {
            return recognisers.get(number).listen(hint, it -> take(number, it));
        }

        @Override
        public synchronized void hear(short[] frame, boolean isSpeech) {
            if (kept.length > 0) {
                int index = (int) (next % KEPT);
                System.arraycopy(frame, 0, kept, index * Pcm.FRAME, Pcm.FRAME);
                speech[index] = isSpeech;
                next++;
                began = Math.max(began, next - KEPT);
            }
            current.hear(frame, isSpeech);
        }

        @Override
        public synchronized void settle() {
            settling++;
            current.settle();
        }

        private synchronized void take(int number, Heard what) {
            if (number != place || isOver) {
                return;
            }
            switch (what) {
                case Heard.Partial _ -> heard.accept(what);
                case Heard.Final _ -> {
                    began = next;
                    heard.accept(what);
                }
                case Heard.Settled() -> {
                    settling = Math.max(0, settling - 1);
                    began = next;
                    heard.accept(what);
                }
                case Heard.Failed _ when place + 1 < recognisers.size() -> takeOver();
                case Heard.Failed _ -> {
                    isOver = true;
                    heard.accept(what);
                }
            }
        }

        private void takeOver() {
            current = open(++place);
            var frame = new short[Pcm.FRAME];
            for (long i = began; i < next; i++) {
                int index = (int) (i % KEPT);
                System.arraycopy(kept, index * Pcm.FRAME, frame, 0, Pcm.FRAME);
                current.hear(frame, speech[index]);
            }
            for (int i = 0; i < settling; i++) {
                current.settle();
            }
        }

        @Override
        public synchronized void close() {
            isOver = true;
            Arrays.fill(speech, false);
            current.close();
        }
    }
}
