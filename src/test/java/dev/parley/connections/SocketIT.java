package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SocketIT {
    private static final String EVENTS = "&events=true&audio=none";

    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void holdsAWholeConversationAndKeepsIt() {
        var connection = Caller.connection(api, agent);
        try (var caller = Caller.at(connection.path("socketUrl").asText() + EVENTS)) {
            var id = caller.event("conversation.started").path("conversationId").asText();
            assertThat(caller.hears()).isEqualTo("Hello!");
            caller.types("Hi, my name is Ana Torres. When do you open?");
            long typed = System.nanoTime();
            until(id, stored -> stored.path("transcriptText").size() >= 2);
            report("line in the database", typed);
            assertThat(caller.hears()).isNotBlank();
            var live = until(id, stored -> stored.path("transcriptText").size() >= 3);
            assertThat(live.path("timestampEnd").isNull()).isTrue();

            caller.types("My number is 415 555 2671. Thanks.");
            caller.hears();
            caller.stops();
            assertThat(caller.closeCode()).isEqualTo(1000);
            long stopped = System.nanoTime();
            var stored = until(id, it -> !it.path("conversationAnalytics").isNull());
            assertThat(report("analysis", stopped)).isLessThan(Duration.ofSeconds(2));
            assertThat(stored.path("timestampEnd").isNull()).isFalse();
            assertThat(stored.path("source").asText()).isEqualTo("device-1");
            assertThat(stored.path("sourceType").asText()).isEqualTo("BROWSER");
            assertThat(stored.path("transcriptText").size()).isEqualTo(5);
            assertThat(stored.path("prospectId").asText()).startsWith("pro.");
        }
    }

    /// Asks for the conversation until it is as wanted.
    private static ObjectNode until(String id, Predicate<ObjectNode> wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            var stored = api.get("/v1/conversations/" + id).expect(200).object();
            if (wanted.test(stored)) {
                return stored;
            }
            assertThat(System.nanoTime()).as(stored.toString()).isLessThan(until);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Duration report(String what, long since) {
        var taken = Duration.ofNanos(System.nanoTime() - since);
        System.out.println(what + ": " + taken.toMillis() + " ms");
        return taken;
    }
}
