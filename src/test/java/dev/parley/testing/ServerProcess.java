package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The server as users run it: a process of its own, which can be killed.
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private ServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// Starts `parley up` and waits until it says that it is ready.
    ///
    /// @param settings beside a free port and the key of every test server
    public static ServerProcess up(Map<String, String> settings) {
        var process = launch(settings);
        var output = new ArrayList<String>();
        try {
            var reader = process.inputReader();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.strip().startsWith("URL ")) {
                    Thread.ofVirtual().start(() -> drain(reader));
                    return new ServerProcess(
                            process, URI.create(line.strip().substring(4).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The server did not start: " + output);
    }

    /// With its own embedded PostgreSQL in `data`.
    public static ServerProcess up(Path data) {
        return up(Map.of("PARLEY_DATA", data.toString()));
    }

    /// Starts `parley up` without waiting for anything.
    public static Process launch(Map<String, String> settings) {
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.parley.Main",
                                "up"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().put("PARLEY_PORT", "0");
        builder.environment().put("PARLEY_API_KEY", TestServer.KEY);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    public Api api() {
        return new Api(url, TestServer.KEY);
    }

    /// `kill -9`.
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /// `kill`: the server stops by itself.
    @Override
    public void close() {
        process.destroy();
        join();
    }

    private void join() {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void drain(BufferedReader reader) {
        try {
            while (reader.readLine() != null) {
                // read so that the server never blocks on a full pipe
            }
        } catch (IOException _) {
            // the server was killed
        }
    }
}
