package dev.parley.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.RawSocket;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that break the rules: W3, W4, W6 and W8 of the threats.
class SocketAbuseIT {
    private static final String TYPED = "audio=none";
    private static final String SPOKEN = "audio=pcm_s16le_16000&frames=binary";
    private static final String CONTRACTS = "audio=pcm_f32le_44100";

    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        var hasty = new SocketConfig(Set.of(), Duration.ofMillis(300), Duration.ofSeconds(10));
        server = TestServer.start(hasty, 500);
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPED, SPOKEN, CONTRACTS})
    void w3ClosesWhatIsNotTheProtocol(String options) throws Exception {
        var oversize = new byte[(1 << 20) + 1];
        closes(options, 1009, socket -> socket.send(RawSocket.TEXT, oversize));
        closes(options, 1009, socket -> socket.send(RawSocket.BINARY, oversize));
        closes(options, 1009, w3InPieces(oversize));
        closes(
                options,
                1007,
                socket -> socket.send(RawSocket.TEXT, new byte[] {(byte) 0xc3, 0x28}));
        closes(options, 1002, socket -> socket.send(0xc1, "{}".getBytes(UTF_8)));
        closes(options, 1002, socket -> socket.send(0x83, "{}".getBytes(UTF_8)));
        closes(options, 1002, socket -> socket.write(new byte[] {(byte) 0x81, 2, '{', '}'}));
        closes(options, 1002, socket -> socket.send(0x80, "{}".getBytes(UTF_8)));
    }

    private static Abuse w3InPieces(byte[] oversize) {
        return socket -> {
            socket.send(0x01, new byte[oversize.length / 2]);
            socket.send(0x00, new byte[oversize.length / 2]);
            socket.send(0x80, new byte[oversize.length / 2]);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPED, SPOKEN, CONTRACTS})
    void w3TakesAMessageInPieces(String options) throws Exception {
        try (var socket = RawSocket.open(url(options) + "&events=true", 0)) {
            var message = Caller.frame("STOP", "").getBytes(UTF_8);
            socket.send(0x01, message);
            socket.send(RawSocket.PING, new byte[3]);
            socket.send(0x80, new byte[0]);
            assertThat(socket.closeCode()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPED, SPOKEN, CONTRACTS})
    void w3ClosesAFloodOfPiecesAndPings(String options) throws Exception {
        closes(
                options,
                1008,
                socket -> {
                    socket.send(0x01, new byte[1]);
                    for (int i = 0; i < 5_000; i++) {
                        socket.send(0x00, new byte[1]);
                    }
                });
        closes(
                options,
                1008,
                socket -> {
                    for (int i = 0; i < 5_000; i++) {
                        socket.send(RawSocket.PING, new byte[100]);
                    }
                });
    }

    @Test
    void w4ClosesAFloodAndNobodyElseNotices() throws Exception {
        try (var other = Caller.of(api, agent)) {
            other.hears();
            var flood =
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int round = 0; round < 5; round++) {
                                    closes(
                                            TYPED,
                                            1008,
                                            socket -> {
                                                for (int i = 0; i < 10_000; i++) {
                                                    socket.send(
                                                            Caller.frame(
                                                                    "UPDATE_MESSAGE_STATUS", ""));
                                                }
                                            });
                                }
                            });
            var answers = new ArrayList<Long>();
            while (answers.size() < 20 || flood.isAlive() && answers.size() < 40) {
                long asked = System.nanoTime();
                other.types("When do you open?");
                other.hears();
                answers.add((System.nanoTime() - asked) / 1_000_000);
            }
            flood.join();
            Collections.sort(answers);
            System.out.println("answers during the flood, ms: " + answers);
            assertThat(answers.get(answers.size() / 2)).isLessThan(500);
            assertThat(answers.getLast()).isLessThan(5_000);
        }
    }

    @Test
    void toleratesAFewMistakesAndNoMore() {
        var mistakes =
                List.of(
                        "not json",
                        "[]",
                        "{\"command\":\"STOP\"}",
                        "{\"command\":\"STOP\",\"command\":\"STOP\",\"payloadType\":\"TEXT\",\"payload\":\"\"}",
                        "{\"command\":7,\"payloadType\":\"TEXT\",\"payload\":\"\"}",
                        "{\"command\":\"STOP\",\"payloadType\":\"VIDEO\",\"payload\":\"\"}",
                        "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"TEXT\",\"payload\":{}}",
                        "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"TEXT\",\"payload\":\"\\u0000\"}",
                        "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"TEXT\",\"payload\":\"\\ud800\"}",
                        "{\"command\":\"STOP\",\"payloadType\":\"TEXT\",\"payload\":\"\",\"user_dialog_id\":3}",
                        Caller.frame("END_OF_TURN", ""),
                        Caller.frame("ABORT_AUDIO", ""),
                        Caller.frame("SERVER_TO_CLIENT_SYNC", "I am the agent"),
                        Caller.frame("EVENT", ""),
                        Caller.frame("stop", ""),
                        "[".repeat(10_000));
        for (var mistake : mistakes) {
            try (var caller = Caller.at(url() + "&events=true")) {
                caller.hears();
                caller.send(mistake);
                assertThat(caller.event("frame.refused").path("detail").asText()).isNotBlank();
                for (int i = 0; i < 4; i++) {
                    caller.send(mistake);
                }
                caller.types("When do you open?");
                assertThat(caller.hears()).isNotBlank();
                caller.send(mistake);
                assertThat(caller.closeCode()).as(mistake).isEqualTo(1008);
            }
        }
    }

    @Test
    void ignoresAudioAndSaysSoOnce() {
        try (var caller = Caller.at(url() + "&events=true")) {
            caller.hears();
            for (int i = 0; i < 20; i++) {
                caller.send(
                        "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"AUDIO\",\"payload\":\"AAAA\"}");
            }
            caller.send(Caller.frame("UPDATE_MESSAGE_STATUS", ""));
            caller.types("When do you open?");
            caller.event("audio.ignored");
            caller.next("END_OF_TURN");
            assertThat(caller.rest()).noneMatch(it -> it.toString().contains("audio.ignored"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPED, SPOKEN, CONTRACTS})
    void w6ClosesASocketWhoseClientIsGone(String options) throws Exception {
        try (var silent = RawSocket.open(url(options), 0);
                var alive = Caller.of(api, agent, options)) {
            long opened = System.nanoTime();
            silent.closeCode();
            var taken = Duration.ofNanos(System.nanoTime() - opened);
            System.out.println("a half-open socket was closed after " + taken.toMillis() + " ms");
            assertThat(taken).isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));

            alive.hears();
            alive.awaitPings(6);
            alive.types("When do you open?");
            assertThat(alive.hears()).isNotBlank();
        }
    }

    @Test
    void w8SurvivesFramesInAnyOrder() {
        long seed = new Random().nextLong();
        System.out.println("seed of the wrong order: " + seed);
        var random = new Random(seed);
        var good =
                List.of(
                        Caller.frame("CLIENT_TO_SERVER_SYNC", "When do you open?"),
                        Caller.frame("CLIENT_TO_SERVER_SYNC", ""),
                        Caller.frame("UPDATE_MESSAGE_STATUS", "{\"played_ms\": -1}"),
                        "{\"command\":\"UPDATE_MESSAGE_STATUS\",\"payloadType\":\"AUDIO\",\"payload\":null,\"user_dialog_id\":\"dia.unknown\"}",
                        "{\"command\":\"CLIENT_TO_SERVER_SYNC\",\"payloadType\":\"AUDIO\",\"payload\":[1,2]}",
                        Caller.frame("STOP", ""));
        var bad = List.of("?", "{}", Caller.frame("END_OF_TURN", ""), Caller.frame("NONE", ""));
        for (int round = 0; round < 60; round++) {
            try (var caller = Caller.at(url())) {
                int frames = random.nextInt(40);
                for (int i = 0; i < frames && !caller.isClosed(); i++) {
                    var from = random.nextInt(12) == 0 ? bad : good;
                    caller.trySend(from.get(random.nextInt(from.size())));
                }
                caller.trySend(Caller.frame("STOP", ""));
                caller.trySend(Caller.frame("STOP", ""));
                assertThat(caller.closeCode()).as("round " + round).isIn(1000, 1008);
            }
        }
        try (var caller = Caller.of(api, agent)) {
            assertThat(caller.hears()).isEqualTo("Hello!");
        }
    }

    @FunctionalInterface
    private interface Abuse {
        void commit(RawSocket socket) throws IOException;
    }

    /// The server may have closed before everything was sent.
    private static void closes(String options, int code, Abuse abuse) {
        try (var socket = RawSocket.open(url(options), 0)) {
            assertThat(socket.answer().status()).isEqualTo(101);
            try {
                abuse.commit(socket);
            } catch (SocketException _) {
                // Closed while we were at it.
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(socket.closeCode()).isEqualTo(code);
        }
    }

    private static String url() {
        return url(TYPED);
    }

    private static String url(String options) {
        return Caller.connection(api, agent).path("socketUrl").asText() + "&" + options;
    }
}
