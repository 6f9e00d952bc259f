package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server that speaks OpenAI's protocol for speech, and says whatever the test wants.
public final class FakeSpeechServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answer answer = (_, exchange) -> send(exchange, 200, Samples.wav(24_000));

    private FakeSpeechServer(HttpServer server) {
        this.server = server;
    }

    /// What it was asked.
    public record Asked(String path, String authorization, String protocol, JsonNode body) {}

    /// How it answers.
    @FunctionalInterface
    public interface Answer {
        void to(JsonNode asked, HttpExchange exchange) throws IOException;
    }

    public static FakeSpeechServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            var fake = new FakeSpeechServer(server);
            server.createContext("/", fake::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    public void answer(Answer next) {
        answer = next;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /// Begins an answer of unknown length.
    public static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = Api.JSON.readTree(exchange.getRequestBody());
            asked.add(
                    new Asked(
                            exchange.getRequestURI().getPath(),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            exchange.getProtocol()
                                    + (exchange.getRequestHeaders().containsKey("Upgrade")
                                            ? " upgrade"
                                            : ""),
                            body));
            answer.to(body, exchange);
        }
    }
}
