package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Config;
import dev.parley.Parley;
import dev.parley.call.sound.Signals;
import dev.parley.testing.Browser;
import dev.parley.testing.FakeProviders;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A server that was started a moment ago, with its own database and its sample, and what a browser
/// needs to use its console. It is spoken to and speaks through providers that are not real.
final class ConsoleHouse implements AutoCloseable {
    static final Path PROJECT = Path.of("console").toAbsolutePath();
    private static final FakeProviders.Delays DELAYS =
            new FakeProviders.Delays(
                    Duration.ofMillis(30), Duration.ofMillis(50), Duration.ofMillis(50));

    private final FakeProviders providers;
    private final Parley server;
    private final Map<String, String> settings = new HashMap<>();

    /// @param folder for what browsers hear and upload
    ConsoleHouse(Path folder) throws IOException {
        assertThat(PROJECT.resolve("node_modules"))
                .as("The console is built by `./parley test`; run that.")
                .exists();
        providers =
                FakeProviders.start(
                        DELAYS,
                        new FakeProviders.Says(
                                "When do you open on Saturday?", "We open at noon on Saturday."),
                        Signals.speech(24_000, 2_000));
        // of a site that shows the widget and takes orders; the server has to know it beforehand
        int embeddingPort = freePort();
        server = Parley.start(config(embeddingPort), InstantSource.system());
        settings.put("PARLEY_URL", server.url().toString());
        settings.put("PARLEY_KEY", TestServer.KEY);
        settings.put("PARLEY_LINK", server.firstLink().orElseThrow().toString());
        settings.put("CHROMIUM", Browser.chromium());
        settings.put("MICROPHONE", Browser.microphone(folder).toString());
        settings.put("EMBEDDING_PORT", "" + embeddingPort);
        settings.put("FOLDER", Files.createDirectories(folder.resolve("files")).toString());
    }

    /// Runs a program of `console/stories`.
    ///
    /// @return what it says
    String tell(String story) throws Exception {
        return Browser.run(PROJECT, settings, "node", "stories/" + story + ".mjs").strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        providers.close();
    }

    private Config config(int embeddingPort) {
        var base = "127.0.0.1:" + providers.port() + "/v1";
        return Config.read(
                Map.ofEntries(
                        Map.entry("PARLEY_DATA", data().toString()),
                        Map.entry("PARLEY_PORT", "0"),
                        Map.entry("PARLEY_API_KEY", TestServer.KEY),
                        Map.entry("PARLEY_CARRIER", "simulated"),
                        Map.entry("PARLEY_RATE_LIMIT", "0"),
                        Map.entry("PARLEY_ALLOWED_ORIGINS", "http://127.0.0.1:" + embeddingPort),
                        Map.entry("PARLEY_ALLOWED_HOSTS", "127.0.0.1:" + embeddingPort),
                        Map.entry("PARLEY_STT_DEEPGRAM_URL", "ws://" + base + "/listen"),
                        Map.entry("PARLEY_TTS_BASE_URL", "http://" + base),
                        Map.entry("PARLEY_TTS_MODEL", "fake"),
                        Map.entry("PARLEY_ESPEAK_NG", "none")));
    }

    /// Where PostgreSQL's own account may go, which it may not in folders of JUnit.
    private static Path data() {
        return Path.of("target", "test-data", "console-" + System.nanoTime()).toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
