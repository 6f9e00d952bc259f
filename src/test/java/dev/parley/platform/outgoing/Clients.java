package dev.parley.platform.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.outgoing.addresses.AddressRule;
import dev.parley.platform.outgoing.addresses.Names;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Guarded clients to try: to them 127.0.0.2 is public, and everything else of this machine is not.
final class Clients {
    static final AddressRule ONLY_TWO = address -> !address.getHostAddress().equals("127.0.0.2");
    static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(20), 1 << 20, 0);

    private Clients() {}

    static GuardedClient of(Names names) {
        return of(names, ONLY_TWO);
    }

    static GuardedClient of(Names names, AddressRule rule) {
        return of(names, rule, Set.of(), List.of());
    }

    static GuardedClient of(
            Names names, AddressRule rule, Set<String> allowed, List<OwnEndpoint> own) {
        try {
            var places = allowed.stream().map(HostAndPort::read).collect(Collectors.toSet());
            return new GuardedClient(
                    new OutgoingConfig(places), own, names, rule, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Call get(String url) {
        return get(url, BOUNDS);
    }

    static Call get(String url, Bounds bounds) {
        return new Call("GET", url, Map.of(), null, bounds);
    }

    static Call get(String url, Map<String, String> headers, int maxRedirects) {
        var bounds = new Bounds(BOUNDS.deadline(), BOUNDS.maxBytes(), maxRedirects);
        return new Call("GET", url, headers, null, bounds);
    }

    static Call post(String url, String body, int maxRedirects) {
        var bounds = new Bounds(BOUNDS.deadline(), BOUNDS.maxBytes(), maxRedirects);
        return new Call("POST", url, Map.of("Authorization", "hush"), body.getBytes(UTF_8), bounds);
    }

    /// Why `call` has no answer; null when it has one.
    static NotReached.@Nullable Reason reason(GuardedClient client, Call call) {
        try {
            client.send(call);
            return null;
        } catch (NotReached e) {
            return e.reason();
        }
    }

    /// Names that stand for one thing after the other, `127.0.0.2 127.0.0.3` for two at once; the
    /// last stays.
    static final class Changing implements Names {
        private final Map<String, Deque<String>> answers = new HashMap<>();
        private int asked;

        Changing with(String host, String... answersInTurn) {
            answers.put(host, new ArrayDeque<>(Arrays.asList(answersInTurn)));
            return this;
        }

        int asked() {
            return asked;
        }

        @Override
        public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
            asked++;
            var left = answers.get(host);
            if (left == null) {
                throw new UnknownHostException(host);
            }
            var now = left.size() > 1 ? left.remove() : left.element();
            return Stream.of(now.split(" ")).map(InetAddress::ofLiteral).toList();
        }
    }
}
