package dev.parley.bench;

import dev.parley.call.sound.Signals;
import dev.parley.testing.FakeProviders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// The providers of the calls in a process of their own.
public final class CallProviders implements AutoCloseable {
    static final FakeProviders.Delays DELAYS =
            new FakeProviders.Delays(
                    Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofMillis(150));

    private static final int VOICE_RATE = 24_000;
    private static final int ANSWER_MILLIS = 3_000;
    private static final FakeProviders.Says SAYS =
            new FakeProviders.Says(
                    "Please tell me about your dishes.",
                    "We have a lot to tell about all of them and gladly do.");

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

    double cpuSeconds() {
        return Processes.seconds(Processes.proc(process.pid(), "stat"));
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws IOException {
        var voice = Signals.speech(VOICE_RATE, ANSWER_MILLIS);
        try (var providers = FakeProviders.start(DELAYS, SAYS, voice)) {
            System.out.println(providers.port());
            // until whoever started this is gone
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
