package dev.parley.connections;

import dev.parley.platform.http.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which web pages may open sockets here (W2).
final class Origins {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    /// A page's origin in the one form it is compared in: scheme, host, port.
    static Optional<String> of(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            var host = uri.getHost();
            var hasMore = !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/");
            if (scheme == null || host == null || hasMore || uri.getRawQuery() != null) {
                return Optional.empty();
            }
            return Optional.of(form(scheme.toLowerCase(Locale.ROOT), lower(host), uri.getPort()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// @param origin the values of every Origin header; programs send none
    /// @param own how clients reach this server
    /// @throws Problem.Forbidden for a page of another site
    static void check(List<String> origin, URI own, Set<String> allowed) {
        if (origin.isEmpty()) {
            return;
        }
        var page = origin.size() == 1 ? of(origin.getFirst()) : Optional.<String>empty();
        if (page.filter(from -> allowed.contains(from) || isOwn(from, own)).isEmpty()) {
            throw new Problem.Forbidden(
                    "Pages of this origin may not open sockets here; PARLEY_ALLOWED_ORIGINS names"
                            + " those that may");
        }
    }

    /// On the machine itself every name of it is one.
    private static boolean isOwn(String page, URI own) {
        var scheme = own.getScheme().toLowerCase(Locale.ROOT);
        var host = lower(own.getHost());
        var names = OWN_MACHINE.contains(host) ? OWN_MACHINE : Set.of(host);
        return names.stream().anyMatch(name -> page.equals(form(scheme, name, own.getPort())));
    }

    private static String form(String scheme, String host, int port) {
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + host + ":" + (port < 0 ? usual : port);
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
