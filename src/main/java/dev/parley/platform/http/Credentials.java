package dev.parley.platform.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/// What a request says of its sender, and where it came from.
///
/// @param authorization the values of every Authorization header
/// @param session what the cookie of a signed-in browser holds; empty when there is none, or when a
///   page of another site may have sent the request
/// @param address of the other end of the connection, never what a header claims (K9)
public record Credentials(List<String> authorization, String session, String address) {
    /// The cookie of a signed-in browser.
    public static final String SESSION_COOKIE = "parley_session";

    /// The header without which a cookie changes nothing: no page of another origin can send it
    /// unless this server agrees beforehand, which it does not.
    public static final String SAME_ORIGIN = "x-parley-console";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    public Credentials(List<String> authorization, String address) {
        this(authorization, "", address);
    }

    public static Credentials of(HttpServerRequest request) {
        return new Credentials(
                request.headers().getAll(HttpHeaders.AUTHORIZATION),
                session(request),
                request.remoteAddress().hostAddress());
    }

    private static String session(HttpServerRequest request) {
        boolean isOwn = SAFE.contains(request.method()) || request.headers().contains(SAME_ORIGIN);
        Cookie cookie = isOwn ? request.getCookie(SESSION_COOKIE) : null;
        return cookie == null ? "" : cookie.getValue();
    }
}
