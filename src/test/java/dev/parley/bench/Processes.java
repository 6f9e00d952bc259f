package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What processes have used of the machine, by `/proc`.
final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private Processes() {}

    /// Seconds of CPU of this process and all it started: client, server and PostgreSQL.
    static double ourSeconds() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToDouble(process -> seconds(proc(process.pid(), "stat")))
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
