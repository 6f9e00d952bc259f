package dev.parley.platform.outgoing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which headers a call may have. They are checked where they are saved, too; this is the last look
/// before the wire (S7).
final class CallHeaders {
    /// A token of RFC 9110, 5.6.2.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

    /// No control character, so nothing that begins another line.
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]{0,16384}");

    /// What frames a message, concerns one connection only (RFC 9110, 7.6.1), or names who is asked
    /// and who asks.
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
                    "x-forwarded-for",
                    "x-forwarded-host",
                    "x-forwarded-proto",
                    "x-org");

    private CallHeaders() {}

    static boolean areGood(Map<String, String> headers) {
        return headers.entrySet().stream()
                .allMatch(header ->
                        NAME.matcher(header.getKey()).matches()
                                && VALUE.matcher(header.getValue()).matches()
                                && !REFUSED.contains(header.getKey().toLowerCase(Locale.ROOT)));
    }
}
