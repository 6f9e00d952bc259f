package dev.parley.hives.sources;

import dev.parley.hives.crawling.CrawlLimits;
import dev.parley.hives.crawling.Fetch;
import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.platform.outgoing.GuardedClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// How hives are read, and where that ends.
///
/// @param hivesAtOnce hives this server reads at one time; of one organization at most half of them
/// @param maxBytes of one page
/// @param googleDocs where documents of Google are exported
public record SourcesConfig(int hivesAtOnce, CrawlLimits crawl, int maxBytes, URI googleDocs) {
    private static final Setting<Integer> AT_ONCE =
            Setting.number(
                    "PARLEY_HIVES_AT_ONCE",
                    4,
                    0,
                    10,
                    "hives this server reads at one time; 0 leaves them to other servers");
    private static final Setting<Integer> PAGES =
            Setting.number(
                    "PARLEY_CRAWL_PAGES", 500, 1, 10_000, "the most pages read of one website");
    private static final Setting<Integer> MINUTES =
            Setting.number(
                    "PARLEY_CRAWL_MINUTES", 30, 1, 24 * 60, "the longest one website is read");
    private static final Setting<Integer> MEBIBYTES =
            Setting.number("PARLEY_CRAWL_PAGE_MIB", 8, 1, 64, "the most one page may weigh, MiB");
    private static final Setting<URI> GOOGLE_DOCS =
            new Setting<>(
                    "PARLEY_GOOGLE_DOCS_URL",
                    "https://docs.google.com",
                    "where documents of Google are exported",
                    URI::create);

    private static final int PAGES_AT_ONCE = 4;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    public static final List<Setting<?>> SETTINGS =
            List.of(AT_ONCE, PAGES, MINUTES, MEBIBYTES, GOOGLE_DOCS);

    /// A way to websites.
    public Fetch web(GuardedClient outgoing) {
        return new GuardedFetch(outgoing, maxBytes);
    }

    public static SourcesConfig from(Settings settings) {
        return new SourcesConfig(
                settings.get(AT_ONCE),
                new CrawlLimits(
                        settings.get(PAGES),
                        Duration.ofMinutes(settings.get(MINUTES)),
                        PAGES_AT_ONCE,
                        LONGEST_DELAY),
                settings.get(MEBIBYTES) << 20,
                settings.get(GOOGLE_DOCS));
    }
}
