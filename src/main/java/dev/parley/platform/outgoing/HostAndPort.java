package dev.parley.platform.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// One place in a network.
///
/// @param host a name or a literal address, in lower case, without brackets and without a dot at
///   the end
public record HostAndPort(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;

    /// Where `url` leads, its port by its scheme when it names none.
    static HostAndPort of(URI url) {
        boolean isPlain = "http".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : isPlain ? HTTP : HTTPS;
        return new HostAndPort(plain(url.getHost()), port);
    }

    /// Reads `host:port`.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    static HostAndPort read(String text) {
        try {
            var url = new URI("http://" + text);
            boolean isWhole = text.equals(url.getRawAuthority()) && url.getRawUserInfo() == null;
            if (isWhole
                    && url.getHost() != null
                    && url.getPort() > 0
                    && url.getPort() <= MAX_PORT) {
                return of(url);
            }
        } catch (URISyntaxException _) {
            // falls through to the one message for every mistake
        }
        throw new IllegalArgumentException(
                "must hold hosts with their ports such as intranet.example:8080, not \""
                        + text
                        + "\"");
    }

    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
