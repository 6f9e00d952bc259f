package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What processes have used of the machine, by `/proc`.
final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private Processes() {}

    /// Seconds of CPU so far of this process and each it started: client, server, PostgreSQL.
    static Map<Long, Double> ourSeconds() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .map(ProcessHandle::pid)
                .collect(Collectors.toMap(pid -> pid, pid -> seconds(proc(pid, "stat"))));
    }

    /// What was used since `before` by those that are still there.
    static double ourSecondsSince(Map<Long, Double> before) {
        return ourSeconds().entrySet().stream()
                .mapToDouble(now -> now.getValue() - before.getOrDefault(now.getKey(), 0.0))
                .filter(used -> used > 0)
                .sum();
    }

    /// Seconds of CPU, by user and kernel, in a `stat` file; nothing when its process has ended.
    static double seconds(Path file) {
        try {
            var stat = Files.readString(file);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException _) {
            return 0;
        }
    }

    static Path proc(long process, String file) {
        return Path.of("/proc", Long.toString(process), file);
    }
}
