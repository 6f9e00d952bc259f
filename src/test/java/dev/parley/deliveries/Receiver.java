package dev.parley.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.Caller;
import dev.parley.testing.Peer;
import dev.parley.testing.Peer.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A business that wants to be told about its calls: an agent, and actions that lead to a peer.
///
/// @param tick what is done between two looks while waiting
record Receiver(Api api, String agent, Peer peer, Runnable tick) {
    private static final String LINK = "/v1/actions/%s/ai-agents/%s/link";

    Receiver(Api api, String agent, Peer peer) {
        this(api, agent, peer, () -> {});
    }

    /// An action that is told of the calls' `start` or `end` at `path`.
    String wants(String which, String path) {
        var id = id(api.post("/v1/actions", action(which, path)).expect(200).object());
        api.post(LINK.formatted(id, agent)).expect(200);
        return id;
    }

    ObjectNode action(String which, String path) {
        var body = Bodies.action();
        body.put("invocationTrigger", "webhook.conversation_" + which);
        var endpoint = body.putObject("endpoint").put("url", peer.url(path)).put("method", "GET");
        endpoint.putObject("headers").put("X-Shop", "12").put("content-type", "text/plain");
        endpoint.putObject("payload").put("version", "9.9.9").put("shop", 12);
        return body;
    }

    /// Somebody calls, says something, and hangs up.
    ///
    /// @return the connection the call was on
    String isCalled() {
        var connection = Caller.connection(api, agent);
        try (var caller = Caller.at(connection.path("socketUrl").asText())) {
            caller.hears();
            caller.types("My name is Hari.");
            caller.hears();
            caller.stops();
            caller.closeCode();
        }
        return id(connection);
    }

    /// What was sent to `path`, once it is so much.
    List<Received> told(String path, int count) {
        return waits(
                count + " at " + path,
                () -> Optional.of(received(path)).filter(found -> found.size() >= count));
    }

    /// The first delivery of an action.
    String firstOf(String action) {
        return waits("a delivery", () -> deliveries(action).stream().map(Receiver::id).findFirst());
    }

    List<Received> received(String path) {
        return peer.received().stream().filter(one -> one.path().equals(path)).toList();
    }

    List<JsonNode> deliveries(String action) {
        return api.get("/v1/actions/" + action + "/deliveries")
                .expect(200)
                .array()
                .valueStream()
                .toList();
    }

    ObjectNode delivery(String id) {
        return api.get("/v1/deliveries/" + id).expect(200).object();
    }

    /// The delivery, once its status is this.
    ObjectNode delivery(String id, String status) {
        return waits(
                id + " " + status,
                () ->
                        Optional.of(delivery(id))
                                .filter(found -> found.path("status").asText().equals(status)));
    }

    /// The delivery, once it was sent at least so often: time goes on while a slow machine looks.
    ObjectNode sent(String id, int attempts) {
        return waits(
                id + " sent " + attempts,
                () ->
                        Optional.of(delivery(id))
                                .filter(found -> found.path("attempts").asInt() >= attempts));
    }

    /// What `look` finds, once it finds something.
    <T> T waits(String what, Supplier<Optional<T>> look) {
        return Await.value(
                what,
                () -> {
                    tick.run();
                    return look.get();
                });
    }

    String secret(String action) {
        return api.get("/v1/actions/" + action + "/signing-secret")
                .expect(200)
                .object()
                .path("secret")
                .asText();
    }

    static void verify(Received request, String secret) {
        var headers =
                Map.of(
                        "webhook-id", List.of(request.header("webhook-id")),
                        "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                        "webhook-signature", List.of(request.header("webhook-signature")));
        try {
            new Webhook(secret).verify(request.text(), headers);
        } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode event(Received request) {
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        return Api.read(request.text());
    }

    static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
