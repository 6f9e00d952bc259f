package dev.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// What the calls of one step were like. For one thread, until they are over.
final class CallFigures {
    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);
    static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    /// In the order they came.
    final List<Answer> answers = new ArrayList<>();

    /// From the caller's first voiced frame to the last agent frame before it stops.
    final Histogram lastFrames = histogram();

    /// From the caller's first voiced frame to the word to drop what is not heard.
    final Histogram aborts = histogram();

    /// How late the generator itself was to send a frame.
    final Histogram lateness = histogram();

    long since = Long.MAX_VALUE;
    long until = Long.MAX_VALUE;
    int gaps;
    int unanswered;
    int unaborted;
    int lost;
    long frames;

    static Histogram histogram() {
        return new Histogram(MAX_MICROS, 3);
    }

    /// Whether something that began at `at` counts.
    boolean isMeasured(long at) {
        return at - since >= 0 && at - until < 0;
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, MAX_MICROS));
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }
}
