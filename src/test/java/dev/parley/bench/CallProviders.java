package dev.parley.bench;

import dev.parley.call.sound.Signals;
import dev.parley.testing.FakeProviders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The providers of the calls in a process of their own.
public final class CallProviders implements AutoCloseable {
    static final FakeProviders.Delays DELAYS =
            new FakeProviders.Delays(
                    Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofMillis(150));

    /// What every caller says every time.
    static final String WORDS = "Please tell me about your dishes %s.";

    private static final int VOICE_RATE = 24_000;
    private static final int ANSWER_MILLIS = 3_000;
    private static final FakeProviders.Says SAYS =
            new FakeProviders.Says(
                    WORDS, "We have a lot to tell about all of them and gladly do %s.");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private CallProviders(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static CallProviders start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CallProviders.class.getName());
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        return new CallProviders(process, Integer.parseInt(new BufferedReader(out).readLine()));
    }

    int port() {
        return port;
    }

    /// How many callers have been listened to.
    int streams() {
        return Integer.parseInt(get("/streams"));
    }

    /// The turns that have come to their sound since the last time this was asked.
    List<TurnTimes> turns() {
        return get("/turns").lines().map(TurnTimes::parse).toList();
    }

    private String get(String path) {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The providers do not answer", e);
        }
    }

    double cpuSeconds() {
        return Processes.seconds(Processes.proc(process.pid(), "stat"));
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }

    public static void main(String[] arguments) throws IOException {
        var voice = Signals.speech(VOICE_RATE, ANSWER_MILLIS, 190, 3);
        try (var providers = FakeProviders.start(DELAYS, SAYS, voice)) {
            System.out.println(providers.port());
            // until whoever started this is gone
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
