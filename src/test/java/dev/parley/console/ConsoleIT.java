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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People in a real browser use the console of a real server that was started a moment ago, with
/// its own database and its sample. Each story is a program in `console/stories`; every one of them
/// fails when the page asks another host for anything, breaks its own policy or throws.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
    private static final Path CONSOLE = Path.of("console").toAbsolutePath();
    private static final FakeProviders.Delays DELAYS =
            new FakeProviders.Delays(
                    Duration.ofMillis(30), Duration.ofMillis(50), Duration.ofMillis(50));

    @TempDir private static Path folder;

    /// Of the site on which the widget is shown; the server has to know it before the site is
    /// there.
    private static int embeddingPort;

    private static FakeProviders providers;
    private static Parley server;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws Exception {
        assertThat(CONSOLE.resolve("node_modules"))
                .as("The console is built by `./parley test`; run that.")
                .exists();
        providers =
                FakeProviders.start(
                        DELAYS,
                        new FakeProviders.Says(
                                "When do you open on Saturday?", "We open at noon on Saturday."),
                        Signals.speech(24_000, 2_000));
        embeddingPort = freePort();
        server = Parley.start(config(data()), InstantSource.system());
        settings = new HashMap<>();
        settings.put("PARLEY_URL", server.url().toString());
        settings.put("PARLEY_KEY", TestServer.KEY);
        settings.put("PARLEY_LINK", server.firstLink().orElseThrow().toString());
        settings.put("CHROMIUM", Browser.chromium());
        settings.put("MICROPHONE", Browser.microphone(folder).toString());
        settings.put("EMBEDDING_PORT", "" + embeddingPort);
        settings.put("FOLDER", Files.createDirectories(folder.resolve("files")).toString());
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        providers.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Where PostgreSQL's own account may go, which it may not in folders of JUnit.
    private static Path data() {
        return Path.of("target", "test-data", "console-" + System.nanoTime()).toAbsolutePath();
    }

    private static Config config(Path data) {
        var base = "127.0.0.1:" + providers.port() + "/v1";
        return Config.read(
                Map.ofEntries(
                        Map.entry("PARLEY_DATA", data.toString()),
                        Map.entry("PARLEY_PORT", "0"),
                        Map.entry("PARLEY_API_KEY", TestServer.KEY),
                        Map.entry("PARLEY_CARRIER", "simulated"),
                        Map.entry("PARLEY_RATE_LIMIT", "0"),
                        Map.entry("PARLEY_ALLOWED_ORIGINS", "http://127.0.0.1:" + embeddingPort),
                        Map.entry("PARLEY_STT_DEEPGRAM_URL", "ws://" + base + "/listen"),
                        Map.entry("PARLEY_TTS_BASE_URL", "http://" + base),
                        Map.entry("PARLEY_TTS_MODEL", "fake"),
                        Map.entry("PARLEY_ESPEAK_NG", "none")));
    }

    /// Only before anybody has a password there is a link, so this comes first.
    @Test
    @Order(1)
    void leadsFromTheFirstStartToTheFirstConversation() throws Exception {
        tell("first-start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "conversation", "widget", "accessible", "budget", "inert"})
    @Order(2)
    void isUsedByPeople(String story) throws Exception {
        tell(story);
    }

    private static void tell(String story) throws Exception {
        System.out.println(
                Browser.run(CONSOLE, settings, "node", "stories/" + story + ".mjs").strip());
    }
}
