package dev.parley.documentation;

import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;
import java.util.Map;

/// The contract and the page that shows it, open to anybody. A browser that opens it asks no other
/// host for anything, and sends a key the reader typed to this server alone.
public final class DocumentationResource {
    private static final String FILE = "File";

    /// Scripts and styles are files of this server; the viewer has small pictures in its styles.
    private static final Map<String, String> STRICT =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Frame-Options",
                    "DENY",
                    "Cross-Origin-Opener-Policy",
                    "same-origin");

    /// Read when first asked for; most servers are never asked.
    private static final class Read {
        static final Contract CONTRACT = Contract.read();
    }

    private static final class Shown {
        static final Viewer VIEWER = Viewer.read();
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/docs/", Access.PUBLIC, DocumentationResource::withoutSlash),
                Route.get("/docs", Access.PUBLIC, this::page),
                Route.get("/docs/:version/:file", Access.PUBLIC, this::file),
                Route.get("/openapi.yaml", Access.PUBLIC, this::yaml),
                Route.get("/openapi.json", Access.PUBLIC, this::json));
    }

    /// The page's links are relative, so that it also works below another server's path; with a
    /// slash at the end of its own address they would lead elsewhere.
    private static Response withoutSlash(Request request) {
        return Response.of(308, "text/plain", new byte[0]).with("Location", "../docs");
    }

    private Response page(Request request) {
        return current(Shown.VIEWER.page(), request).with(STRICT);
    }

    /// Only what the page loads has a name here; nothing is looked up by it (K1).
    private Response file(Request request) {
        var file = Shown.VIEWER.files().get(request.id("file", FILE));
        if (file == null || !request.id("version", FILE).equals(Shown.VIEWER.version())) {
            throw new Problem.NotFound(FILE);
        }
        return file.answerTo(request).with("Cache-Control", "public, max-age=31536000, immutable");
    }

    private Response yaml(Request request) {
        return current(Read.CONTRACT.yaml(), request);
    }

    private Response json(Request request) {
        return current(Read.CONTRACT.json(), request);
    }

    private static Response current(Asset asset, Request request) {
        return asset.answerTo(request).with("Cache-Control", "no-cache");
    }
}
