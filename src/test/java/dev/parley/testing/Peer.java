package dev.parley.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/// Somebody outside who answers as told, byte for byte, and counts who comes by.
public final class Peer implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger accepts = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// What a peer does with a request; when it is done, the connection is closed unless the answer
    /// says how long it is.
    @FunctionalInterface
    public interface Script {
        void answer(Received request, OutputStream out) throws IOException;
    }

    /// A request as it came.
    public record Received(String head, byte[] body) {
        public String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        public String path() {
            return line().split(" ")[1];
        }

        /// The value of a header, or an empty text.
        public String header(String name) {
            return head.lines()
                    .skip(1)
                    .filter(line ->
                            line.toLowerCase(Locale.ROOT)
                                    .startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private Peer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        Thread.startVirtualThread(this::accept);
    }

    /// A peer on `address` that does as `script` says.
    public static Peer on(String address, Script script) {
        return on(ServerSocketFactory.getDefault(), address, 0, script);
    }

    /// A peer on a port of somebody's choice.
    public static Peer on(String address, int port, Script script) {
        return on(ServerSocketFactory.getDefault(), address, port, script);
    }

    public static Peer on(ServerSocketFactory sockets, String address, int port, Script script) {
        try {
            var listener = sockets.createServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
            return new Peer(listener, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A script that always answers with `status` and `body`.
    public static Script answering(int status, String body, String... headers) {
        return (_, out) -> out.write(answer(status, body, headers));
    }

    /// An answer of HTTP; headers as whole lines.
    public static byte[] answer(int status, String body, String... headers) {
        var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " Whatever\r\n" + lines)
                .concat("Content-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Its address, `127.0.0.2:4711`.
    public String place() {
        return listener.getInetAddress().getHostAddress() + ":" + port();
    }

    public String url(String path) {
        return "http://" + place() + path;
    }

    /// How many connections were made to it.
    public int accepts() {
        return accepts.get();
    }

    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                accepts.incrementAndGet();
                open.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Head and body are written apart: without this each answer would take 40 ms.
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var next = read(in); next != null; next = read(in)) {
                received.add(next);
                script.answer(next, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException _) {
            // the other side has had enough
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable Received read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        var request = new Received(head.toString(), new byte[0]);
        var length = request.header("Content-Length");
        return length.isEmpty()
                ? request
                : new Received(request.head(), in.readNBytes(Integer.parseInt(length)));
    }
}
