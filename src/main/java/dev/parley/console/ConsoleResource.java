package dev.parley.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.documentation.Asset;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The console's page and its files, open to anybody: who sees what is the API's to decide. The
/// page asks no other host for anything, runs no script but its own, and makes none of text (X1).
public final class ConsoleResource {
    private static final int NONCE_BYTES = 16;
    private static final Map<String, String> STRICT =
            Map.of(
                    "Permissions-Policy",
                    "microphone=(self), camera=(), geolocation=()",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Frame-Options",
                    "DENY",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cache-Control",
                    "no-cache");

    private final SecureRandom random = new SecureRandom();

    /// Read when first asked for.
    private static final class Read {
        static final Optional<Program> PROGRAM = Program.read();
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/", Access.PUBLIC, _ -> toConsole()),
                Route.get("/console/assets/:file", Access.PUBLIC, this::file),
                Route.get("/console/*", Access.PUBLIC, this::page));
    }

    private static Response toConsole() {
        return Response.of(302, "text/plain", new byte[0])
                .with("Location", Read.PROGRAM.isPresent() ? "/console/" : "/talk");
    }

    /// Which of its pages is meant is the program's to find out.
    private Response page(Request request) {
        var program = program();
        var nonce = nonce();
        return Asset.of(
                        "text/html; charset=utf-8",
                        program.page().replace("{nonce}", nonce).getBytes(UTF_8))
                .answerTo(request)
                .with(STRICT)
                .with("Content-Security-Policy", policy(nonce));
    }

    /// Styles a component adds while it runs carry the nonce; scripts never need it.
    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-"
                + nonce
                + "'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                + " trusted-types 'none'";
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
        return Read.PROGRAM.orElseThrow(() -> new Problem.NotFound("Console"));
    }
}
