package dev.parley.hives.sources;

import dev.parley.hives.apart.ReadApart;
import dev.parley.hives.crawling.Fetch;
import dev.parley.hives.crawling.Robots;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Unreadable;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a document of Google that everybody with its address may read, as the web page it can be
/// exported as.
final class ReadGoogleDocument {
    private static final Pattern PUBLISHED =
            Pattern.compile("/document/d/e/([A-Za-z0-9_-]{10,200})(/.*)?");
    private static final Pattern SHARED =
            Pattern.compile("/document/(?:u/\\d+/)?d/([A-Za-z0-9_-]{10,200})(/.*)?");

    private final Reading reading;
    private final Fetch web;
    private final URI google;

    ReadGoogleDocument(Reading reading, Fetch web, URI google) {
        this.reading = reading;
        this.web = web;
        this.google = google;
    }

    void run(String url) throws Unreadable, InterruptedException {
        reading.progress().total(1);
        reading.progress().current(url);
        var export = export(url);
        Fetch.Fetched answer;
        try {
            answer = web.get(export, Map.of("User-Agent", Robots.AGENT));
        } catch (Fetch.NoAnswer e) {
            reading.leaveTheRest();
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        boolean isPage = answer.header("content-type").startsWith("text/html");
        if (answer.status() != 200 || !isPage || isSignIn(answer.url())) {
            throw new Unreadable(
                    "The document is gone, or not everybody with its link may read it");
        }
        if (answer.isCut()) {
            reading.progress().note("The rest of very large pages is left out");
        }
        var work =
                new ReadApart.Work(
                        DocumentKind.HTML,
                        () -> new ByteArrayInputStream(answer.body()),
                        answer.url(),
                        "UTF-8");
        reading.keep(reading.read(work), Reading.Origin.of(url, "Google document"));
    }

    private String export(String url) throws Unreadable {
        var path = URI.create(url).getRawPath();
        var published = PUBLISHED.matcher(path == null ? "" : path);
        if (published.matches()) {
            return google + "/document/d/e/" + published.group(1) + "/pub";
        }
        var shared = SHARED.matcher(path == null ? "" : path);
        if (shared.matches()) {
            return google + "/document/d/" + shared.group(1) + "/export?format=html";
        }
        throw new Unreadable("The address is not that of a document of Google Docs");
    }

    private static boolean isSignIn(String url) {
        return url.startsWith("https://accounts.google.com/");
    }
}
