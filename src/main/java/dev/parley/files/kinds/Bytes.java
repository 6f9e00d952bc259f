package dev.parley.files.kinds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file under inspection: its ends in memory, the rest read where it is asked for.
final class Bytes implements AutoCloseable {
    /// A zip's directory may end this far before the file does.
    private static final int END = (1 << 16) + 22;

    private static final int HEAD = 4 << 10;

    private final FileChannel channel;
    private final long length;
    private final byte[] head;
    private final byte[] tail;

    private Bytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
        this.head = read(0, (int) Math.min(HEAD, length));
        int end = (int) Math.min(END, length);
        this.tail = read(length - end, end);
    }

    static Bytes of(Path file) throws IOException {
        return new Bytes(FileChannel.open(file, StandardOpenOption.READ));
    }

    long length() {
        return length;
    }

    FileChannel channel() {
        return channel;
    }

    /// The first bytes, at most 4 KiB, as characters of one byte each.
    String head() {
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    /// The last bytes, at most 64 KiB and a little, as characters of one byte each.
    String tail() {
        return new String(tail, StandardCharsets.ISO_8859_1);
    }

    /// `count` bytes from `at` on, or as many as there are.
    byte[] read(long at, int count) throws IOException {
        var buffer = ByteBuffer.allocate(Math.clamp(length - at, 0, count));
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // goes on until it is full or the file ends
        }
        return buffer.array();
    }

    /// A number of 4 bytes, the least significant first.
    long little(long at) throws IOException {
        return Integer.reverseBytes(buffer(at, 4).getInt()) & 0xFFFF_FFFFL;
    }

    /// A number of 4 bytes, the most significant first.
    long big(long at) throws IOException {
        return buffer(at, 4).getInt() & 0xFFFF_FFFFL;
    }

    /// A number of 8 bytes, the most significant first.
    long huge(long at) throws IOException {
        return buffer(at, 8).getLong();
    }

    String text(long at, int count) throws IOException {
        return new String(read(at, count), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer buffer(long at, int count) throws IOException {
        var bytes = read(at, count);
        if (bytes.length < count) {
            throw new java.io.EOFException("The file ends early");
        }
        return ByteBuffer.wrap(bytes);
    }
}
