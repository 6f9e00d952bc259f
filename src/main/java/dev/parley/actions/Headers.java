package dev.parley.actions;

import dev.parley.platform.json.Fields;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The headers of an HTTP action: what may be sent in somebody else's name (S7). Values often are
/// credentials, so every one of them is sealed where it is kept and masked where it is shown (E3).
final class Headers {
    /// Stands for a value in every answer. It is no header value, as those are ASCII, so that
    /// coming back in a PUT it can only mean the value that is kept.
    static final String MASK = "\u2022".repeat(8);

    private static final int MAX_HEADERS = 50;
    private static final int MAX_VALUE = 4_096;

    /// A token of RFC 9110, 5.6.2.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

    /// Visible ASCII with blanks and tabs inside: nothing that begins another line or another
    /// header.
    private static final Pattern VALUE = Pattern.compile("([!-~]([\\t -~]*[!-~])?)?");

    /// What frames a message or concerns one connection only (RFC 9110, 7.6.1), what names the
    /// sender of a request, and what the platform signs its own events with.
    private static final Set<String> REFUSED =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "forwarded",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "via",
                    "webhook-id",
                    "webhook-signature",
                    "webhook-timestamp",
                    "x-forwarded-for",
                    "x-forwarded-host",
                    "x-forwarded-proto",
                    "x-org");

    private Headers() {}

    /// The headers of `endpoint`, in the order given, or null.
    static @Nullable Map<String, String> read(Fields endpoint) {
        var given = endpoint.optionalFreeObject("headers");
        if (given == null) {
            return null;
        }
        if (given.size() > MAX_HEADERS) {
            return endpoint.wrong("headers", "At most " + MAX_HEADERS + " headers", "too_long");
        }
        var headers = new LinkedHashMap<String, String>();
        endpoint.optionalObject(
                "headers",
                fields -> {
                    var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                    given.fieldNames()
                            .forEachRemaining(name -> {
                                checkName(endpoint, fields, name, seen.add(name));
                                headers.put(name, value(fields, name));
                            });
                    return headers;
                });
        return headers;
    }

    private static void checkName(Fields endpoint, Fields headers, String name, boolean isFirst) {
        if (!NAME.matcher(name).matches()) {
            endpoint.wrong("headers", "A header's name should be a token", "header_name");
        } else if (!isFirst) {
            headers.wrong(name, "This header is given twice", "header_name");
        } else if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
            headers.wrong(name, "This header is the platform's to set", "header_name");
        }
    }

    private static String value(Fields headers, String name) {
        var value = headers.text(name, 0, MAX_VALUE);
        if (!value.equals(MASK) && !VALUE.matcher(value).matches()) {
            headers.wrong(
                    name,
                    "A header's value should be visible ASCII, without line breaks",
                    "header_value");
        }
        return value;
    }
}
