package dev.parley.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.documentation.Asset;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.util.List;

/// The console's page and its files, open to anybody: who sees what is the API's to decide. The
/// page asks no other host for anything, runs no script but its own, and makes none of text (X1).
public final class ConsoleResource {
    private static final String PAGE = "index.html";

    public List<Route> routes() {
        return List.of(
                Route.get("/", Access.PUBLIC, _ -> toConsole()),
                Route.get("/console/assets/:file", Access.PUBLIC, this::file),
                Route.get("/console/*", Access.PUBLIC, this::page));
    }

    private static Response toConsole() {
        return Response.of(302, "text/plain", new byte[0])
                .with("Location", Program.built().isPresent() ? "/console/" : "/talk");
    }

    /// Which of its pages is meant is the program's to find out.
    private Response page(Request request) {
        var page = program().pages().get(PAGE);
        if (page == null) {
            throw new Problem.NotFound("Console");
        }
        var nonce = Policy.nonce();
        return Asset.of("text/html; charset=utf-8", page.replace("{nonce}", nonce).getBytes(UTF_8))
                .answerTo(request)
                .with(Policy.HEADERS)
                .with("X-Frame-Options", "DENY")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Content-Security-Policy", Policy.of(nonce, "frame-ancestors 'none'"));
    }

    /// Only what the program loads has a name here; nothing is looked up by it (K1).
    private Response file(Request request) {
        var file = program().files().get(request.id("file", "File"));
        if (file == null) {
            throw new Problem.NotFound("File");
        }
        return file.answerTo(request)
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("X-Content-Type-Options", "nosniff");
    }

    private static Program program() {
        return Program.built().orElseThrow(() -> new Problem.NotFound("Console"));
    }
}
