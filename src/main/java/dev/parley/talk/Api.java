package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The few operations of the server a conversation needs.
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final URI server;
    private final String key;

    public Api(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /// The agent of that name or id; the first active one when neither is given.
    ///
    /// @throws TalkFailed when there is none
    public JsonNode agent(Optional<String> wanted) {
        var agents = send(request("/v1/ai-agents").GET());
        return StreamSupport.stream(agents.spliterator(), false)
                .filter(agent -> wanted.map(name -> isCalled(agent, name)).orElse(isActive(agent)))
                .findFirst()
                .orElseThrow(() -> new TalkFailed(nobody(wanted)));
    }

    /// A fresh connection to an agent.
    ///
    /// @throws TalkFailed when the server makes none
    public JsonNode connect(String agentId) {
        var agent = URLEncoder.encode(agentId, StandardCharsets.UTF_8);
        var body = "{\"sourceName\":\"BROWSER\",\"sourceId\":\"terminal\",\"sourceProps\":{}}";
        return send(
                request("/v1/connections?agentId=" + agent)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// The telephone numbers an agent answers.
    public Stream<String> phones(String agentId) {
        var phones = send(request("/v1/ai-agents/" + agentId + "/phones").GET());
        return StreamSupport.stream(phones.spliterator(), false)
                .map(phone -> phone.path("phoneNumber").asText());
    }

    WebSocket open(String socketUrl, WebSocket.Listener listener) {
        try {
            return client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create(socketUrl + "&audio=none&events=true"), listener)
                    .join();
        } catch (CompletionException e) {
            throw new TalkFailed(
                    "The server refused the conversation's socket: "
                            + String.valueOf(e.getCause()));
        }
    }

    JsonNode conversation(String id) {
        return send(request(conversationPath(id)).GET());
    }

    URI conversationUrl(String id) {
        return URI.create(server + conversationPath(id));
    }

    private static String conversationPath(String id) {
        return "/v1/conversations/" + id;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == UNAUTHORIZED) {
                throw new TalkFailed("The server at " + server + " does not accept this API key.");
            }
            if (answer.statusCode() != 200) {
                throw new TalkFailed(refusal(answer));
            }
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new TalkFailed("No server answers at " + server + ". Start one with ./parley up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TalkFailed("Interrupted");
        }
    }

    private String refusal(HttpResponse<byte[]> answer) throws IOException {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        var isProblem = answer.headers().firstValue("content-type").orElse("").contains("json");
        var detail = isProblem ? Json.parse(answer.body()).path("detail").asText() : text.strip();
        return "The server at %s answers %d: %s".formatted(server, answer.statusCode(), detail);
    }

    private static boolean isCalled(JsonNode agent, String name) {
        return agent.path("id").asText().equals(name)
                || agent.path("name").asText().equalsIgnoreCase(name);
    }

    private static boolean isActive(JsonNode agent) {
        return agent.path("status").asText().equals("active");
    }

    private static String nobody(Optional<String> wanted) {
        return wanted.map(name -> "No agent has the name or id " + name + ".")
                .orElse("There is no active agent yet. POST /v1/ai-agents makes one.");
    }
}
