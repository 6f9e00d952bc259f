package dev.parley.sessions;

import dev.parley.platform.http.Credentials;
import java.net.URI;
import java.time.Duration;

/// The cookie in which a browser keeps a session: out of reach of every script, and sent to this
/// server by its own pages alone (RFC 6265bis, `HttpOnly` and `SameSite=Strict`).
final class SessionCookie {
    private SessionCookie() {}

    /// The value of a `Set-Cookie` header.
    ///
    /// @param url how browsers reach this server; over TLS the cookie goes no other way
    static String holding(String token, Duration life, URI url) {
        return text(token, life.toSeconds(), url);
    }

    /// The value of a `Set-Cookie` header that takes the cookie away.
    static String none(URI url) {
        return text("", 0, url);
    }

    private static String text(String value, long seconds, URI url) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(
                        Credentials.SESSION_COOKIE,
                        value,
                        seconds,
                        "https".equals(url.getScheme()) ? "; Secure" : "");
    }
}
