package dev.parley.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.outgoing.Clients.Changing;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.testing.Peer;
import dev.parley.testing.TlsIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// S4
class RedirectsTest {
    private static final Map<String, String> SECRETS =
            Map.of("Authorization", "hush", "Cookie", "hush", "X-Key", "hush");

    private final Peer inside = Peer.on("127.0.0.3", Peer.answering(200, "secret"));
    private final Changing names =
            new Changing().with("shop.example", "127.0.0.2").with("inside.example", "127.0.0.3");
    private final GuardedClient client = Clients.of(names);

    /// Sends everybody from `/from` to where its query says, and says hello elsewhere.
    private final Peer outside =
            Peer.on(
                    "127.0.0.2",
                    (request, out) -> {
                        var parts = request.path().split("\\?to=", 2);
                        out.write(
                                parts.length == 2
                                        ? Peer.answer(status(parts[0]), "", "Location: " + parts[1])
                                        : Peer.answer(200, "hello"));
                    });

    @AfterEach
    void close() {
        client.close();
        outside.close();
        inside.close();
    }

    private static int status(String path) {
        return Integer.parseInt(path.substring(1));
    }

    private String from(int status, String to) {
        return outside.url("/" + status + "?to=" + to);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areTheAnswerWhereNoneIsAskedFor(int status) throws NotReached {
        var answer = client.send(Clients.get(from(status, "/to")));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(outside.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFollowedWithinTheOriginWithAllHeaders(int status) throws NotReached {
        var answer = client.send(Clients.get(from(status, "/to"), SECRETS, 5));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.url()).isEqualTo(outside.url("/to"));
        assertThat(outside.received().getLast().header("X-Key")).isEqualTo("hush");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void leaveEveryHeaderBehindWhereTheyCrossOrigins(int status) throws NotReached {
        try (var other = Peer.on("127.0.0.2", Peer.answering(200, "hello"))) {
            client.send(Clients.get(from(status, other.url("/to")), SECRETS, 5));
            var named = "http://shop.example:" + outside.port() + "/to";
            client.send(Clients.get(from(status, named), SECRETS, 5));

            assertThat(other.received()).hasSize(1);
            assertThat(other.received().getFirst().head()).doesNotContain("hush");
            assertThat(outside.received().getLast().head()).doesNotContain("hush");
        }
    }

    @Test
    void turnAPostIntoAGetUnlessTheyKeepIt() throws NotReached {
        for (int status : List.of(301, 302, 303)) {
            client.send(Clients.post(from(status, "/to"), "order", 1));
            assertThat(outside.received().getLast().line()).startsWith("GET /to");
            assertThat(outside.received().getLast().text()).isEmpty();
        }
        for (int status : List.of(307, 308)) {
            client.send(Clients.post(from(status, "/to"), "order", 1));
            assertThat(outside.received().getLast().line()).startsWith("POST /to");
            assertThat(outside.received().getLast().text()).isEqualTo("order");
        }
    }

    @Test
    void takeNoBodyToAnotherOrigin() {
        try (var other = Peer.on("127.0.0.2", Peer.answering(200, "hello"))) {
            for (int status : List.of(307, 308)) {
                assertThat(
                                Clients.reason(
                                        client,
                                        Clients.post(from(status, other.url("/to")), "order", 1)))
                        .isEqualTo(Reason.REDIRECTED);
            }
            assertThat(other.accepts()).isZero();
        }
    }

    @Test // S1, S4
    void areLookedAtLikeTheFirstAddress() {
        var port = inside.port();
        for (var to :
                List.of(
                        "http://127.0.0.3:" + port + "/",
                        "//127.0.0.3:" + port + "/",
                        "http://inside.example:" + port + "/",
                        "http://localhost:" + port + "/",
                        "http://[::1]:" + port + "/",
                        "http://[::ffff:127.0.0.3]:" + port + "/",
                        "http://2130706435:" + port + "/",
                        "http://127.3:" + port + "/",
                        "http://user@127.0.0.2:" + outside.port() + "/",
                        "file:///etc/passwd",
                        "gopher://127.0.0.3:" + port + "/",
                        "ftp://127.0.0.2/",
                        "javascript:alert(1)")) {
            for (int status : List.of(301, 302, 303, 307, 308)) {
                assertThat(Clients.reason(client, Clients.get(from(status, to), Map.of(), 5)))
                        .as(to)
                        .isEqualTo(Reason.FORBIDDEN);
            }
        }
        assertThat(inside.accepts()).isZero();
    }

    @Test
    void endAfterAsManyAsWereAskedFor() {
        var back = "/302?to=/302?to=/302?to=/302?to=/302?to=/to";

        assertThat(Clients.reason(client, Clients.get(outside.url(back), Map.of(), 5))).isNull();
        assertThat(Clients.reason(client, Clients.get(outside.url(back), Map.of(), 4)))
                .isEqualTo(Reason.REDIRECTED);
        outside.received().clear();
        try (var circle =
                Peer.on("127.0.0.2", Peer.answering(302, "", "Location: /round-and-round"))) {
            assertThat(Clients.reason(client, Clients.get(circle.url("/"), Map.of(), 5)))
                    .isEqualTo(Reason.REDIRECTED);
            assertThat(circle.received()).hasSize(6);
        }
    }

    @Test
    void doNotBringWhatWasSecureIntoTheOpen() throws NotReached {
        var identity = TlsIdentity.of("shop.example");
        var plain = outside.url("/to");
        try (var secure =
                        Peer.on(
                                identity.server().getServerSocketFactory(),
                                "127.0.0.2",
                                0,
                                Peer.answering(302, "", "Location: " + plain));
                var trusting =
                        new GuardedClient(
                                new OutgoingConfig(Set.of()),
                                List.of(),
                                names,
                                Clients.ONLY_TWO,
                                identity.client())) {
            var url = "https://shop.example:" + secure.port() + "/";

            assertThat(trusting.send(Clients.get(url)).status()).isEqualTo(302);
            assertThat(Clients.reason(trusting, Clients.get(url, Map.of(), 5)))
                    .isEqualTo(Reason.REDIRECTED);
        }
        assertThat(outside.accepts()).isZero();
    }
}
