package dev.parley.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.Await;
import dev.parley.testing.Given;
import dev.parley.testing.Peer;
import dev.parley.testing.Peer.Received;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What actions are told about calls.
@TestInstance(Lifecycle.PER_CLASS)
class EventsIT {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Peer peer =
            Peer.on(
                    "127.0.0.1",
                    (request, out) -> {
                        if (request.path().equals("/slow")) {
                            await(never);
                        }
                        // P9: whatever it says is not listened to
                        var reply = "{\"agentId\": \"aia.1.x\", \"payload\": {\"org_id\": \"o\"}}";
                        out.write(Peer.answer(200, reply));
                    });
    private final TestServer server =
            TestServer.start(Map.of("PARLEY_ALLOWED_HOSTS", peer.place()));
    private Receiver shop;

    @BeforeEach
    void open() {
        shop = new Receiver(server.api(), Given.agent(server.api()), peer);
    }

    @AfterAll
    void close() {
        server.close();
        never.countDown();
        peer.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test // P9
    void tellTheStartTheEndAndWhatWasFoundOutInThisOrder() {
        var onStart = shop.wants("start", "/order/start");
        var onEnd = shop.wants("end", "/order/end");

        var connection = shop.isCalled();
        var ends = shop.told("/order/end", 2);
        var start = shop.told("/order/start", 1).getFirst();

        assertThat(peer.received().stream().map(Received::path))
                .filteredOn(path -> path.startsWith("/order/"))
                .containsExactly("/order/start", "/order/end", "/order/end");
        var begun = Receiver.event(start);
        assertThat(begun.fieldNames())
                .toIterable()
                .containsExactly("timestamp", "version", "event_name", "payload");
        assertThat(begun.path("version").asText()).isEqualTo("1.0.0");
        assertThat(begun.path("event_name").asText()).isEqualTo("conversation_start");
        assertThat(begun.at("/payload/type").asText()).isEqualTo("conversation_start");
        assertThat(begun.at("/payload/connection_id").asText()).isEqualTo(connection);
        assertThat(begun.at("/payload/ai_agent_id").asText()).isEqualTo(shop.agent());
        assertThat(begun.at("/payload/caller_id").toString())
                .isEqualTo("{\"phone_number\":null,\"source\":\"device-1\"}");
        var ended = Receiver.event(ends.getFirst());
        var analysed = Receiver.event(ends.getLast());
        assertThat(ended.path("event_name").asText()).isEqualTo("conversation_end");
        assertThat(analysed.path("event_name").asText()).isEqualTo("conversation_analyzed");
        var conversation = begun.at("/payload/conversation_id").asText();
        assertThat(ended.at("/payload/conversation/id").asText()).isEqualTo(conversation);
        assertThat(ended.at("/payload/conversation/timestampEnd").isTextual()).isTrue();
        assertThat(ended.at("/payload/conversation/conversationAnalytics").isNull()).isTrue();
        var answered = server.api().get("/v1/conversations/" + conversation).expect(200).body();
        assertThat(ends.getLast().text()).endsWith("{\"conversation\":" + answered + "}}");
        assertThat(ends.getFirst().text()).contains("\"message\":\"My name is Hari.\"");
        Receiver.verify(start, shop.secret(onStart));
        ends.forEach(end -> Receiver.verify(end, shop.secret(onEnd)));
    }

    @Test
    void arePostedWithTheActionsHeadersAndNothingOfItsTemplate() {
        var action = shop.wants("start", "/headers");

        shop.isCalled();
        var request = shop.told("/headers", 1).getFirst();

        assertThat(request.line()).isEqualTo("POST /headers HTTP/1.1");
        assertThat(request.header("X-Shop")).isEqualTo("12");
        assertThat(Receiver.event(request).has("shop")).isFalse();
        assertThat(request.header("webhook-id"))
                .isEqualTo(shop.deliveries(action).getFirst().path("id").asText());
    }

    @Test
    void areLoggedWithTheAnswersAndSentAgainByHandUnderTheirId() {
        var action = shop.wants("start", "/again");
        shop.isCalled();
        var id = shop.told("/again", 1).getFirst().header("webhook-id");
        var delivered = shop.delivery(id, "delivered");
        assertThat(delivered.at("/log/0/statusCode").asInt()).isEqualTo(200);
        assertThat(delivered.at("/log/0/answer").asText()).startsWith("{\"agentId\"");
        assertThat(delivered.path("event").toString())
                .isEqualTo(shop.received("/again").getFirst().text());

        server.api().post("/v1/deliveries/" + id + "/redeliver").expect(200);
        var both = shop.told("/again", 2);

        assertThat(both.getLast().header("webhook-id")).isEqualTo(id);
        assertThat(both.getLast().body()).isEqualTo(both.getFirst().body());
        assertThat(shop.sent(id, 2).path("log")).hasSize(2);
        assertThat(shop.deliveries(action)).hasSize(1);
        server.readOnlyApi().get("/v1/deliveries/" + id).expect(200);
        server.readOnlyApi().post("/v1/deliveries/" + id + "/redeliver").expect(403);
        server.foreignApi().get("/v1/deliveries/" + id).expect(404);
        server.foreignApi().post("/v1/deliveries/" + id + "/redeliver").expect(404);
    }

    @Test // E1
    void areSignedWithBothSecretsForADayAfterAChange() {
        var action = shop.wants("start", "/rotated");
        var before = shop.secret(action);
        var path = "/v1/actions/" + action + "/signing-secret";

        var after = server.api().post(path).expect(200);
        shop.isCalled();
        var request = shop.told("/rotated", 1).getFirst();

        assertThat(after.object().path("secret").asText())
                .startsWith("whsec_")
                .isNotEqualTo(before);
        assertThat(after.object().path("previousUntil").isTextual()).isTrue();
        assertThat(after.http().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shop.secret(action)).isEqualTo(after.object().path("secret").asText());
        assertThat(request.header("webhook-signature").split(" ")).hasSize(2);
        Receiver.verify(request, before);
        Receiver.verify(request, shop.secret(action));
        assertThatThrownBy(() -> Receiver.verify(request, "whsec_c29tZWJvZHkgZWxzZQ=="))
                .isInstanceOf(AssertionError.class);
        assertThat(Rows.texts(server, "SELECT secret FROM event_receiver"))
                .noneMatch(kept -> kept.contains(before));
        server.readOnlyApi().get(path).expect(403);
        server.foreignApi().get(path).expect(404);
    }

    @Test // N7, O4
    void reachEverybodyElseWhileOneReceiverTakesTheirTime() {
        shop.wants("start", "/slow");
        for (int i = 0; i < 6; i++) {
            shop.isCalled();
        }
        shop.told("/slow", 4);
        var other = new Receiver(server.foreignApi(), "", peer);
        var quick = new Receiver(other.api(), Given.agent(other.api()), peer);
        quick.wants("end", "/quick");
        shop.wants("end", "/own");

        quick.isCalled();
        shop.isCalled();

        assertThat(quick.told("/quick", 2)).hasSize(2);
        assertThat(shop.received("/slow")).hasSize(4);
    }

    @Test // E6
    void areForgottenWithTheirConversationAndTheirAction() {
        var kept = shop.wants("start", "/kept");
        shop.isCalled();
        var request = shop.told("/kept", 1).getFirst();
        var id = request.header("webhook-id");
        var conversation = Receiver.event(request).at("/payload/conversation_id").asText();
        Await.until(
                "it has ended",
                () -> server.api().delete("/v1/conversations/" + conversation).status() == 200);

        server.api().get("/v1/deliveries/" + id).expect(404);
        assertThat(shop.deliveries(kept)).isEmpty();
        assertThat(List.of(server.api().delete("/v1/actions/" + kept).status()))
                .containsExactly(200);
        server.api().get("/v1/actions/" + kept + "/deliveries").expect(404);
    }
}
