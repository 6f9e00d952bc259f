package dev.parley.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.outgoing.Clients.Changing;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.testing.Peer;
import dev.parley.testing.TlsIdentity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

class TlsTest {
    private static final TlsIdentity IDENTITY = TlsIdentity.of("shop.example");

    private final Changing names =
            new Changing().with("shop.example", "127.0.0.2").with("other.example", "127.0.0.2");

    @Test // S2
    void namesTheHostAndConnectsToTheAddressThatWasChecked() throws NotReached {
        var asked = new CopyOnWriteArrayList<String>();
        try (var peer = peer(asked);
                var client = client(IDENTITY)) {
            var answer = client.send(Clients.get("https://shop.example:" + peer.port() + "/a"));

            assertThat(answer.body()).asString().isEqualTo("hello");
            assertThat(asked).containsExactly("shop.example");
            assertThat(peer.received().getFirst().header("Host"))
                    .isEqualTo("shop.example:" + peer.port());
        }
    }

    @Test // N4
    void believesNobodyWithAnotherCertificate() {
        try (var peer = peer(new CopyOnWriteArrayList<>());
                var client = client(IDENTITY);
                var doubting = client(TlsIdentity.of("shop.example"))) {
            for (var url : List.of("https://other.example:", "https://127.0.0.2:")) {
                assertThat(Clients.reason(client, Clients.get(url + peer.port() + "/")))
                        .isEqualTo(Reason.UNREACHABLE);
            }
            var url = "https://shop.example:" + peer.port() + "/";
            assertThat(Clients.reason(doubting, Clients.get(url))).isEqualTo(Reason.UNREACHABLE);
            assertThat(peer.received()).isEmpty();
        }
    }

    private GuardedClient client(TlsIdentity identity) {
        return new GuardedClient(
                new OutgoingConfig(Set.of()),
                List.of(),
                names,
                Clients.ONLY_TWO,
                identity.client());
    }

    private static Peer peer(List<String> asked) {
        var sockets =
                new javax.net.ServerSocketFactory() {
                    @Override
                    public SSLServerSocket createServerSocket() throws IOException {
                        var socket =
                                (SSLServerSocket)
                                        IDENTITY.server()
                                                .getServerSocketFactory()
                                                .createServerSocket();
                        var parameters = socket.getSSLParameters();
                        parameters.setSNIMatchers(List.of(noting(asked)));
                        socket.setSSLParameters(parameters);
                        return socket;
                    }

                    @Override
                    public SSLServerSocket createServerSocket(int port) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public SSLServerSocket createServerSocket(int port, int backlog) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public SSLServerSocket createServerSocket(
                            int port, int backlog, java.net.InetAddress address) {
                        throw new UnsupportedOperationException();
                    }
                };
        return Peer.on(sockets, "127.0.0.2", 0, Peer.answering(200, "hello"));
    }

    private static SNIMatcher noting(List<String> asked) {
        return new SNIMatcher(0) {
            @Override
            public boolean matches(SNIServerName name) {
                asked.add(new SNIHostName(name.getEncoded()).getAsciiName());
                return true;
            }
        };
    }
}
