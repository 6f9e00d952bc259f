package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command that was run to its end: its exit status and everything it said.
record ShortCommand(int status, String output) {
    private static final int NOT_FOUND = 127;

    boolean succeeded() {
        return status == 0;
    }

    /// Runs a command; one that does not exist gives the shell's status for that, 127.
    static ShortCommand run(List<String> words) throws InterruptedException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        cleanEnvironment(builder);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            String output;
            try (var stream = process.getInputStream()) {
                output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            return new ShortCommand(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new ShortCommand(NOT_FOUND, String.valueOf(e.getMessage()));
        }
    }

    /// Leaves a child only the search paths: ours may hold provider keys, or PG… variables.
    static void cleanEnvironment(ProcessBuilder builder) {
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> !name.equals("PATH") && !name.equals("LD_LIBRARY_PATH"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }

    /// Sends a signal (`INT`, `QUIT`) to a process that is known to be ours.
    static void signal(String name, long pid) throws InterruptedException {
        run(List.of("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid)));
    }
}
