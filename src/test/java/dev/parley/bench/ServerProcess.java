package dev.parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The server in a process of its own, and what that process costs.
final class ServerProcess implements AutoCloseable {
    static final String KEY = "the-key-of-the-benchmark-00000000000001";

    /// How the product starts its JVM; PARLEY_BENCH_JAVA replaces them.
    static final List<String> JAVA_OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseG1GC",
                    "-XX:MaxGCPauseMillis=20",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final URI url;

    private ServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// Starts it with the benchmark's own classes and waits until it says where it listens.
    static ServerProcess start(Map<String, String> environment, List<String> moreOptions)
            throws IOException {
        var command = java(moreOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("dev.parley.Main", "up"));
        return start(command, environment);
    }

    static List<String> java(List<String> moreOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var replaced = System.getenv("PARLEY_BENCH_JAVA");
        command.addAll(replaced == null ? JAVA_OPTIONS : List.of(replaced.split(" ")));
        command.addAll(moreOptions);
        return command;
    }

    static ServerProcess start(List<String> command, Map<String, String> environment)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(environment);
        builder.environment().put("PARLEY_API_KEY", KEY);
        builder.environment().put("PARLEY_PORT", "0");
        builder.environment().put("PARLEY_RATE_LIMIT", "0");
        var process = builder.start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("URL ")) {
                return new ServerProcess(process, URI.create(line.replaceFirst(".*URL +", "")));
            }
        }
        process.destroy();
        throw new IOException("The server did not start");
    }

    long pid() {
        return process.pid();
    }

    URI url() {
        return url;
    }

    /// Seconds of CPU used so far, by user and kernel.
    double cpuSeconds() {
        return Processes.seconds(proc("stat"));
    }

    /// Those of them that went into compiling, which ends when the JVM is warm.
    double compilingSeconds() throws IOException {
        double seconds = 0;
        try (var tasks = Files.newDirectoryStream(proc("task"))) {
            for (var task : tasks) {
                var stat = task.resolve("stat");
                seconds +=
                        Files.readString(stat).contains(" CompilerThre")
                                ? Processes.seconds(stat)
                                : 0;
            }
        } catch (NoSuchFileException e) {
            return seconds;
        }
        return seconds;
    }

    long residentMebibytes() throws IOException {
        try (var lines = Files.lines(proc("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private Path proc(String file) {
        return Processes.proc(process.pid(), file);
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join().isAlive()) {
            process.destroyForcibly();
        }
    }
}
