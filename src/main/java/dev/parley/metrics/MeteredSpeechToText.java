package dev.parley.metrics;

import dev.parley.providers.recognition.SpeechToText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// A recogniser that is measured: from the end of what a caller says to its last word.
record MeteredSpeechToText(SpeechToText recogniser, ProviderMetrics.Row row)
        implements SpeechToText {
    @Override
    public String describe() {
        return recogniser.describe();
    }

    @Override
    public Listening listen(Hint hint, Consumer<Heard> heard) {
        var settling = new Settling();
        return new Metered(
                recogniser.listen(
                        hint,
                        what -> {
                            tell(what, settling);
                            heard.accept(what);
                        }),
                settling);
    }

    private void tell(Heard what, Settling settling) {
        switch (what) {
            case Heard.Settled() -> settling.answer(row);
            case Heard.Failed(var cause) -> row.failed(cause);
            case Heard.Partial _, Heard.Final _ -> {}
        }
    }

    private record Metered(Listening listening, Settling settling) implements Listening {
        @Override
        public void hear(short[] frame, boolean isSpeech) {
            listening.hear(frame, isSpeech);
        }

        @Override
        public void settle() {
            settling.ask();
            listening.settle();
        }

        @Override
        public void close() {
            listening.close();
        }
    }

    /// When the answers that are still to come were asked for.
    private static final class Settling {
        private final Deque<Long> asked = new ArrayDeque<>();

        synchronized void ask() {
            asked.add(System.nanoTime());
        }

        synchronized void answer(ProviderMetrics.Row row) {
            var since = asked.poll();
            if (since != null) {
                row.answeredAfter(System.nanoTime() - since);
            }
        }
    }
}
