package dev.parley.connections;

import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may open sockets from a web page, and how long they may be silent.
///
/// @param allowedOrigins besides the server's own
/// @param pingEvery two unanswered pings are the end of a socket
/// @param readWithin a client that reads nothing for so long is closed
public record SocketConfig(Set<String> allowedOrigins, Duration pingEvery, Duration readWithin) {
    public static final SocketConfig DEFAULT =
            new SocketConfig(Set.of(), Duration.ofSeconds(20), Duration.ofSeconds(10));

    private static final Setting<Set<String>> ALLOWED_ORIGINS =
            new Setting<>(
                    "PARLEY_ALLOWED_ORIGINS",
                    "",
                    "web origins that may open sockets besides this server's, with commas between",
                    SocketConfig::origins);

    public static final List<Setting<?>> SETTINGS = List.of(ALLOWED_ORIGINS);

    public static SocketConfig from(Settings settings) {
        return new SocketConfig(
                settings.get(ALLOWED_ORIGINS), DEFAULT.pingEvery, DEFAULT.readWithin);
    }

    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text ->
                        Origins.of(text)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "must hold origins such as https://example.com")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
