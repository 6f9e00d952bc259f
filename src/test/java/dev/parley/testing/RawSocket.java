package dev.parley.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A WebSocket client that does as it is told, not as the protocol says.
public final class RawSocket implements AutoCloseable {
    public static final int TEXT = 0x81;
    public static final int BINARY = 0x82;
    public static final int PING = 0x89;
    private static final int CLOSE = 8;
    private static final int LOST = 1006;

    private final Socket socket;
    private final DataInputStream in;
    private final Answer answer;

    private RawSocket(URI url, int receiveBuffer, String... headers) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var head = new StringBuilder("GET " + url.getRawPath());
        head.append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        head.append(" HTTP/1.1\r\nHost: ").append(url.getAuthority()).append("\r\n");
        head.append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
        head.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        answer = readAnswer();
    }

    /// How the server answered the handshake.
    public record Answer(int status, String head, String body) {}

    /// A frame from the server.
    public record Frame(int opcode, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /// @param receiveBuffer bytes the machine reads ahead; 0 for as many as it likes
    public static RawSocket open(String url, int receiveBuffer, String... headers) {
        try {
            return new RawSocket(URI.create(url), receiveBuffer, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the server answers to somebody who wants in with these headers.
    public static Answer knock(String url, String... headers) {
        try (var socket = open(url, 0, headers)) {
            return socket.answer;
        }
    }

    public Answer answer() {
        return answer;
    }

    /// Sends one masked frame; `first` is its first byte as it is.
    public void send(int first, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(0).put(payload);
        write(java.util.Arrays.copyOf(frame.array(), frame.position()));
    }

    public void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// The next frame; null once the server has closed the connection.
    public @Nullable Frame read() {
        try {
            int opcode = in.readUnsignedByte() & 0xf;
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return new Frame(opcode, in.readNBytes((int) length));
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("The server says nothing and does not close", e);
        } catch (IOException _) {
            return null;
        }
    }

    /// Reads to the end: the code the server closed with, 1006 for none.
    public int closeCode() {
        for (var frame = read(); frame != null; frame = read()) {
            if (frame.opcode() == CLOSE) {
                return ByteBuffer.wrap(frame.payload()).getShort();
            }
        }
        return LOST;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer readAnswer() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        int status = Integer.parseInt(head.substring(9, 12));
        int length =
                head.toString()
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                        .findFirst()
                        .orElse(0);
        var body = status == 101 ? new byte[0] : in.readNBytes(length);
        return new Answer(status, head.toString(), new String(body, StandardCharsets.UTF_8));
    }
}
