package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Where a server's CPU went, by the samples of a flight recording: each belongs to the innermost
/// frame that has a name here.
final class CpuSplit {
    private static final String[][] STAGES = {
        {"voice activity", "dev.parley.audio.voice.", "io.github.givimad.libfvadjni."},
        {"codec, resample", "dev.parley.audio."},
        {"speech, voice", "dev.parley.voice.", "dev.parley.providers."},
        {"conversation", "dev.parley.live.", "dev.parley.calls.", "dev.parley.brains."},
        {"database", "org.postgresql.", "org.jdbi.", "com.zaxxer."},
        {"socket", "io.netty.", "io.vertx.", "sun.nio.", "dev.parley.connections.", "java.net."},
        {"socket", "jdk.internal.net.", "dev.parley.telephony.", "java.nio.channels."},
    };

    private CpuSplit() {}

    /// The options of a JVM that records what [#of] reads.
    static String option(Path file) {
        return "-XX:StartFlightRecording:settings=none,+jdk.CPUTimeSample#enabled=true,"
                + "+jdk.CPUTimeSample#throttle=10ms,dumponexit=true,filename="
                + file;
    }

    /// Shares of 1 of the samples between two moments, by stage.
    static Map<String, Double> of(Path file, Instant from, Instant to) throws IOException {
        var counts = new LinkedHashMap<String, Double>();
        double all = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample")
                        && event.getStartTime().isAfter(from)
                        && event.getStartTime().isBefore(to)) {
                    counts.merge(stage(event), 1.0, Double::sum);
                    all++;
                }
            }
        }
        double total = Math.max(1, all);
        counts.replaceAll((_, count) -> count / total);
        return counts;
    }

    private static String stage(RecordedEvent event) {
        var trace = event.getStackTrace();
        if (trace == null) {
            return "rest";
        }
        for (var frame : trace.getFrames()) {
            var type = frame.getMethod().getType().getName();
            for (var stage : STAGES) {
                for (int i = 1; i < stage.length; i++) {
                    if (type.startsWith(stage[i])) {
                        return stage[0];
                    }
                }
            }
        }
        return "rest";
    }
}
