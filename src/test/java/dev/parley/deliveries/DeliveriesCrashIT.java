package dev.parley.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Peer;
import dev.parley.testing.Peer.Received;
import dev.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` between the end of a call and the answer of those who are told (D1).
class DeliveriesCrashIT {
    @TempDir Path data;

    @Test
    void tellsTheEndUnderTheSameIdAfterAKill() {
        var isSilent = new AtomicBoolean(true);
        var never = new CountDownLatch(1);
        try (var peer =
                Peer.on(
                        "127.0.0.1",
                        (_, out) -> {
                            if (isSilent.get()) {
                                await(never);
                            }
                            out.write(Peer.answer(200, "thanks"));
                        })) {
            var settings =
                    Map.of("PARLEY_DATA", data.toString(), "PARLEY_ALLOWED_HOSTS", peer.place());
            String id;
            var first = ServerProcess.up(settings);
            try {
                var api = first.api();
                var agent = api.get("/v1/ai-agents").array().get(0).path("id").asText();
                var shop = new Receiver(api, agent, peer);
                shop.wants("end", "/end");
                shop.isCalled();
                id = shop.told("/end", 1).getFirst().header("webhook-id");
            } finally {
                first.kill();
            }
            isSilent.set(false);

            try (var second = ServerProcess.up(settings)) {
                var shop = new Receiver(second.api(), "", peer);
                var told = shop.told("/end", 3);

                assertThat(told.stream().map(one -> one.header("webhook-id")))
                        .startsWith(id, id)
                        .doesNotContainNull();
                assertThat(told.get(1).text()).isEqualTo(told.getFirst().text());
                assertThat(Receiver.event(told.getLast()).path("event_name").asText())
                        .isEqualTo("conversation_analyzed");
                assertThat(shop.delivery(id, "delivered").path("log")).hasSize(1);
            }
            assertThat(peer.received().stream().map(Received::path)).containsOnly("/end");
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
