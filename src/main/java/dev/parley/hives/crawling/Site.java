package dev.parley.hives.crawling;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The pages that belong together: those of one host, with and without `www.`, over `http` and
/// `https`; on another port than the usual ones, those of that port.
public final class Site {
    private static final int MAX_SEGMENTS = 16;
    private static final int MAX_REPEATED = 3;

    private final String host;
    private final int port;

    public Site(PageAddress page) {
        this.host = host(page);
        this.port = page.url().getPort();
    }

    public boolean has(PageAddress page) {
        return host(page).equals(host) && page.url().getPort() == port;
    }

    /// Whether an address looks like one of an endless number: a link relative to itself.
    static boolean isEndless(PageAddress page) {
        List<String> segments = Arrays.asList(page.url().getRawPath().split("/"));
        return segments.size() > MAX_SEGMENTS
                || segments.stream()
                        .anyMatch(one ->
                                !one.isEmpty()
                                        && Collections.frequency(segments, one) > MAX_REPEATED);
    }

    private static String host(PageAddress page) {
        var host = page.url().getHost();
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
