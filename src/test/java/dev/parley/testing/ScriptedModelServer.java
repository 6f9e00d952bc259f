package dev.parley.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// A chat-completions server on a loopback socket that answers each request with the next script;
/// the last one repeats.
public final class ScriptedModelServer implements AutoCloseable {
    /// What one request is answered with, written on a thread of its own.
    @FunctionalInterface
    public interface Script {
        void play(Exchange exchange) throws IOException, InterruptedException;
    }

    /// A request as it came.
    public record Request(String head, String body) {}

    private final ServerSocket listener;
    private final String scheme;
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /// Requests in the order they came.
    public final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    /// Exchanges in the order they began.
    public final BlockingQueue<Exchange> exchanges = new LinkedBlockingQueue<>();

    public ScriptedModelServer(Script... scripts) throws IOException {
        this("http", ServerSocketFactory.getDefault(), scripts);
    }

    public ScriptedModelServer(String scheme, ServerSocketFactory factory, Script... scripts)
            throws IOException {
        this.scheme = scheme;
        this.scripts.addAll(List.of(scripts));
        listener = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI base() {
        return URI.create(scheme + "://localhost:" + listener.getLocalPort() + "/v1/");
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        var begun = new ArrayList<Exchange>();
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var request = read(in); request != null; request = read(in)) {
                var exchange = new Exchange(socket);
                begun.add(exchange);
                requests.add(request);
                exchanges.add(exchange);
                var script = next();
                Thread.ofVirtual().start(() -> exchange.play(script));
            }
        } catch (IOException _) {
            // Reset, which is one way of going away.
        }
        for (var exchange : begun) {
            exchange.goneAt.set(System.nanoTime());
            exchange.gone.countDown();
        }
    }

    private synchronized Script next() {
        return scripts.size() > 1 ? scripts.remove() : scripts.element();
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        int length =
                head.toString()
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(head.toString(), body);
    }

    /// A complete answer in these pieces.
    public static Script says(String... pieces) {
        return exchange -> {
            exchange.begin();
            for (var piece : pieces) {
                exchange.piece(piece);
            }
            exchange.end();
        };
    }

    /// Begins with these pieces and then falls silent, the connection open.
    public static Script saysAndHangs(String... pieces) {
        return exchange -> {
            exchange.begin();
            for (var piece : pieces) {
                exchange.piece(piece);
            }
            exchange.hang();
        };
    }

    /// Takes the request and never answers.
    public static Script hangs() {
        return Exchange::hang;
    }

    /// A refusal with a page nobody wants to hear; `headers` as whole lines.
    public static Script status(int status, String... headers) {
        return exchange -> {
            var body = "<html><body>status " + status + "</body></html>";
            var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            exchange.raw(
                    "HTTP/1.1 %d Scripted\r\n%sContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(status, lines, body.length(), body));
        };
    }

    /// Status 200 and these bytes as the body, then the end of the connection.
    public static Script body(String text) {
        return exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + text);
            exchange.hangUp();
        };
    }

    /// The chunk of the protocol that adds `text`.
    public static String chunk(String text) {
        var content = JsonNodeFactory.instance.textNode(text);
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + content + "}}]}";
    }

    /// One request being answered.
    public static final class Exchange {
        private final Socket socket;
        private final AtomicLong goneAt = new AtomicLong();
        private final AtomicLong bytesAfterGone = new AtomicLong();
        private final CountDownLatch gone = new CountDownLatch(1);
        private final CountDownLatch played = new CountDownLatch(1);

        private Exchange(Socket socket) {
            this.socket = socket;
        }

        /// Opened once the client has closed or reset its connection.
        public CountDownLatch gone() {
            return gone;
        }

        /// Opened once the script has ended, whichever way.
        public CountDownLatch played() {
            return played;
        }

        /// `System.nanoTime()` of the client's going away.
        public long goneAt() {
            return goneAt.get();
        }

        public long bytesAfterGone() {
            return bytesAfterGone.get();
        }

        public void begin() throws IOException {
            raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n");
            raw("Transfer-Encoding: chunked\r\n\r\n");
        }

        public void piece(String text) throws IOException {
            data(chunk(text));
        }

        public void data(String json) throws IOException {
            bytes("data: " + json + "\n\n");
        }

        /// A part of the body, in a transfer chunk of its own.
        public void bytes(String text) throws IOException {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            raw(Integer.toHexString(length) + "\r\n" + text + "\r\n");
        }

        public void end() throws IOException {
            data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            data("{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}");
            data("[DONE]");
            raw("0\r\n\r\n");
        }

        public void hang() throws InterruptedException {
            gone.await();
        }

        public void hangUp() throws IOException {
            socket.close();
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public void raw(String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            boolean late = gone.getCount() == 0;
            socket.getOutputStream().write(bytes);
            if (late) {
                bytesAfterGone.addAndGet(bytes.length);
            }
        }

        private void play(Script script) {
            try {
                script.play(this);
            } catch (IOException | InterruptedException _) {
                // The client went away in the middle.
            } finally {
                played.countDown();
            }
        }
    }
}
