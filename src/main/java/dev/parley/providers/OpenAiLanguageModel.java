package dev.parley.providers;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A language model behind any server that speaks the chat-completions protocol. One object per
/// endpoint, shared by all conversations: it holds the connections and the circuit breaker.
public final class OpenAiLanguageModel implements LanguageModel {
    private final URI endpoint;
    private final String apiKey;
    private final String model;
    private final Deadlines deadlines;
    private final Breaker breaker;
    private final HttpClient client;
    private volatile boolean plain;

    /// @param base what comes before `/chat/completions`
    /// @param apiKey may be empty
    public OpenAiLanguageModel(URI base, String apiKey, String model, Deadlines deadlines) {
        this(base, apiKey, model, deadlines, new Breaker(System::nanoTime));
    }

    OpenAiLanguageModel(
            URI base, String apiKey, String model, Deadlines deadlines, Breaker breaker) {
        if (base.getHost() == null || !Set.of("http", "https").contains(base.getScheme())) {
            throw new IllegalArgumentException("A language model has an http or https address");
        }
        if (apiKey.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("The key of " + base.getHost() + " has odd letters");
        }
        this.endpoint = URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions");
        this.apiKey = apiKey;
        this.model = model;
        this.deadlines = deadlines;
        this.breaker = breaker;
        // HTTP/1.1 also under TLS: local servers trip over an offer of h2c, and with a connection
        // of its own no conversation waits for another and closing one is seen at once.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(deadlines.connect())
                        .build();
    }

    @Override
    public ReplyStream stream(Prompt prompt) {
        return new ChatReply(describe(), deadlines, breaker, new ChatCall(this, prompt));
    }

    /// The model and its host, for logs.
    public String describe() {
        return model + " at " + endpoint.getHost();
    }

    /// Whether this server has refused to be asked for a schema.
    boolean isAskedPlainly() {
        return plain;
    }

    void askPlainly() {
        plain = true;
    }

    CompletableFuture<HttpResponse<InputStream>> send(Prompt prompt, boolean plainly) {
        return client.sendAsync(request(prompt, plainly), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(Prompt prompt, boolean plainly) {
        var request =
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(
                                BodyPublishers.ofString(
                                        new ChatRequest(model, prompt, plainly).json()));
        if (!apiKey.isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        return request.build();
    }
}
