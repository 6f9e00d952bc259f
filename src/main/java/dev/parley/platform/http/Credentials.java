package dev.parley.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/// What a request says of its sender, and where it came from.
///
/// @param authorization the values of every Authorization header
/// @param address of the other end of the connection, never what a header claims (K9)
public record Credentials(List<String> authorization, String address) {
    public static Credentials of(HttpServerRequest request) {
        return new Credentials(
                request.headers().getAll(HttpHeaders.AUTHORIZATION),
                request.remoteAddress().hostAddress());
    }
}
