package dev.parley.hives.crawling;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The address of a page in the one form it is known by: without fragment, default port and what
/// only follows visitors around.
public record PageAddress(URI url) {
    private static final int MAX_LENGTH = 512;
    private static final Pattern VISITOR =
            Pattern.compile(
                    "(?i)(utm_\\w*|gclid|fbclid|msclkid|mc_[ce]id|phpsessid|jsessionid|sessionid"
                            + "|session_id|sid|_ga)(=.*)?");
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/?;]*");

    /// Empty for what is no address of a page.
    public static Optional<PageAddress> of(String text) {
        try {
            var url = new URI(SESSION.matcher(text.strip()).replaceAll("")).normalize();
            if (url.getHost() == null || url.getScheme() == null || url.getUserInfo() != null) {
                return Optional.empty();
            }
            var scheme = url.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return Optional.empty();
            }
            var plain =
                    scheme
                            + "://"
                            + url.getHost().toLowerCase(Locale.ROOT)
                            + (isUsual(scheme, url.getPort()) ? "" : ":" + url.getPort())
                            + path(url)
                            + query(url.getRawQuery());
            return plain.length() > MAX_LENGTH
                    ? Optional.empty()
                    : Optional.of(new PageAddress(new URI(plain)));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// What two addresses share that differ in the order of their parameters only.
    String key() {
        var query = url.getRawQuery();
        if (query == null) {
            return toString();
        }
        var sorted = Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
        return toString().substring(0, toString().indexOf('?') + 1) + sorted;
    }

    /// The same server's address of `path`.
    String at(String path) {
        return url.getScheme() + "://" + url.getRawAuthority() + path;
    }

    /// Whether it is the first page of its server.
    public boolean isRoot() {
        return url.getRawPath().equals("/") && url.getRawQuery() == null;
    }

    private static boolean isUsual(String scheme, int port) {
        return port < 0 || port == (scheme.equals("http") ? 80 : 443);
    }

    private static String path(URI url) {
        var path = url.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        var kept =
                Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !VISITOR.matcher(part).matches())
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
