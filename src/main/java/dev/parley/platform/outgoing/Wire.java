package dev.parley.platform.outgoing;

import dev.parley.platform.outgoing.addresses.AddressRule;
import dev.parley.platform.outgoing.addresses.ForbiddenAddress;
import dev.parley.platform.outgoing.addresses.Literal;
import dev.parley.platform.outgoing.addresses.Names;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The HTTP client below the guard, with everything switched off that it would do on its own:
/// redirects, retries, cookies, unpacking, and what the machine's settings say about proxies.
///
/// Addresses are looked at twice. All answers to a name are, before one of them is connected to;
/// and each socket looks at the address it is about to connect to, so that no way around the first
/// look leads out (S2, S6).
final class Wire {
    private static final int MAX_CONNECTIONS = 2_000;
    private static final int MAX_CONNECTIONS_A_HOST = 32;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(500);
    private static final TimeValue KEEP_IDLE = TimeValue.ofSeconds(15);
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_HEADERS = 100;
    private static final String USER_AGENT = "Parley";

    private Wire() {}

    static CloseableHttpClient open(Names names, AddressRule rule, SSLContext tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(names, rule, tls))
                .setUserAgent(USER_AGENT)
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .evictExpiredConnections()
                .evictIdleConnections(KEEP_IDLE)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            Names names, AddressRule rule, SSLContext tls) {
        var secured =
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", new DefaultClientTlsStrategy(tls))
                        .build();
        var connections =
                new PoolingHttpClientConnectionManager(
                        new DefaultHttpClientConnectionOperator(
                                _ -> new GuardedSocket(rule),
                                null,
                                new CheckedNames(names, rule),
                                secured),
                        PoolConcurrencyPolicy.STRICT,
                        PoolReusePolicy.LIFO,
                        null,
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxLineLength(MAX_HEADER_BYTES)
                                                .setMaxHeaderCount(MAX_HEADERS)
                                                .build())
                                .build());
        connections.setMaxTotal(MAX_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MAX_CONNECTIONS_A_HOST);
        connections.setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build());
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(CHECK_AFTER)
                        .build());
        return connections;
    }

    /// Names, of which one bad answer spoils all.
    private record CheckedNames(Names names, AddressRule rule) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var found =
                    Literal.isMeant(host)
                            ? Literal.read(host).stream().toList()
                            : names.resolve(host);
            if (found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            check(found, host);
            return found.toArray(InetAddress[]::new);
        }

        private void check(List<InetAddress> found, String host) throws ForbiddenAddress {
            if (found.stream().anyMatch(rule::forbids)) {
                throw new ForbiddenAddress(host);
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /// A socket that connects to no forbidden address and through no proxy.
    private static final class GuardedSocket extends Socket {
        private final AddressRule rule;

        GuardedSocket(AddressRule rule) {
            super(Proxy.NO_PROXY);
            this.rule = rule;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress place)
                    || place.isUnresolved()
                    || rule.forbids(place.getAddress())) {
                throw new ForbiddenAddress("socket");
            }
            super.connect(to, timeout);
        }
    }
}
