package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Outline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Web pages: what a visitor reads of them, without menus, scripts and what is hidden.
final class HtmlReader {
    private static final int MAX_LINKS = 2_000;
    private static final int MAX_ADDRESS = 512;

    /// Never read: not text, not seen, or the same on every page.
    private static final String NOT_READ =
            "script, style, noscript, template, iframe, object, svg, canvas, nav, button, select,"
                    + " textarea, dialog, [hidden], [aria-hidden=true], [role=navigation],"
                    + " [role=search], [role=dialog]";

    private static final Pattern UNSEEN =
            Pattern.compile(
                    "(display:none|visibility:hidden|font-size:0(px|em|rem|pt|%)?(;|$)"
                            + "|opacity:0(\\.0*)?(;|$))");

    private HtmlReader() {}

    /// @param charset what the server says; without it the page itself is asked
    static Document read(byte[] bytes, @Nullable String charset, String address, int maxCharacters)
            throws IOException {
        var page = Jsoup.parse(new ByteArrayInputStream(bytes), known(charset), address);
        var title = CleanText.line(page.title());
        var links = links(page);
        var outline = new Outline(maxCharacters);
        read(page, outline);
        var document = Document.of(title.isEmpty() ? outline.firstHeading() : title, outline);
        return document.with(links);
    }

    private static @Nullable String known(@Nullable String charset) {
        try {
            return charset != null && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static void read(org.jsoup.nodes.Document page, Outline outline) {
        page.select(NOT_READ).remove();
        page.select("[style]").forEach(HtmlReader::removeUnseen);
        var main = main(page);
        if (main == page.body()) {
            HtmlBlocks.read(main, outline);
            return;
        }
        // where and when to find a business is often said at the foot of every page
        var contacts = page.select("address").stream().filter(one -> !isWithin(one, main)).toList();
        HtmlBlocks.read(main, outline);
        contacts.forEach(contact -> HtmlBlocks.read(contact, outline));
    }

    private static void removeUnseen(Element element) {
        var style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (UNSEEN.matcher(style).find()) {
            element.remove();
        }
    }

    /// What the page is about, if it says so and that is where its text is.
    private static Element main(org.jsoup.nodes.Document page) {
        var body = page.body();
        int all = body.text().length();
        for (var query : List.of("main, [role=main]", "article")) {
            var found = page.select(query);
            if (found.size() == 1 && found.getFirst().text().length() * 10L >= all * 3L) {
                return found.getFirst();
            }
        }
        return body;
    }

    private static boolean isWithin(Element inner, Element outer) {
        return inner.parents().contains(outer);
    }

    private static Document.Links links(org.jsoup.nodes.Document page) {
        var robots =
                page.select("meta[name=robots], meta[name=parleybot]").stream()
                        .map(meta -> meta.attr("content").toLowerCase(Locale.ROOT))
                        .toList();
        boolean mayFollow = robots.stream().noneMatch(HtmlReader::forbidsFollowing);
        boolean mayKeep = robots.stream().noneMatch(HtmlReader::forbidsKeeping);
        var canonical = page.select("link[rel=canonical][href]").first();
        var targets =
                !mayFollow
                        ? List.<String>of()
                        : page.select("a[href]:not([rel~=nofollow]), area[href]").stream()
                                .map(link -> link.absUrl("href"))
                                .filter(HtmlReader::isAddress)
                                .distinct()
                                .limit(MAX_LINKS)
                                .toList();
        return new Document.Links(
                canonical == null || !isAddress(canonical.absUrl("href"))
                        ? null
                        : canonical.absUrl("href"),
                targets,
                mayKeep);
    }

    private static boolean forbidsFollowing(String rules) {
        return rules.contains("nofollow") || rules.contains("none");
    }

    private static boolean forbidsKeeping(String rules) {
        return rules.contains("noindex") || rules.contains("none");
    }

    private static boolean isAddress(String url) {
        return url.startsWith("http") && url.length() <= MAX_ADDRESS;
    }
}
