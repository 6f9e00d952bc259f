package dev.parley.providers;

import static dev.parley.testing.ScriptedModelServer.body;
import static dev.parley.testing.ScriptedModelServer.chunk;
import static dev.parley.testing.ScriptedModelServer.hangs;
import static dev.parley.testing.ScriptedModelServer.says;
import static dev.parley.testing.ScriptedModelServer.saysAndHangs;
import static dev.parley.testing.ScriptedModelServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.providers.LanguageModel.Message.Said;
import dev.parley.providers.LanguageModel.Prompt;
import dev.parley.providers.LanguageModel.ReplyEvent;
import dev.parley.providers.LanguageModel.ReplyEvent.Done;
import dev.parley.providers.LanguageModel.ReplyEvent.Text;
import dev.parley.providers.LanguageModel.ReplyEvent.ToolCall;
import dev.parley.providers.ProviderFailure.Reason;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.ScriptedModelServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OpenAiLanguageModelTest {
    private static final Prompt HELLO = new Prompt(List.of(new Said("user", "Hello there")), null);
    private static final Deadlines PATIENT =
            new Deadlines(seconds(5), seconds(10), seconds(10), seconds(20));
    private static final Deadlines SHORT =
            new Deadlines(seconds(5), millis(150), millis(150), seconds(20));

    private static final Deadlines HALF_WAY =
            new Deadlines(seconds(5), seconds(10), millis(150), seconds(20));

    private final AtomicLong breakerClock = new AtomicLong();
    private final List<ScriptedModelServer> servers = new ArrayList<>();

    @AfterEach
    void stopServers() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void givesTheAnswerPieceByPieceAndItsCost() throws Exception {
        var server = serve(says("Hel", "lo."));

        assertThat(read(model(server, PATIENT), HELLO))
                .containsExactly(new Text("Hel"), new Text("lo."), new Done(7, 3));
    }

    @Test
    void asksAsTheProtocolSays() throws Exception {
        var server = serve(says("Hi."));

        read(model(server, PATIENT), HELLO);
        var request = server.requests.take();
        assertThat(request.head()).startsWith("POST /v1/chat/completions HTTP/1.1");
        assertThat(request.head()).contains("Authorization: Bearer sk-secret");
        assertThat(request.head()).doesNotContainIgnoringCase("upgrade");
        assertThat(new ObjectMapper().readTree(request.body()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"model":"tiny","stream":true,
                                         "stream_options":{"include_usage":true},
                                         "messages":[{"role":"user","content":"Hello there"}]}
                                        """));
    }

    @Test
    void passesPiecesOnAsTheyCome() throws Exception {
        var gate = new CountDownLatch(1);
        var server =
                serve(exchange -> {
                    exchange.begin();
                    exchange.piece("First");
                    gate.await();
                    exchange.piece("second");
                    exchange.end();
                });

        try (var stream = model(server, PATIENT).stream(HELLO)) {
            var events = stream.iterator();
            assertThat(events.next()).isEqualTo(new Text("First"));
            gate.countDown();
            assertThat(events.next()).isEqualTo(new Text("second"));
        }
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        var server = serve(says("Hi."));
        var model = model(server, PATIENT);

        for (int i = 0; i < 5; i++) {
            read(model, HELLO);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void putsToolCallsTogether() throws Exception {
        var server =
                serve(exchange -> {
                    exchange.begin();
                    exchange.data(
                            tool(
                                    "{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"book\",\"arguments\":\"\"}}"));
                    exchange.data(
                            tool("{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\"}}"));
                    exchange.data(
                            tool(
                                    "{\"index\":1,\"id\":\"c2\",\"function\":{\"name\":\"look\",\"arguments\":\"{}\"}}"));
                    exchange.data(tool("{\"index\":0,\"function\":{\"arguments\":\"1}\"}}"));
                    exchange.end();
                });

        assertThat(read(model(server, PATIENT), HELLO))
                .containsExactly(
                        new ToolCall("c1", "book", "{\"a\":1}"),
                        new ToolCall("c2", "look", "{}"),
                        new Done(7, 3));
    }

    @Test
    void asksForASchemaAndForPlainJsonWhereThatIsRefused() throws Exception {
        var server = serve(status(400), says("{}"));
        var model = model(server, PATIENT);
        var prompt = new Prompt(HELLO.messages(), "{\"type\":\"object\"}");

        read(model, prompt);
        read(model, prompt);
        assertThat(server.requests.take().body())
                .contains("\"response_format\"", "\"json_schema\"", "\"temperature\":0");
        assertThat(server.requests.take().body())
                .doesNotContain("response_format")
                .contains("{\\\"type\\\":\\\"object\\\"}");
        assertThat(server.requests.take().body()).doesNotContain("response_format");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void isTooSlowWhenNobodyTakesTheConnection() throws Exception { // N1
        var waiting = new ArrayList<Socket>();
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            while (waiting.size() < 20 && connects(listener, waiting)) {
                // The queue of a listener that accepts nothing fills up.
            }
            var base = URI.create("http://localhost:" + listener.getLocalPort());
            var quick = new Deadlines(millis(150), seconds(10), seconds(10), seconds(20));
            assertFails(model(base, quick), Reason.TOO_SLOW);
            var first = new Deadlines(seconds(10), millis(150), seconds(10), seconds(20));
            assertFails(model(base, first), Reason.TOO_SLOW);
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean connects(ServerSocket listener, List<Socket> waiting) {
        var socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(listener.getLocalSocketAddress(), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void isTooSlowWhenNothingComes() throws Exception { // N1
        for (var script : List.of(hangs(), saysAndHangs())) {
            var server = serve(script);
            assertFails(model(server, SHORT), Reason.TOO_SLOW);
            assertGone(server);
        }
    }

    @Test
    void isTooSlowWhenItStopsHalfWay() throws Exception { // N1
        var server = serve(saysAndHangs("Of cou"));

        try (var stream = model(server, HALF_WAY).stream(HELLO)) {
            var events = stream.iterator();
            assertThat(events.next()).isEqualTo(new Text("Of cou"));
            assertThatThrownBy(events::hasNext).matches(is(Reason.TOO_SLOW));
        }
        assertGone(server);
    }

    @Test
    void isTooSlowWhenItOnlyKeepsTheLineOpen() throws Exception { // N1
        var server =
                serve(exchange -> {
                    exchange.begin();
                    while (!exchange.gone().await(20, TimeUnit.MILLISECONDS)) {
                        exchange.bytes(": still thinking\n\n");
                    }
                });

        assertFails(model(server, SHORT), Reason.TOO_SLOW);
    }

    @Test
    void isTooSlowWhenTheWholeNeverEnds() throws Exception { // N3
        var server =
                serve(exchange -> {
                    exchange.begin();
                    while (!exchange.gone().await(10, TimeUnit.MILLISECONDS)) {
                        exchange.piece("and ");
                    }
                });
        var deadlines = new Deadlines(seconds(5), seconds(5), seconds(5), millis(300));

        assertFails(model(server, deadlines), Reason.TOO_SLOW);
        assertGone(server);
    }

    @Test
    void endsWellWhenOnlyTheLastMarkIsMissing() throws Exception { // N3
        var server =
                serve(exchange -> {
                    exchange.begin();
                    exchange.piece("All said.");
                    exchange.data("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
                    exchange.hang();
                });

        assertThat(read(model(server, HALF_WAY), HELLO))
                .containsExactly(new Text("All said."), new Done(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void triesAgainBeforeTheFirstPiece(int status) throws Exception { // N2
        var server = serve(status(status), status(status), says("There."));

        assertThat(read(model(server, PATIENT), HELLO)).contains(new Text("There."));
        assertThat(server.requests).hasSize(3);
    }

    @Test
    void givesUpAfterThreeTries() throws Exception { // N2
        var server = serve(status(503));

        assertFails(model(server, PATIENT), Reason.OVERLOADED);
        assertThat(server.requests).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404})
    void neverAsksAgainWhereItIsRefused(int status) throws Exception { // N2
        var server = serve(status(status, "WWW-Authenticate: Basic realm=\"x\""));
        var model = model(server, PATIENT);

        for (int i = 0; i < 6; i++) {
            assertFails(model, Reason.REFUSED);
        }
        assertThat(server.requests).hasSize(6);
    }

    @Test
    void followsNoRedirect() throws Exception {
        var other = serve(says("Gotcha."));
        var server = serve(status(307, "Location: " + other.base() + "chat/completions"));

        assertFails(model(server, PATIENT), Reason.GARBAGE);
        assertThat(other.requests).isEmpty();
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception { // N2
        var server = serve(status(429, "Retry-After: 1"), says("There."));

        long begun = System.nanoTime();
        assertThat(read(model(server, PATIENT), HELLO)).contains(new Text("There."));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(seconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3600", "Wed, 21 Oct 2099 07:28:00 GMT"})
    void doesNotWaitLongerThanACallerWould(String wait) throws Exception { // N2
        var server = serve(status(429, "Retry-After: " + wait));

        assertFails(model(server, PATIENT), Reason.OVERLOADED);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void doesNotWaitBeyondTheFirstDeadline() throws Exception { // N2
        var server = serve(status(429, "Retry-After: 1"));

        assertFails(model(server, SHORT), Reason.OVERLOADED);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void stopsAskingAnEndpointThatKeepsFailing() throws Exception { // N2
        var server = serve(body(""), body(""), body(""), body(""), body(""), says("Back."));
        var model = model(server, PATIENT);

        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> read(model, HELLO)).isInstanceOf(ProviderFailure.class);
        }
        assertThat(server.requests).hasSize(5);

        breakerClock.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(read(model, HELLO)).contains(new Text("Back."));
        assertThat(read(model, HELLO)).contains(new Text("Back."));
    }

    @Test
    void countsACallerWhoLostPatienceAsAFailure() throws Exception { // N1
        var server = serve(hangs());
        var deadlines = new Deadlines(millis(300), seconds(10), seconds(10), seconds(10));
        var model = model(server, deadlines);

        for (int i = 0; i < 5; i++) {
            var stream = model.stream(HELLO);
            var reader = Thread.ofVirtual().start(() -> stream.forEach(_ -> {}));
            server.requests.take();
            server.exchanges.take().gone().await(350, TimeUnit.MILLISECONDS);
            stream.close();
            reader.join();
        }
        assertThatThrownBy(() -> read(model, HELLO)).hasMessageContaining("kept failing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: Sure, here you go\n\n",
                "data: [1, 2]\n\n",
                "data: {\"choices\": NaN}\n\n",
                "data: {\"choices\":[{\"delta\":\n\n",
                "data: null\n\n",
            })
    void callsGarbageGarbage(String text) throws Exception { // N3
        assertFails(model(serve(body(text)), PATIENT), Reason.GARBAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>busy</html>",
                "data: {}\n\n",
                "data: {\"choices\":[]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":7}}]}\n\n",
            })
    void anAnswerThatNeverBeginsBreaksOff(String text) throws Exception { // N3
        assertFails(model(serve(body(text)), PATIENT), Reason.UNREACHABLE);
    }

    @Test
    void anErrorInTheMiddleIsAFailure() throws Exception { // N3
        var text = "data: " + chunk("One") + "\n\ndata: {\"error\":{\"message\":\"no\"}}\n\n";

        assertFails(model(serve(body(text)), PATIENT), Reason.OVERLOADED);
    }

    @Test
    void aTruncatedAnswerIsAFailure() throws Exception { // N3
        var text = "data: " + chunk("One") + "\n\ndata: {\"choi";

        try (var stream = model(serve(body(text)), PATIENT).stream(HELLO)) {
            var events = stream.iterator();
            assertThat(events.next()).isEqualTo(new Text("One"));
            assertThatThrownBy(events::hasNext).matches(is(Reason.UNREACHABLE));
        }
    }

    @Test
    void readsNoMoreThanItCanUse() throws Exception { // N3
        var megabyte = "x".repeat(1 << 20);
        var line =
                serve(exchange -> {
                    exchange.begin();
                    for (int i = 0; i < 100; i++) {
                        exchange.bytes(megabyte);
                    }
                });
        var tokens =
                serve(exchange -> {
                    exchange.begin();
                    while (true) {
                        exchange.piece("word ");
                    }
                });

        for (var server : List.of(line, tokens)) {
            assertFails(model(server, PATIENT), Reason.GARBAGE);
            assertGone(server);
        }
    }

    @Test
    void survivesAReset() throws Exception { // N4
        var server = serve(exchange -> exchange.reset());
        assertFails(model(server, PATIENT), Reason.UNREACHABLE);

        var half =
                serve(exchange -> {
                    exchange.begin();
                    exchange.piece("One");
                    exchange.reset();
                });
        assertFails(model(half, PATIENT), Reason.UNREACHABLE);
    }

    @Test
    void survivesAConnectionThatWasClosedMeanwhile() throws Exception { // N4
        var server =
                serve(exchange -> {
                    says("One.").play(exchange);
                    exchange.hangUp();
                });
        var model = model(server, PATIENT);

        for (int i = 0; i < 20; i++) {
            assertThat(read(model, HELLO)).contains(new Text("One."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:11434/v1", "ftp://localhost/v1", "/v1"})
    void wantsAnAddressItCanCall(String address) {
        assertThatThrownBy(() -> model(URI.create(address), PATIENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesARefusedConnection() throws Exception { // N4
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertFails(model(URI.create("http://localhost:" + port), PATIENT), Reason.UNREACHABLE);
    }

    @Test
    void survivesANameThatDoesNotExist() { // N4
        assertFails(model(URI.create("http://host.invalid/v1"), PATIENT), Reason.UNREACHABLE);
    }

    @Test
    void refusesACertificateNobodyVouchesFor() throws Exception { // N4
        var server =
                new ScriptedModelServer("https", SelfSigned.serverSockets(), says("Trust me."));
        servers.add(server);

        assertFails(model(server, PATIENT), Reason.UNREACHABLE);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void closingFreesTheReaderAndTheServerAtOnce() throws Exception { // N6
        for (var script : List.of(hangs(), saysAndHangs(), saysAndHangs("One"))) {
            var server = serve(script);
            var stream = model(server, PATIENT).stream(HELLO);
            var seen = new ArrayList<ReplyEvent>();
            var reader = Thread.ofVirtual().start(() -> stream.forEach(seen::add));
            var exchange = server.exchanges.take();

            long closing = System.nanoTime();
            stream.close();
            assertThat(reader.join(seconds(1))).isTrue();
            long freed = System.nanoTime();
            assertThat(exchange.gone().await(1, TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "cancel: reader free after %.1f ms, server saw it after %.1f ms%n",
                    (freed - closing) / 1e6, (exchange.goneAt() - closing) / 1e6);
            assertThat(exchange.bytesAfterGone()).isZero();
        }
    }

    @Test
    void closingInTheMiddleOfAFloodTakesNothingMore() throws Exception { // N6
        var server =
                serve(exchange -> {
                    exchange.begin();
                    while (true) {
                        exchange.piece("word ");
                    }
                });
        var stream = model(server, PATIENT).stream(HELLO);
        var events = stream.iterator();
        events.next();

        stream.close();
        assertThat(events.hasNext()).isFalse();
        var exchange = server.exchanges.take();
        assertThat(exchange.gone().await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(exchange.played().await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingCutsAWaitBetweenTriesShort() throws Exception { // N6
        var server = serve(status(429, "Retry-After: 2"));
        var stream = model(server, PATIENT).stream(HELLO);
        var reader = Thread.ofVirtual().start(() -> stream.forEach(_ -> {}));
        server.exchanges.take().played().await();

        stream.close();
        assertThat(reader.join(seconds(1))).isTrue();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void closingBeforeTheFirstReadAsksNothing() throws Exception { // N6
        var server = serve(says("Hi."));
        var stream = model(server, PATIENT).stream(HELLO);

        stream.close();
        assertThat(stream.iterator().hasNext()).isFalse();
        assertThat(server.requests).isEmpty();
    }

    @Test
    void messagesHoldNeitherKeysNorWords() throws Exception {
        var server = serve(body("data: the caller said Hello there\n\n"));

        assertThatThrownBy(() -> read(model(server, PATIENT), HELLO))
                .satisfies(failure -> {
                    for (var e = failure; e != null; e = e.getCause()) {
                        assertThat(e.toString()).doesNotContain("Hello", "caller", "secret");
                    }
                });
        var config = new LanguageModelConfig(server.base(), "sk-secret", "tiny");
        assertThat(config.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> new OpenAiLanguageModel(server.base(), "sk\nsecret", "m", PATIENT))
                .message()
                .doesNotContain("secret");
    }

    private ScriptedModelServer serve(Script... scripts) throws IOException {
        var server = new ScriptedModelServer(scripts);
        servers.add(server);
        return server;
    }

    private OpenAiLanguageModel model(ScriptedModelServer server, Deadlines deadlines) {
        return model(server.base(), deadlines);
    }

    private OpenAiLanguageModel model(URI base, Deadlines deadlines) {
        var breaker = new Breaker(breakerClock::get);
        return new OpenAiLanguageModel(base, "sk-secret", "tiny", deadlines, breaker);
    }

    private static List<ReplyEvent> read(LanguageModel model, Prompt prompt) {
        try (var stream = model.stream(prompt)) {
            var events = new ArrayList<ReplyEvent>();
            stream.forEach(events::add);
            return events;
        }
    }

    private static void assertFails(LanguageModel model, Reason reason) {
        assertThatThrownBy(() -> read(model, HELLO)).matches(is(reason), reason.name());
    }

    private static Predicate<Throwable> is(Reason reason) {
        return e -> e instanceof ProviderFailure failure && failure.reason() == reason;
    }

    private static void assertGone(ScriptedModelServer server) throws InterruptedException {
        assertThat(server.exchanges.take().gone().await(1, TimeUnit.SECONDS)).isTrue();
    }

    private static String tool(String call) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[" + call + "]}}]}";
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
