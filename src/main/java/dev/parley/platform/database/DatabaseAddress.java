package dev.parley.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL is and who we are there.
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {
    /// From the usual `postgresql://user:password@host:port/database?option=…`, or a JDBC address.
    public static DatabaseAddress of(String url) {
        if (url.startsWith("jdbc:")) {
            return new DatabaseAddress(url, null, null);
        }
        var uri = URI.create(url);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new DatabaseAddress(jdbc, null, null);
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new DatabaseAddress(jdbc, decode(userInfo), null)
                : new DatabaseAddress(
                        jdbc,
                        decode(userInfo.substring(0, colon)),
                        decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
