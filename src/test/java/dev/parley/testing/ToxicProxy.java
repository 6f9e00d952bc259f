package dev.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Stands before a provider and spoils what passes, as networks and providers do.
public final class ToxicProxy implements AutoCloseable {
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    /// Bytes of a body that pass before it breaks.
    private static final int BEGINNING = 60;

    private static final Duration BETWEEN_SLOW_PIECES = Duration.ofMillis(250);

    private final ServerSocket listener;
    private final int upstream;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger spoiled = new AtomicInteger();
    private volatile Toxic toxic = Toxic.NONE;

    /// What happens to a connection.
    public enum Toxic {
        NONE,
        /// It is reset as soon as it is there.
        REFUSE,
        /// The question is taken, no answer comes.
        HANG_BEFORE_HEADERS,
        /// The answer begins and does not go on.
        HANG_MID_STREAM,
        /// The answer begins, then the connection is reset.
        RESET,
        /// The answer comes at 80 bytes a second.
        SLOW,
        /// The answer is noise.
        GARBAGE,
        STATUS_429,
        STATUS_500,
        /// An answer of the wrong kind: sound of an impossible rate, JSON of another shape.
        WRONG,
        /// An answer without a body.
        EMPTY
    }

    /// @param upstream the provider's port on the loopback
    public ToxicProxy(int upstream) {
        this.upstream = upstream;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("toxic-proxy").start(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// How many connections something was done to.
    public int spoiled() {
        return spoiled.get();
    }

    /// From now on; connections that it changes for are broken off, so that none is used again.
    public void turn(Toxic next) {
        if (next != toxic) {
            toxic = next;
            open.forEach(ToxicProxy::reset);
        }
    }

    private void listen() {
        try {
            while (true) {
                var client = listener.accept();
                Thread.ofVirtual().name("toxic").start(() -> serve(client, toxic));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket client, Toxic how) {
        open.add(client);
        spoiled.addAndGet(how == Toxic.NONE ? 0 : 1);
        try (client) {
            switch (how) {
                case REFUSE -> reset(client);
                case GARBAGE -> {
                    read(client);
                    client.getOutputStream()
                            .write(
                                    "\u0000\u0001 garbage \u0002\r\n"
                                            .repeat(20)
                                            .getBytes(StandardCharsets.UTF_8));
                }
                case STATUS_429 -> answer(client, "429 Too Many Requests", "text/plain", "slowly");
                case STATUS_500 ->
                        answer(client, "500 Internal Server Error", "text/html", "<html>");
                case WRONG -> answer(client, "200 OK", "application/json", "{\"rate\":-1}");
                case EMPTY -> answer(client, "200 OK", "text/plain", "");
                case HANG_BEFORE_HEADERS -> {
                    read(client);
                    drain(client);
                }
                case NONE, HANG_MID_STREAM, RESET, SLOW -> forward(client, how);
            }
        } catch (IOException _) {
            // whoever asked has gone
        } finally {
            open.remove(client);
        }
    }

    private void forward(Socket client, Toxic how) throws IOException {
        try (var provider = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            open.add(provider);
            Thread.ofVirtual().start(() -> copy(client, provider));
            var in = provider.getInputStream();
            var out = client.getOutputStream();
            if (how == Toxic.NONE) {
                in.transferTo(out);
                return;
            }
            headers(in, out);
            if (how == Toxic.SLOW) {
                for (var some = in.readNBytes(20); some.length > 0; some = in.readNBytes(20)) {
                    out.write(some);
                    LockSupport.parkNanos(BETWEEN_SLOW_PIECES.toNanos());
                }
                return;
            }
            out.write(in.readNBytes(BEGINNING));
            out.flush();
            if (how == Toxic.RESET) {
                reset(client);
            } else {
                drain(client);
            }
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // the other direction ends it
        }
    }

    private static void headers(InputStream in, OutputStream out) throws IOException {
        int matched = 0;
        while (matched < END_OF_HEADERS.length) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            out.write(next);
            matched = next == END_OF_HEADERS[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        out.flush();
    }

    private static void answer(Socket client, String status, String type, String body)
            throws IOException {
        read(client);
        var text =
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, type, body.length(), body);
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        client.shutdownOutput();
        drain(client);
    }

    /// The question, or as much of it as comes at once.
    private static void read(Socket client) throws IOException {
        var some = new byte[64 << 10];
        if (client.getInputStream().read(some) < 0) {
            throw new IOException("nothing was asked");
        }
    }

    /// Until whoever asked gives up.
    private static void drain(Socket client) throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(ToxicProxy::reset);
    }
}
