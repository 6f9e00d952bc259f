package dev.parley.platform.http;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the server listens.
///
/// @param publicUrl how the world reaches it; empty when that is where it listens
public record HttpConfig(String host, int port, Optional<URI> publicUrl) {
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

    public static final List<Setting<?>> SETTINGS = List.of(PORT, HOST, PUBLIC_URL);

    public static HttpConfig from(Settings settings) {
        return new HttpConfig(settings.get(HOST), settings.get(PORT), settings.get(PUBLIC_URL));
    }

    /// How clients reach a server that listens on `port`.
    public URI url(int port) {
        var name = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return publicUrl.orElseGet(() -> URI.create("http://" + name + ":" + port));
    }
}
