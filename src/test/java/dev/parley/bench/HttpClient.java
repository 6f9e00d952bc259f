package dev.parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// A kept connection that sends prepared bytes and reads just enough of the answer: as little work
/// beside the server as there can be.
final class HttpClient implements Load.Client {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Supplier<byte[]> requests;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private int bodyAt;

    HttpClient(URI url, Supplier<byte[]> requests) throws IOException {
        this.socket = new Socket(url.getHost(), url.getPort());
        this.socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.requests = requests;
    }

    /// The bytes of a request.
    static byte[] request(String method, String path, String key, byte[] body) {
        var head =
                """
                %s %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """
                        .formatted(method, path, key, body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return bytes;
    }

    @Override
    public void ask() throws IOException {
        out.write(requests.get());
        filled = 0;
        int head = readHead();
        if (buffer[9] != '2') {
            throw new IOException(new String(buffer, 0, filled, StandardCharsets.UTF_8));
        }
        bodyAt = head;
        long missing = contentLength(head) - (filled - head);
        while (missing > 0) {
            filled = filled == buffer.length ? head : filled;
            int read = read(filled);
            filled += read;
            missing -= read;
        }
    }

    /// The last answer's body, if it is a short one.
    String body() {
        return new String(buffer, bodyAt, filled - bodyAt, StandardCharsets.UTF_8);
    }

    private int readHead() throws IOException {
        int seen = 0;
        while (true) {
            filled += read(filled);
            for (; seen + 3 < filled; seen++) {
                if (buffer[seen] == '\r' && buffer[seen + 2] == '\r' && buffer[seen + 3] == '\n') {
                    return seen + 4;
                }
            }
        }
    }

    private int read(int at) throws IOException {
        int read = in.read(buffer, at, buffer.length - at);
        if (read < 0) {
            throw new IOException("The server closed the connection");
        }
        return read;
    }

    private long contentLength(int head) throws IOException {
        for (int i = 0; i + LENGTH.length < head; i++) {
            if (matches(i)) {
                long length = 0;
                for (int at = i + LENGTH.length; buffer[at] != '\r'; at++) {
                    length = buffer[at] == ' ' ? length : length * 10 + buffer[at] - '0';
                }
                return length;
            }
        }
        throw new IOException("No length");
    }

    private boolean matches(int from) {
        for (int i = 0; i < LENGTH.length; i++) {
            byte c = buffer[from + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
