package dev.parley.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Another JVM that runs [HoldsPostgres], for a test to kill or to end.
final class HolderProcess implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> NEEDED =
            List.of(
                    "dev.parley.platform.postgres.EmbeddedPostgres",
                    "dev.parley.platform.postgres.HoldsPostgres",
                    "org.postgresql.Driver",
                    "org.slf4j.Logger");

    private final Process process;
    private final BufferedReader output;

    private HolderProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static HolderProcess start(String data, Path bin) throws IOException {
        var words = command(classPath(), data, bin);
        return started(new ProcessBuilder(words), Map.of("LC_ALL", "C.UTF-8"));
    }

    /// As an ordinary account, which reads the classes in `copies`.
    static HolderProcess start(
            Account account, Path copies, Path data, Path bin, Map<String, String> environment)
            throws IOException {
        var words = new ArrayList<String>();
        words.addAll(List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid()));
        words.addAll(List.of("--clear-groups", "--"));
        words.addAll(command(copiedClassPath(copies), data.toString(), bin));
        return started(new ProcessBuilder(words), environment);
    }

    /// Waits until it has committed its row.
    void ready() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("The other process ended before it was ready");
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    int end() throws IOException, InterruptedException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static HolderProcess started(ProcessBuilder builder, Map<String, String> environment)
            throws IOException {
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new HolderProcess(builder.start());
    }

    private static List<String> command(String classPath, String data, Path bin) {
        var main = HoldsPostgres.class.getName();
        return List.of(
                JAVA.toString(), "-XX:+UseSerialGC", "-cp", classPath, main, data, bin.toString());
    }

    private static String classPath() {
        var own = System.getProperty("java.class.path");
        return System.getProperty("surefire.test.class.path", own);
    }

    private static String copiedClassPath(Path copies) throws IOException {
        var paths = new ArrayList<String>();
        for (var name : NEEDED) {
            var copy = copies.resolve(Integer.toString(paths.size()));
            copy(origin(name), copy);
            paths.add(copy.toString());
        }
        return String.join(":", paths);
    }

    private static Path origin(String name) throws IOException {
        try {
            var domain = Class.forName(name).getProtectionDomain();
            return Path.of(domain.getCodeSource().getLocation().getPath());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var copy = to.resolve(from.relativize(path).toString()).normalize();
                if (Files.notExists(copy)) {
                    Files.copy(path, copy);
                    Home.permit(copy, "rwxr-xr-x");
                }
            }
        }
    }
}
