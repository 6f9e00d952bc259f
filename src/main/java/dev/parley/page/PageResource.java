package dev.parley.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.documentation.Asset;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;
import java.util.Map;

/// The page and its files. It asks no other host for anything, and nothing in it is inline.
public final class PageResource {
    private static final String FOLDER = "/dev/parley/page/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> STRICT =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
                            + " img-src 'self'; connect-src 'self'; base-uri 'none';"
                            + " form-action 'none'; frame-ancestors 'none'",
                    "Permissions-Policy",
                    "microphone=(self), camera=(), geolocation=()",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Frame-Options",
                    "DENY",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Cross-Origin-Opener-Policy",
                    "same-origin");

    /// Read when first asked for.
    private static final class Read {
        static final Map<String, Asset> FILES =
                Map.of(
                        "page.css", Asset.at(FOLDER + "page.css", "text/css; charset=utf-8"),
                        "page.js", Asset.at(FOLDER + "page.js", SCRIPT),
                        "line.js", Asset.at(FOLDER + "line.js", SCRIPT),
                        "sound.js", Asset.at(FOLDER + "sound.js", SCRIPT),
                        "own-voice.js", Asset.at(FOLDER + "own-voice.js", SCRIPT),
                        "worklets.js", Asset.at(FOLDER + "worklets.js", SCRIPT),
                        "words.js", Asset.at(FOLDER + "words.js", SCRIPT),
                        "icon.svg", Asset.at(FOLDER + "icon.svg", "image/svg+xml"));
        static final String VERSION = Asset.version(FILES);
        static final Asset PAGE =
                Asset.of(
                        "text/html; charset=utf-8",
                        new String(Asset.read(FOLDER + "page.html"), UTF_8)
                                .replace("{version}", VERSION)
                                .getBytes(UTF_8));
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/talk", Access.PUBLIC, this::page),
                Route.get("/page/:version/:file", Access.PUBLIC, this::file));
    }

    private Response page(Request request) {
        return Read.PAGE.answerTo(request).with("Cache-Control", "no-cache").with(STRICT);
    }

    /// Only what the page loads has a name here; nothing is looked up by it (K1).
    private Response file(Request request) {
        var file = Read.FILES.get(request.id("file", "File"));
        if (file == null || !request.id("version", "File").equals(Read.VERSION)) {
            throw new Problem.NotFound("File");
        }
        return file.answerTo(request)
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("X-Content-Type-Options", "nosniff");
    }
}
