package dev.parley.hives.sources;

import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.crawling.Crawl;
import dev.parley.hives.crawling.Crawl.Visit;
import dev.parley.hives.crawling.Fetch;
import dev.parley.hives.crawling.Fetch.Fetched;
import dev.parley.hives.crawling.Fetch.NoAnswer;
import dev.parley.hives.crawling.PageAddress;
import dev.parley.hives.crawling.Robots;
import dev.parley.hives.crawling.Site;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Unreadable;
import dev.parley.hives.passages.SourceStore.Read;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a website: one page, or those it leads to as well. A page that was read before is asked
/// whether it has changed since.
final class ReadWebsite implements Crawl.Pages {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]{1,40})");
    private static final int MAX_LINKS = 300;

    private final Reading reading;
    private final Fetch web;
    private final SourcesConfig config;
    private final HiveProps props;

    ReadWebsite(Reading reading, Fetch web, SourcesConfig config) {
        this.reading = reading;
        this.web = web;
        this.config = config;
        this.props = HiveProps.of(reading.hive());
    }

    void run(String url) throws Unreadable, InterruptedException {
        var first =
                PageAddress.of(url).orElseThrow(() -> new Unreadable("The address is no page's"));
        try {
            switch (new Crawl(web, config.crawl(), props.depth(), this).run(first)) {
                case ALL_READ -> {
                    // what was not found is gone
                }
                case TOO_MANY_PAGES ->
                        reading.progress()
                                .note(
                                        "Only the nearest "
                                                + config.crawl().pages()
                                                + " pages were read");
                case TOO_LONG -> {
                    reading.progress().note("The website took too long; the rest is left out");
                    reading.leaveTheRest();
                }
            }
        } catch (NoAnswer e) {
            reading.leaveTheRest();
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Visit visit(PageAddress page, boolean isCanonical) {
        var place = page.toString();
        reading.progress().current(place);
        var known = reading.known(place);
        if (known.isPresent() && reading.isDone(known.get())) {
            reading.done(known.get());
            return new Visit(null, known.get().links());
        }
        try {
            return take(page, isCanonical, web.get(place, headers(known)), known);
        } catch (NoAnswer e) {
            return unknown(place, String.valueOf(e.getMessage()), known);
        } catch (Unreadable e) {
            reading.skip(place, String.valueOf(e.getMessage()));
            return Visit.NOTHING;
        } catch (InterruptedException _) {
            reading.stop();
            return Visit.NOTHING;
        }
    }

    @Override
    public void skip(PageAddress page, String reason) {
        reading.skip(page.toString(), reason);
    }

    @Override
    public void found(int pages) {
        reading.progress().total(pages);
    }

    @Override
    public boolean isStopped() {
        return reading.isStopped();
    }

    private Visit take(PageAddress page, boolean isCanonical, Fetched answer, Optional<Read> known)
            throws Unreadable, InterruptedException {
        var place = page.toString();
        if (answer.status() == 304 && known.isPresent()) {
            reading.confirm(known.get());
            return new Visit(null, known.get().links());
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            return unknown(place, status(answer), known);
        }
        if (answer.status() != 200) {
            throw new Unreadable(status(answer));
        }
        var end = PageAddress.of(answer.url()).orElse(page);
        if (!end.equals(page) && !isCanonical) {
            return elsewhere(page, end);
        }
        return read(page, isCanonical, answer);
    }

    private static String status(Fetched answer) {
        return "The website answers with status " + answer.status();
    }

    private Visit elsewhere(PageAddress page, PageAddress end) throws Unreadable {
        if (!new Site(page).has(end)) {
            throw new Unreadable("The page leads to another website, " + end.url().getHost());
        }
        reading.progress().duplicate();
        return new Visit(end, List.of());
    }

    /// Whether it has changed cannot be told now.
    private Visit unknown(String place, String reason, Optional<Read> known) {
        reading.skip(place, reason);
        if (known.isEmpty()) {
            return Visit.NOTHING;
        }
        reading.leave(place);
        return new Visit(null, known.get().links());
    }

    private Visit read(PageAddress page, boolean isCanonical, Fetched answer)
            throws Unreadable, InterruptedException {
        var document = document(answer);
        var links = links(page, document);
        var canonical = canonical(page, document);
        if (canonical != null && !isCanonical) {
            reading.progress().duplicate();
            return new Visit(canonical, links);
        }
        if (document.links().mayBeKept()) {
            var origin =
                    new Reading.Origin(
                            page.toString(),
                            page.toString(),
                            header(answer, "etag"),
                            header(answer, "last-modified"),
                            links);
            reading.keep(document, origin);
        } else {
            reading.skip(page.toString(), "The page asks not to be kept");
        }
        return new Visit(null, links);
    }

    private Document document(Fetched answer) throws Unreadable, InterruptedException {
        var type = answer.header("content-type");
        var kind =
                DocumentKind.of(type.isEmpty() ? "text/html" : type)
                        .orElseThrow(() -> new Unreadable("The page is neither text nor document"));
        if (answer.isCut()) {
            if (kind != DocumentKind.HTML) {
                throw new Unreadable(
                        "The page is larger than " + (config.maxBytes() >> 20) + " MiB");
            }
            reading.progress().note("The rest of very large pages is left out");
        }
        var charset = CHARSET.matcher(type);
        return reading.read(
                new ReadApart.Work(
                        kind,
                        () -> new ByteArrayInputStream(answer.body()),
                        answer.url(),
                        charset.find() ? charset.group(1) : null));
    }

    private List<String> links(PageAddress page, Document document) {
        if (props.depth() == 0) {
            return List.of();
        }
        var site = new Site(page);
        return document.links().targets().stream()
                .flatMap(link -> PageAddress.of(link).stream())
                .filter(site::has)
                .map(PageAddress::toString)
                .distinct()
                .limit(MAX_LINKS)
                .toList();
    }

    /// The page to read in the place of this one. That every page is the first one is a common
    /// mistake of those who build websites.
    private static @Nullable PageAddress canonical(PageAddress page, Document document) {
        var named = document.links().canonical();
        return named == null
                ? null
                : PageAddress.of(named)
                        .filter(other -> !other.equals(page) && !other.isRoot())
                        .filter(new Site(page)::has)
                        .orElse(null);
    }

    private static Map<String, String> headers(Optional<Read> known) {
        var headers = new HashMap<String, String>();
        headers.put("User-Agent", Robots.AGENT);
        headers.put("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5");
        known.ifPresent(read -> {
            put(headers, "If-None-Match", read.source().etag());
            put(headers, "If-Modified-Since", read.source().lastModified());
        });
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static @Nullable String header(Fetched answer, String name) {
        var value = answer.header(name);
        return value.isEmpty() || value.length() > 200 ? null : value;
    }
}
