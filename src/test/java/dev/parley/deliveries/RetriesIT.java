package dev.parley.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Given;
import dev.parley.testing.Peer;
import dev.parley.testing.Peer.Received;
import dev.parley.testing.Rows;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Events whose receiver does not take them at once, on a clock of the test's own.
class RetriesIT {
    private static final String JOBS =
            "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'deliver-event'";

    private final TestClock clock = new TestClock();
    private final Deque<byte[]> answers = new ConcurrentLinkedDeque<>();
    private final Peer peer =
            Peer.on(
                    "127.0.0.1",
                    (_, out) -> {
                        var next = answers.poll();
                        out.write(next == null ? Peer.answer(200, "thanks") : next);
                    });
    private final TestServer server =
            TestServer.start(Map.of("PARLEY_ALLOWED_HOSTS", peer.place()), clock);
    private final Receiver shop = receiver(server.api());

    @AfterEach
    void close() {
        server.close();
        peer.close();
    }

    private void answers(int count, int status, String... headers) {
        for (int i = 0; i < count; i++) {
            answers.add(Peer.answer(status, "no", headers));
        }
    }

    /// Time goes on while it waits, because work that has to be repeated is only after a while.
    private Receiver receiver(Api api) {
        return new Receiver(
                api, Given.agent(api), peer, () -> clock.advance(Duration.ofMillis(20)));
    }

    private static Instant nextAt(JsonNode delivery) {
        return time(delivery.path("nextAttemptAt"));
    }

    /// How long after its last attempt it is sent again.
    private static Duration delay(JsonNode delivery) {
        var last = delivery.path("log").path(delivery.path("attempts").asInt() - 1);
        return Duration.between(time(last.path("at")), nextAt(delivery));
    }

    private static Instant time(JsonNode written) {
        return LocalDateTime.parse(written.asText()).toInstant(ZoneOffset.UTC);
    }

    @Test // D1
    void areSentAgainUnderTheSameIdUntilTheyAreTaken() {
        answers(1, 500);
        answers(1, 302, "Location: http://127.0.0.1:1/");
        var action = shop.wants("start", "/a");
        shop.isCalled();
        var id = shop.firstOf(action);

        var once = shop.sent(id, 1);
        assertThat(once.path("status").asText()).isEqualTo("pending");
        clock.advanceTo(nextAt(once));
        clock.advanceTo(nextAt(shop.sent(id, 2)));
        var taken = shop.delivery(id, "delivered");

        assertThat(taken.path("attempts").asInt()).isEqualTo(3);
        assertThat(taken.path("nextAttemptAt").isNull()).isTrue();
        assertThat(taken.path("log").findValuesAsText("statusCode"))
                .containsExactly("500", "302", "200");
        assertThat(shop.received("/a").stream().map(one -> one.header("webhook-id")))
                .hasSize(3)
                .containsOnly(id);
        assertThat(shop.received("/a").stream().map(Received::text).distinct()).hasSize(1);
        assertThat(shop.received("/a").stream().map(one -> one.header("webhook-timestamp")))
                .doesNotHaveDuplicates();
    }

    @Test // O4
    void areGivenUpAfterTenAttemptsOverThreeDays() {
        answers(11, 503);
        var action = shop.wants("start", "/a");
        shop.isCalled();
        var id = shop.firstOf(action);

        for (int attempt = 1; attempt < 10; attempt++) {
            clock.advanceTo(nextAt(shop.sent(id, attempt)));
        }
        var last = shop.delivery(id, "failed");

        assertThat(last.path("log")).hasSize(10);
        assertThat(Duration.between(TestClock.START, clock.instant()))
                .isBetween(Duration.ofHours(63), Duration.ofHours(80));
        server.api().post("/v1/deliveries/" + id + "/redeliver").expect(200);
        assertThat(shop.sent(id, 11).path("status").asText()).isEqualTo("failed");
        server.api().post("/v1/deliveries/" + id + "/redeliver").expect(200);
        assertThat(shop.sent(id, 12).path("status").asText()).isEqualTo("delivered");
    }

    @Test
    void waitAsLongAsTheReceiverWishesWithinReason() {
        answers(1, 429, "Retry-After: 7200");
        answers(1, 503, "Retry-After: 999999999");
        answers(1, 503, "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT");
        var action = shop.wants("start", "/a");
        shop.isCalled();
        var id = shop.firstOf(action);

        var first = shop.sent(id, 1);
        assertThat(delay(first)).isBetween(Duration.ofHours(2), Duration.ofMinutes(121));
        clock.advanceTo(nextAt(first));
        var second = shop.sent(id, 2);
        assertThat(delay(second)).isBetween(Duration.ofHours(24), Duration.ofMinutes(1_441));
        clock.advanceTo(nextAt(second));
        assertThat(delay(shop.sent(id, 3))).isLessThan(Duration.ofMinutes(6));
    }

    @Test
    void stopWhenTheReceiverIsGoneUntilTheActionIsSavedAgain() {
        answers(1, 410);
        var action = shop.wants("start", "/a");
        shop.isCalled();
        var gone = shop.firstOf(action);
        assertThat(shop.delivery(gone, "disabled").path("attempts").asInt()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        shop.isCalled();
        var unsent =
                shop.waits(
                        "the second",
                        () ->
                                shop.deliveries(action).stream()
                                        .filter(d -> !d.path("id").asText().equals(gone))
                                        .findFirst());
        assertThat(unsent.path("status").asText()).isEqualTo("disabled");
        server.api().post("/v1/deliveries/" + gone + "/redeliver").expect(409);

        clock.advance(Duration.ofMinutes(1));
        server.api().put("/v1/actions/" + action, shop.action("start", "/b")).expect(200);
        shop.isCalled();
        shop.told("/b", 1);
        var id = unsent.path("id").asText();
        server.api().post("/v1/deliveries/" + id + "/redeliver").expect(200);
        assertThat(shop.told("/b", 2).getLast().header("webhook-id")).isEqualTo(id);
        assertThat(shop.received("/a")).hasSize(1);
    }

    @Test
    void keepTheAnalysisBehindTheEndHoweverLongThatTakes() {
        answers(2, 500);
        var action = shop.wants("end", "/a");
        shop.isCalled();
        var both =
                shop.waits(
                        "both are there",
                        () -> Optional.of(shop.deliveries(action)).filter(d -> d.size() == 2));
        // made at one moment of this clock, so that no order tells them apart
        var end =
                both.stream()
                        .filter(it -> it.path("eventName").asText().equals("conversation_end"))
                        .map(Receiver::id)
                        .findFirst()
                        .orElseThrow();

        shop.sent(end, 1);
        clock.advance(Duration.ofMinutes(10));
        shop.sent(end, 2);
        clock.advance(Duration.ofHours(1));
        shop.delivery(end, "delivered");
        shop.told("/a", 4);

        assertThat(shop.received("/a").stream().map(Receiver::event))
                .map(event -> event.path("event_name").asText())
                .containsExactly(
                        "conversation_end",
                        "conversation_end",
                        "conversation_end",
                        "conversation_analyzed");
    }

    @Test // T13, E6
    void endWithTheirOrganization() {
        answers(1, 500);
        var theirs = server.foreignApi();
        var other = receiver(theirs);
        var action = other.wants("start", "/theirs");
        other.isCalled();
        var id = other.firstOf(action);
        other.sent(id, 1);
        var org = theirs.get("/v1/organizations").expect(200).object().path("id").asText();

        theirs.delete("/v1/organizations").expect(200);
        clock.advance(Duration.ofHours(1));

        other.waits(
                "no job is left",
                () -> Optional.of(Rows.texts(server, JOBS)).filter(List.of("0")::equals));
        assertThat(other.received("/theirs")).hasSize(1);
        assertThat(Rows.count(server, org, "delivery")).isZero();
    }
}
