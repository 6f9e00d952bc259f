package dev.parley.platform.http;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the server listens.
///
/// @param publicUrl how the world reaches it; empty when that is where it listens
/// @param requestsPerSecond of one key or session; 0 for no limit
/// @param maxUpload the largest form with files, bytes
public record HttpConfig(
        String host, int port, Optional<URI> publicUrl, int requestsPerSecond, long maxUpload) {
    private static final int MOST_GUESSES = 20;
    private static final Setting<Integer> PORT =
            Setting.number("PARLEY_PORT", 8080, 0, 65_535, "port to listen on; 0 takes a free one");
    private static final Setting<String> HOST =
            Setting.text(
                    "PARLEY_HOST", "127.0.0.1", "address to listen on; 0.0.0.0 for every network");
    private static final Setting<Optional<URI>> PUBLIC_URL =
            Setting.url(
                    "PARLEY_PUBLIC_URL",
                    "how clients reach this server, where a proxy stands before it",
                    "http",
                    "https");

    private static final Setting<Integer> REQUESTS =
            Setting.number(
                    "PARLEY_RATE_LIMIT",
                    1_000,
                    0,
                    1_000_000,
                    "requests a second of one key, twice as many at once; 0 for no limit");
    private static final Setting<Integer> UPLOAD =
            Setting.number(
                    "PARLEY_MAX_UPLOAD_MIB",
                    200,
                    1,
                    100_000,
                    "the most files sent in one request may weigh together, MiB");

    public static final List<Setting<?>> SETTINGS =
            List.of(PORT, HOST, PUBLIC_URL, REQUESTS, UPLOAD);

    public static HttpConfig from(Settings settings) {
        return new HttpConfig(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(PUBLIC_URL),
                settings.get(REQUESTS),
                (long) settings.get(UPLOAD) << 20);
    }

    /// How many keys that are nobody's one address may try each second; 0 for no limit.
    public int guessesPerSecond() {
        return Math.min(requestsPerSecond, MOST_GUESSES);
    }

    /// How clients reach a server that listens on `port`.
    public URI url(int port) {
        return publicUrl.orElseGet(() -> ownUrl(port));
    }

    /// How this machine reaches it.
    public URI ownUrl(int port) {
        var name = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return URI.create("http://" + name + ":" + port);
    }
}
