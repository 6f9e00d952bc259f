package dev.parley.page;

import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Request;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Somebody who opens the page.
///
/// @param address of the other end of the connection
record Visitor(String address) implements Principal {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Lets everybody in, and remembers from where.
    static final Access ANY =
            new Access() {
                @Override
                public Optional<Principal> known(Credentials credentials) {
                    return Optional.of(admit(credentials));
                }

                @Override
                public Principal admit(Credentials credentials) {
                    // an address may name the card it came in by
                    return new Visitor(credentials.address().replaceFirst("%.*", ""));
                }
            };

    @Override
    public String name() {
        return "";
    }

    /// Whether `request` comes from this machine. What a proxy here passes on does not, and neither
    /// does a page of another site whose name leads here.
    static boolean isHere(Request request) {
        var visitor = (Visitor) request.principal();
        boolean isPassedOn =
                !request.header("forwarded").isEmpty()
                        || !request.header("x-forwarded-for").isEmpty();
        return InetAddress.ofLiteral(visitor.address()).isLoopbackAddress()
                && !isPassedOn
                && OWN_MACHINE.contains(hostName(request));
    }

    /// Whether a page of another site sent `request`.
    static boolean isForeign(Request request) {
        var origin = request.header("origin");
        return !origin.isEmpty()
                && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.header("host"));
    }

    private static String hostName(Request request) {
        try {
            var host = URI.create("http://" + request.header("host")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
