package dev.parley.console;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/// What a browser is told to let the console's pages do: no host but this, no script but the files
/// of the program, none made of text (X1).
final class Policy {
    /// The headers that are the same for every page.
    static final Map<String, String> HEADERS =
            Map.of(
                    "Permissions-Policy",
                    "microphone=(self), camera=(), geolocation=()",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Cache-Control",
                    "no-cache");

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Policy() {}

    /// The number of one answer. Styles a component adds while it runs carry it; scripts never need
    /// it.
    static String nonce() {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The value of a `Content-Security-Policy` header.
    ///
    /// @param frameAncestors which pages may hold this one in a frame
    static String of(String nonce, String frameAncestors) {
        return "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-"
                + nonce
                + "'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none'; "
                + frameAncestors
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
