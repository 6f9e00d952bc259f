package dev.parley.platform.outgoing;

import dev.parley.platform.outgoing.NotReached.Reason;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request of a call: the first, or one that a redirect asked for.
record Hop(String method, URI url, Map<String, String> headers, byte @Nullable [] body) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /// Redirects that repeat the request as it was.
    private static final Set<Integer> FAITHFUL = Set.of(307, 308);

    static Hop first(Call call) throws NotReached {
        var url = Destinations.read(call.url()).orElseThrow(Destinations::forbidden);
        return new Hop(call.method(), url, call.headers(), call.body());
    }

    static boolean isRedirect(Answer answer) {
        return REDIRECTS.contains(answer.status()) && answer.headers().containsKey("location");
    }

    /// The request that `answer` asks for instead. Nothing of the tenant's goes to another origin,
    /// and nothing that was safe from eyes becomes plain (S4).
    Hop next(Answer answer) throws NotReached {
        var target = target(answer.headers().getOrDefault("location", ""));
        boolean isSameOrigin = origin(target).equals(origin(url));
        boolean isKept = FAITHFUL.contains(answer.status()) || isRead();
        if (isSecure(url) && !isSecure(target) || !isSameOrigin && isKept && body != null) {
            throw new NotReached(Reason.REDIRECTED);
        }
        return new Hop(
                isKept ? method : "GET",
                target,
                isSameOrigin ? headers : Map.of(),
                isKept ? body : null);
    }

    private boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private URI target(String location) throws NotReached {
        try {
            return Destinations.read(url.resolve(location).toString())
                    .orElseThrow(Destinations::forbidden);
        } catch (IllegalArgumentException _) {
            throw new NotReached(Reason.REDIRECTED);
        }
    }

    private static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static String origin(URI url) {
        return isSecure(url) + " " + HostAndPort.of(url);
    }
}
