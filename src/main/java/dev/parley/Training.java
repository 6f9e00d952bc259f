package dev.parley;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;

/// A whole short life of the server on a temporary data folder, for the build: what is loaded here
/// is in the AOT cache that makes the next starts quick.
final class Training {
    private static final String KEY = "the-key-of-the-training-run-000000000001";
    private static final String CONVERSATIONS = "/v1/conversations";

    private Training() {}

    static void run() throws IOException {
        var data = Files.createTempDirectory("parley-training");
        try {
            live(data);
            live(data); // the second start is the usual one: everything is there already
        } finally {
            delete(data);
        }
    }

    private static void live(Path data) throws IOException {
        var noFile = Files.writeString(data.resolve("parley.conf"), "");
        var config =
                Config.read(
                        Map.of(
                                "PARLEY_CONFIG",
                                noFile.toString(),
                                "PARLEY_DATA",
                                data.toString(),
                                "PARLEY_PORT",
                                "0",
                                "PARLEY_API_KEY",
                                KEY));
        try (var parley = Parley.start(config, InstantSource.system())) {
            ask(parley.url(), "GET", "/status", "");
            ask(parley.url(), "GET", "/v1/no-such-path", "");
            ask(parley.url(), "GET", "/v1/prospects", "");
            var agents = ask(parley.url(), "GET", "/v1/ai-agents?limit=1", "");
            var agent = agents.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            ask(parley.url(), "POST", CONVERSATIONS, conversation(agent));
            ask(parley.url(), "POST", CONVERSATIONS, "{}");
            ask(parley.url(), "GET", CONVERSATIONS + "?limit=50", "");
            ask(parley.url(), "GET", CONVERSATIONS + "/con.1700000000.unknown0", "");
        }
    }

    private static String conversation(String agent) {
        return """
        {"source": "+14155550123", "sourceType": "TWILIO", "agentId": "%s",
         "timestampStart": "2025-01-01T10:00:00Z", "timestampEnd": "2025-01-01T10:01:00Z",
         "transcriptText": [
           {"speaker": "AI", "message": "Good morning, how can I help you?",
            "timestamp": "2025-01-01T10:00:01Z", "message_id": "1"},
           {"speaker": "USER", "message": "This is Ana, 415 555 2671. May I book a table?",
            "timestamp": "2025-01-01T10:00:05Z", "message_id": "2"}]}
        """
                .formatted(agent);
    }

    /// One request on a connection of its own; a client of the JDK's would be in the cache, too.
    private static String ask(URI url, String method, String path, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head =
                """
                %s %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """
                        .formatted(method, path, KEY, bytes.length);
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
