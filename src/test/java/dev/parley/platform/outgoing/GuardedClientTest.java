package dev.parley.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.outgoing.Clients.Changing;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.testing.Peer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedClientTest {
    private final Peer outside = Peer.on("127.0.0.2", Peer.answering(200, "hello", "X-A: 1"));
    private final Peer inside = Peer.on("127.0.0.3", outside.port(), Peer.answering(200, "secret"));
    private final Changing names = new Changing();

    @AfterEach
    void close() {
        outside.close();
        inside.close();
    }

    private String url(String host) {
        return "http://" + host + ":" + outside.port() + "/a%20b?c=%C3%A4&d";
    }

    @Test
    void sendsWhatItIsToldAndBringsTheAnswer() throws NotReached {
        var body = "{\"a\": \"\u00e4\"}".getBytes(StandardCharsets.UTF_8);
        var headers = Map.of("Content-Type", "application/json", "X-Key", "k");
        try (var client = Clients.of(names)) {
            var call = new Call("POST", url("127.0.0.2"), headers, body, Clients.BOUNDS);
            var answer = client.send(call);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).asString().isEqualTo("hello");
            assertThat(answer.headers()).containsEntry("x-a", "1");
            assertThat(answer.isCut()).isFalse();
            assertThat(answer.url()).isEqualTo(url("127.0.0.2"));
        }
        var request = outside.received().getFirst();
        assertThat(request.line()).isEqualTo("POST /a%20b?c=%C3%A4&d HTTP/1.1");
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("X-Key")).isEqualTo("k");
        assertThat(request.header("Host")).isEqualTo("127.0.0.2:" + outside.port());
    }

    @Test // S2
    void keepsTheHostAndConnectsToTheAddressThatWasChecked() throws NotReached {
        names.with("shop.example", "127.0.0.2", "127.0.0.3");
        try (var client = Clients.of(names)) {
            assertThat(client.send(Clients.get(url("Shop.Example."))).status()).isEqualTo(200);
        }

        assertThat(names.asked()).isEqualTo(1);
        assertThat(outside.received().getFirst().header("Host"))
                .isEqualTo("shop.example:" + outside.port());
        assertThat(inside.accepts()).isZero();
    }

    @Test // S2
    void isNotLedInsideByANameThatChanges() {
        names.with("shop.example", "127.0.0.2", "127.0.0.3");
        for (int i = 0; i < 2; i++) {
            try (var client = Clients.of(names)) {
                Clients.reason(client, Clients.get(url("shop.example")));
            }
        }

        assertThat(names.asked()).isEqualTo(2);
        assertThat(outside.accepts()).isEqualTo(1);
        assertThat(inside.accepts()).isZero();
    }

    @Test // S2
    void refusesANameOfWhichOneAnswerIsForbidden() {
        for (var mixed :
                List.of("127.0.0.2 127.0.0.3", "127.0.0.3 127.0.0.2", "127.0.0.2 ::1", "::1")) {
            names.with("shop.example", mixed);
            try (var client = Clients.of(names)) {
                assertThat(client.mayReach(url("shop.example"))).isFalse();
                assertThat(Clients.reason(client, Clients.get(url("shop.example"))))
                        .isEqualTo(Reason.FORBIDDEN);
            }
        }
        assertThat(outside.accepts() + inside.accepts()).isZero();
    }

    @Test // S6
    void looksAgainWhereASocketConnects() {
        names.with("shop.example", "127.0.0.3");
        var looks = new AtomicInteger();
        try (var client = Clients.of(names, _ -> looks.getAndIncrement() > 0)) {
            assertThat(Clients.reason(client, Clients.get(url("shop.example"))))
                    .isEqualTo(Reason.FORBIDDEN);
        }

        assertThat(looks.get()).isEqualTo(2);
        assertThat(inside.accepts()).isZero();
    }

    @Test // S6
    void asksNoProxyThatTheMachineIsSetTo() throws NotReached {
        var settings =
                Map.of(
                        "http.proxyHost",
                        "127.0.0.3",
                        "http.proxyPort",
                        "" + inside.port(),
                        "socksProxyHost",
                        "127.0.0.3",
                        "socksProxyPort",
                        "" + inside.port());
        settings.forEach(System::setProperty);
        try (var client = Clients.of(names)) {
            assertThat(client.send(Clients.get(url("127.0.0.2"))).status()).isEqualTo(200);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        assertThat(inside.accepts()).isZero();
    }

    @Test // S7
    void refusesWhatIsNoCallOfHttp() {
        try (var client = Clients.of(names)) {
            for (var scheme : List.of("file", "ftp", "gopher", "jar:http", "dict", "ws", "")) {
                var url = scheme + url("127.0.0.2").substring("http".length());
                assertThat(Clients.reason(client, Clients.get(url)))
                        .as(url)
                        .isEqualTo(Reason.FORBIDDEN);
            }
            for (var method :
                    List.of("CONNECT", "TRACE", "OPTIONS", "get", "GET /x", "G\r\n", "")) {
                var call = new Call(method, url("127.0.0.2"), Map.of(), null, Clients.BOUNDS);
                assertThat(Clients.reason(client, call)).as(method).isEqualTo(Reason.FORBIDDEN);
            }
        }
        assertThat(outside.accepts()).isZero();
    }

    @Test // S7
    void refusesHeadersThatAreNotTheCallers() {
        try (var client = Clients.of(names)) {
            for (var name :
                    List.of(
                            "Host",
                            "content-length",
                            "Transfer-Encoding",
                            "Connection",
                            "TE",
                            "Upgrade",
                            "Expect",
                            "X-Org",
                            "Proxy-Authorization",
                            "Via",
                            "Trailer",
                            "X-Forwarded-For",
                            "Keep-Alive",
                            "",
                            "a b",
                            "a:",
                            "a\r\nb",
                            "\u00e4")) {
                assertThat(Clients.reason(client, headed(name, "x")))
                        .as(name)
                        .isEqualTo(Reason.FORBIDDEN);
            }
            for (var value : List.of("a\r\nX-Injected: 1", "a\nb", "a\rb", "\0", "a\u0001")) {
                assertThat(Clients.reason(client, headed("X-A", value)))
                        .isEqualTo(Reason.FORBIDDEN);
            }
        }
        assertThat(outside.accepts()).isZero();
    }

    private Call headed(String name, String value) {
        return Clients.get(url("127.0.0.2"), Map.of(name, value), 0);
    }

    @Test // S9
    void tellsNothingButThatItWasNotReached() {
        names.with("inside.example", "127.0.0.3");
        var closed = Peer.on("127.0.0.2", (_, _) -> {});
        closed.close();
        try (var client = Clients.of(names)) {
            for (var url :
                    List.of(
                            "http://127.0.0.3:" + inside.port() + "/",
                            "http://127.0.0.3:1/",
                            "http://inside.example/",
                            "http://unknown.example/",
                            closed.url("/"))) {
                assertThatThrownBy(() -> client.send(Clients.get(url)))
                        .isInstanceOf(NotReached.class)
                        .hasNoCause()
                        .hasNoSuppressedExceptions()
                        .hasMessage("The address could not be reached");
            }
        }
        assertThat(inside.accepts()).isZero();
    }

    @Test // S11
    void reachesWhatTheOperatorAllowsAndNothingBesides() {
        names.with("intranet.example", "127.0.0.3");
        var allowed = Set.of("127.0.0.3:" + inside.port(), "intranet.example:" + inside.port());
        try (var client = Clients.of(names, Clients.ONLY_TWO, allowed, List.of())) {
            for (var host : List.of("127.0.0.3", "intranet.example", "INTRANET.example.")) {
                assertThat(client.mayReach(url(host))).isTrue();
                assertThat(Clients.reason(client, Clients.get(url(host)))).isNull();
            }
            for (var url :
                    List.of(
                            "http://127.0.0.3:" + (inside.port() - 1) + "/",
                            "http://127.0.0.3/",
                            "http://127.0.0.4:" + inside.port() + "/",
                            "http://a.intranet.example:" + inside.port() + "/",
                            "http://intranet.example/")) {
                assertThat(Clients.reason(client, Clients.get(url))).as(url).isNotNull();
            }
        }
        assertThat(inside.received()).hasSize(3);
    }

    @Test
    void reachesThePartOfThisServerThatIsMeantForIt() throws NotReached {
        var base = URI.create("http://127.0.0.3:" + inside.port());
        var own = new OwnEndpoint("sample.localhost", "/orders", () -> base);
        try (var client = Clients.of(names, Clients.ONLY_TWO, Set.of(), List.of(own))) {
            for (var path : List.of("/orders", "/orders/", "/orders/1?a=b")) {
                var url = "http://sample.localhost" + path;
                assertThat(client.mayReach(url)).isTrue();
                assertThat(client.send(Clients.get(url)).url()).isEqualTo(url);
                assertThat(inside.received().getLast().path()).isEqualTo(path);
            }
            for (var url :
                    List.of(
                            "http://sample.localhost/",
                            "http://sample.localhost",
                            "http://sample.localhost/ordersx",
                            "http://sample.localhost/orders/../v1/agents",
                            "http://sample.localhost/orders/%2e%2e/v1/agents",
                            "http://sample.localhost/orders//x",
                            "http://sample.localhost/orders/;/x",
                            "http://sample.localhost:8080/orders",
                            "https://sample.localhost/orders",
                            "http://other.localhost/orders")) {
                assertThat(client.mayReach(url)).as(url).isFalse();
                assertThat(Clients.reason(client, Clients.get(url)))
                        .as(url)
                        .isEqualTo(Reason.FORBIDDEN);
            }
        }
        assertThat(inside.received()).hasSize(3);
    }

    @Test
    void endsACallThatSomebodyElseCloses() throws Exception {
        var arrived = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        try (var silent = Peer.on("127.0.0.2", (_, _) -> wait(arrived, never));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = Clients.of(names)) {
            var sending = client.begin(Clients.get(silent.url("/")));
            var ending = threads.submit(() -> reasonOf(sending));
            arrived.await();
            sending.close();

            assertThat(ending.get()).isEqualTo(Reason.CLOSED);
            assertThat(Clients.reason(client, Clients.get(url("127.0.0.2")))).isNull();
            assertThat(reasonOf(sending)).isEqualTo(Reason.CLOSED);
            never.countDown();
        }
    }

    @Test
    void endsEveryCallWhenItIsClosed() throws Exception {
        var arrived = new CountDownLatch(5);
        var never = new CountDownLatch(1);
        try (var silent = Peer.on("127.0.0.2", (_, _) -> wait(arrived, never));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = Clients.of(names);
            var calls =
                    IntStream.range(0, 5)
                            .mapToObj(_ ->
                                    threads.submit(() ->
                                            Clients.reason(client, Clients.get(silent.url("/")))))
                            .toList();
            arrived.await();
            client.close();

            for (var call : calls) {
                assertThat(call.get()).isEqualTo(Reason.CLOSED);
            }
            assertThat(Clients.reason(client, Clients.get(silent.url("/"))))
                    .isEqualTo(Reason.CLOSED);
            never.countDown();
        }
    }

    private static void wait(CountDownLatch arrived, CountDownLatch until) {
        arrived.countDown();
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Reason reasonOf(Sending sending) {
        try {
            sending.answer();
            throw new AssertionError("There was an answer");
        } catch (NotReached e) {
            return e.reason();
        }
    }
}
