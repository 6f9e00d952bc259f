package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sockets come and go: W7 and W10 of the threats, and the server's own end.
class SocketLifeIT {
    private static final int AT_ONCE = 4;
    private static final Pattern SESSION = Pattern.compile("\"name\": \"(session|reply-\\d+)\"");

    private static TestServer server;
    private static Api api;
    private static String agent;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        server = TestServer.start(SocketConfig.DEFAULT, AT_ONCE);
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"audio=none,200", "audio=pcm_s16le_16000&frames=binary,20"})
    void w7LetsOneOfTwoSocketsIn(String options, int rounds) {
        for (int round = 0; round < rounds; round++) {
            var connection = Caller.connection(api, agent);
            var url = connection.path("socketUrl").asText() + "&" + options;
            var otherUrl = Caller.ticket(api, connection) + "&" + options;
            var racing = CompletableFuture.supplyAsync(() -> Caller.at(otherUrl));
            try (var one = Caller.at(url);
                    var other = racing.join()) {
                var first = CompletableFuture.anyOf(one.closed(), other.closed()).join();
                assertThat(first).isEqualTo(4409);
                var live = one.isClosed() ? other : one;
                assertThat(live.hears()).isEqualTo("Hello!");
                assertThat(live.isClosed()).isFalse();
                live.stops();
                assertThat(live.closeCode()).isEqualTo(1000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio=none", "audio=pcm_s16le_16000&frames=binary"})
    void w7ResumesALostConversation(String options) {
        var connection = Caller.connection(api, agent);
        var url = connection.path("socketUrl").asText() + "&events=true&" + options;
        String id;
        try (var lost = Caller.at(url)) {
            id = lost.event("conversation.started").path("conversationId").asText();
            lost.hears();
            lost.types("My name is Ana Torres.");
            lost.hears();
        }
        try (var back = resumed(connection, options)) {
            var event = back.event("conversation.resumed");
            assertThat(event.path("conversationId").asText()).isEqualTo(id);
            back.types("When do you open?");
            assertThat(back.hears()).isNotBlank();
            back.stops();
            assertThat(back.closeCode()).isEqualTo(1000);
        }
        // The record is never without its lines, whichever moment it is read at.
        var stored = api.get("/v1/conversations/" + id).expect(200).object();
        assertThat(stored.path("transcriptText").findValuesAsText("message"))
                .contains("Hello!", "My name is Ana Torres.", "When do you open?");
    }

    /// The server notices the loss a moment after it.
    private static Caller resumed(JsonNode connection, String options) {
        while (true) {
            var back = Caller.at(Caller.ticket(api, connection) + "&events=true&" + options);
            var first = CompletableFuture.anyOf(back.closed(), back.first()).join();
            if (!first.equals(4409)) {
                return back;
            }
        }
    }

    @Test
    void takesAClosedSocketForAHangUp() {
        var connection = Caller.connection(api, agent);
        try (var caller = Caller.at(connection.path("socketUrl").asText() + "&events=true")) {
            caller.hears();
            caller.closes(1000);
            assertThat(caller.closeCode()).isEqualTo(1000);
        }
        try (var next = Caller.at(Caller.ticket(api, connection) + "&events=true")) {
            next.event("conversation.started");
            next.stops();
            next.closeCode();
        }
    }

    @Test
    void w10LeavesNothingBehind() throws Exception {
        int sessions = sessions("before");
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var done = new ArrayList<CompletableFuture<?>>();
            for (int i = 0; i < 1_000; i++) {
                done.add(CompletableFuture.runAsync(SocketLifeIT::openAndClose, pool));
            }
            done.forEach(CompletableFuture::join);
        }
        var held = new ArrayList<Caller>();
        for (int i = 0; i < AT_ONCE; i++) {
            held.add(Caller.of(api, agent));
        }
        held.forEach(caller -> assertThat(caller.hears()).isEqualTo("Hello!"));
        try (var tooMany = Caller.of(api, agent)) {
            assertThat(tooMany.closeCode()).isEqualTo(1013);
        }
        held.forEach(Caller::stops);
        held.forEach(caller -> assertThat(caller.closeCode()).isEqualTo(1000));
        assertThat(sessions("after")).isLessThanOrEqualTo(sessions);
    }

    private static void openAndClose() {
        try (var caller = Caller.of(api, agent)) {
            caller.stops();
            assertThat(caller.closeCode()).isEqualTo(1000);
        }
    }

    /// How many threads of conversations there are.
    private int sessions(String name) throws IOException {
        var file = folder.resolve(name);
        var bean =
                ManagementFactory.getPlatformMXBean(
                        com.sun.management.HotSpotDiagnosticMXBean.class);
        bean.dumpThreads(
                file.toString(), com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        return (int) SESSION.matcher(Files.readString(file)).results().count();
    }

    @Test
    void saysGoodbyeBeforeItStops() {
        var own = TestServer.start();
        var itsApi = own.api();
        var url =
                Caller.connection(itsApi, Given.agent(itsApi)).path("socketUrl").asText()
                        + "&events=true";
        String id;
        try (var caller = Caller.at(url)) {
            id = caller.event("conversation.started").path("conversationId").asText();
            caller.hears();
            long since = System.nanoTime();
            own.close();
            System.out.println("stopped in " + (System.nanoTime() - since) / 1_000_000 + " ms");
            assertThat(caller.hears()).isEqualTo("Bye!");
            assertThat(caller.closeCode()).isEqualTo(1012);
        }
        try (var again = TestServer.on(own.database())) {
            var stored = again.api().get("/v1/conversations/" + id).expect(200).object();
            assertThat(stored.path("timestampEnd").isNull()).isFalse();
            assertThat(stored.path("transcriptText").findValuesAsText("message"))
                    .isEqualTo(List.of("Hello!", "Bye!"));
        }
    }
}
