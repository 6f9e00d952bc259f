package dev.parley.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form of an address outside that somebody may have this server ask: `http` or `https`, a host
/// and no user. Which hosts may be asked is decided where they are asked.
public final class WebAddress {
    private static final int MAX_PORT = 65_535;

    private WebAddress() {}

    /// What is wrong with `address`, for people; empty when nothing is. One parser judges (S5):
    /// what it cannot read, others may read as something else.
    public static Optional<String> fault(String address) {
        return Optional.ofNullable(faultOf(address));
    }

    private static @Nullable String faultOf(String address) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException _) {
            return "Input should be a valid web address";
        }
        var scheme = url.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return "The address should begin with http:// or https://";
        }
        if (url.getRawUserInfo() != null) {
            return "The address should hold no user and no password";
        }
        // An authority without a host is one that other parsers find a host in.
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return "The address should name a host";
        }
        return url.getPort() == 0 || url.getPort() > MAX_PORT
                ? "The port should be from 1 to 65535"
                : null;
    }
}
