package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.Golden;
import dev.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9`, and what must not be lost by it (D1).
class CrashIT {
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 3;

    @TempDir Path data;

    @Test
    void losesNothingItHasAcknowledged() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashIT seed " + seed);
        var random = new Random(seed);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        var agent = "";

        for (int round = 0; round < ROUNDS; round++) {
            var server = ServerProcess.up(data);
            var api = server.api();
            agent = agent.isEmpty() ? Given.agent(api) : agent;
            var clients = store(api, agent, acknowledged, 20 + random.nextInt(60));
            clients.enough().await();
            server.kill();
            for (var thread : clients.threads()) {
                thread.join();
            }
        }

        try (var server = ServerProcess.up(data)) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20 * ROUNDS);
            for (var id : acknowledged) {
                server.api().get("/v1/conversations/" + id).expect(200);
            }
        }
    }

    /// A conversation whose server was killed is ended, analysed and complete within 30 seconds of
    /// the next start.
    @Test
    void endsAndAnalysesWhatAKilledServerHeld() {
        String conversation;
        try (var server = new Killed(ServerProcess.up(data))) {
            var api = server.process().api();
            var agent = api.get("/v1/ai-agents").array().get(0).path("id").asText();
            var caller =
                    Caller.at(
                            Caller.connection(api, agent).path("socketUrl").asText()
                                    + "&events=true");
            var id = caller.event("conversation.started").path("conversationId").asText();
            conversation = id;
            caller.hears();
            caller.types("I would like to leave a message. My name is Hari.");
            caller.hears();
            caller.types("My number is 415 555 2671.");
            caller.hears();
            Await.until(
                    Duration.ofSeconds(10),
                    () -> assertThat(said(api, id)).contains("415 555 2671"));
        }

        try (var server = ServerProcess.up(data)) {
            var stored =
                    Await.until(
                            Duration.ofSeconds(30),
                            () -> {
                                var found = conversation(server.api(), conversation);
                                assertThat(found.path("conversationAnalytics").isObject()).isTrue();
                                return found;
                            });

            assertThat(stored.path("timestampEnd").isTextual()).isTrue();
            assertThat(stored.path("transcriptText").toString())
                    .contains("My name is Hari.", "My number is 415 555 2671.");
            var facts = stored.path("conversationAnalytics");
            assertThat(facts.path("name_of_caller").asText()).isEqualTo("Hari");
            assertThat(facts.path("phone_number_of_caller").asText().replaceAll("\\D", ""))
                    .isEqualTo("4155552671");
            assertThat(stored.path("prospectId").asText()).startsWith("pro.");
        }
    }

    /// Kills the server at the end of a block, whatever happens in it.
    private record Killed(ServerProcess process) implements AutoCloseable {
        @Override
        public void close() {
            process.kill();
        }
    }

    private static JsonNode conversation(Api api, String id) {
        return api.get("/v1/conversations/" + id).expect(200).object();
    }

    private static String said(Api api, String id) {
        return conversation(api, id).path("transcriptText").toString();
    }

    private record Clients(List<Thread> threads, CountDownLatch enough) {}

    /// Clients that store conversations, and write down every answer, until the server is gone.
    private static Clients store(Api api, String agent, Queue<String> ledger, int enough) {
        var latch = new CountDownLatch(enough);
        var request = Given.requestFor(Golden.read("seed-response.json"), agent);
        var threads =
                IntStream.range(0, CLIENTS)
                        .mapToObj(_ ->
                                Thread.ofPlatform()
                                        .start(() -> storeUntilGone(api, request, ledger, latch)))
                        .toList();
        return new Clients(threads, latch);
    }

    private static void storeUntilGone(
            Api api, Object request, Queue<String> ledger, CountDownLatch latch) {
        try {
            while (true) {
                var stored = api.post("/v1/conversations", request).expect(200);
                ledger.add(stored.object().path("id").asText());
                latch.countDown();
            }
        } catch (java.io.UncheckedIOException _) {
            // the server is gone
        }
    }
}
