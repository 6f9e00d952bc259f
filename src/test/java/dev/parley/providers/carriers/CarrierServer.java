package dev.parley.providers.carriers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.json.Json;
import dev.parley.providers.carriers.CarrierConfig.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A carrier's REST API on a loopback socket: lets in one account by Basic authentication, plays
/// the faults it is given, and leaves the rest to the carrier it stands for.
abstract class CarrierServer implements AutoCloseable {
    static final String USER = "AC0123456789abcdef";
    static final String PASSWORD = "correct horse: battery";

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    /// What was asked, method and path.
    final List<String> asked = new CopyOnWriteArrayList<>();

    CarrierServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /// A request as it came.
    record Asked(String method, String path, Map<String, String> query, String type, String body) {
        Map<String, String> form() {
            return values(body);
        }
    }

    /// What is answered; an empty body for null.
    record Answered(int status, @Nullable ObjectNode body) {}

    /// What goes wrong at the next request that fits, instead of an answer.
    interface Fault {
        default boolean fits(Asked asked) {
            return true;
        }

        void play(CarrierServer server, HttpExchange http) throws IOException;
    }

    /// The carrier itself.
    abstract Answered answer(Asked asked);

    /// The answer to wrong credentials.
    abstract Answered unauthorized();

    Account account() {
        return account(PASSWORD);
    }

    Account account(String password) {
        return new Account(URI.create("http://127.0.0.1:" + port() + "/"), USER, password);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void next(Fault... planned) {
        faults.addAll(List.of(planned));
    }

    /// A status, with whole header lines.
    static Fault status(int status, String... headers) {
        return (server, http) -> {
            for (var header : headers) {
                var parts = header.split(": ", 2);
                http.getResponseHeaders().add(parts[0], parts[1]);
            }
            send(http, status, "<html>status " + status + "</html>");
        };
    }

    static Fault body(String text) {
        return (server, http) -> send(http, 200, text);
    }

    /// Never answers, or not to the end.
    static Fault hang(boolean withHead) {
        return (server, http) -> {
            if (withHead) {
                http.sendResponseHeaders(200, 1000);
                http.getResponseBody().write('{');
                http.getResponseBody().flush();
            }
            try {
                server.closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Breaks the connection in the middle of the answer.
    static Fault breakOff() {
        return (server, http) -> {
            http.sendResponseHeaders(200, 1000);
            http.getResponseBody().write("{\"count".getBytes(StandardCharsets.UTF_8));
            http.getResponseBody().flush();
            throw new IOException("broken off on purpose");
        };
    }

    /// Does what it is asked to, and loses the answer.
    static Fault loseTheAnswerTo(String method, String pathPart) {
        return new Fault() {
            @Override
            public boolean fits(Asked asked) {
                return asked.method().equals(method) && asked.path().contains(pathPart);
            }

            @Override
            public void play(CarrierServer server, HttpExchange http) throws IOException {
                server.answer(asked(http));
                throw new IOException("lost on purpose");
            }
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange http) throws IOException {
        asked.add(http.getRequestMethod() + " " + http.getRequestURI());
        var expected =
                Base64.getEncoder()
                        .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var authorization = http.getRequestHeaders().get("Authorization");
        if (!List.of("Basic " + expected).equals(authorization)) {
            send(http, unauthorized());
            return;
        }
        var fault = faults.peek();
        var request = peek(http);
        if (fault != null && fault.fits(request)) {
            faults.remove();
            http.setAttribute("asked", request);
            fault.play(this, http);
            return;
        }
        send(http, answer(request));
    }

    private static Asked asked(HttpExchange http) {
        return (Asked) http.getAttribute("asked");
    }

    private static Asked peek(HttpExchange http) throws IOException {
        var uri = http.getRequestURI();
        var type = http.getRequestHeaders().getFirst("Content-Type");
        return new Asked(
                http.getRequestMethod(),
                uri.getPath(),
                values(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                type == null ? "" : type,
                new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange http, Answered answered) throws IOException {
        if (answered.body() == null) {
            http.sendResponseHeaders(answered.status(), -1);
            http.close();
        } else {
            http.getResponseHeaders().add("Content-Type", "application/json");
            send(http, answered.status(), Json.write(answered.body()));
        }
    }

    private static void send(HttpExchange http, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    static Map<String, String> values(String form) {
        var values = new HashMap<String, String>();
        Arrays.stream(form.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        values.put(
                                URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                                URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return values;
    }
}
