package dev.parley.invites;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/// The page an invitation's address leads to. It runs its own script alone, asks this server alone,
/// and takes the code out of the address at once.
final class AcceptPage {
    private final Response response;

    AcceptPage() {
        var html = read();
        var policy =
                "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; style-src "
                        + hash(html, "style")
                        + "; script-src "
                        + hash(html, "script");
        response =
                Response.of(200, "text/html; charset=utf-8", html.getBytes(UTF_8))
                        .with(
                                Map.of(
                                        "Content-Security-Policy", policy,
                                        "Referrer-Policy", "no-referrer",
                                        "Cache-Control", "no-cache"));
    }

    Response response() {
        return response;
    }

    private static String read() {
        try (var file = AcceptPage.class.getResourceAsStream("/invites/accept-invite.html")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a content security policy names an inline element by.
    private static String hash(String html, String element) {
        var start = html.indexOf("<" + element + ">") + element.length() + 2;
        var content = html.substring(start, html.indexOf("</" + element + ">", start));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
