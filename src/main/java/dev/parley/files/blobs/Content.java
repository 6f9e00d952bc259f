package dev.parley.files.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// Bytes to store, whose number is known before they are read.
///
/// @param length bytes, exactly
public record Content(long length, Opener opener) {
    /// Opens the bytes from their first one.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /// The bytes of a file, which can be read again when a first try fails.
    public static Content of(Path file) throws IOException {
        return new Content(Files.size(file), () -> Files.newInputStream(file));
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// The bytes of a stream, which can be read once.
    public static Content of(InputStream stream, long length) {
        var opened = new AtomicBoolean();
        return new Content(
                length,
                () -> {
                    if (opened.getAndSet(true)) {
                        throw new IOException("A stream cannot be read twice");
                    }
                    return stream;
                });
    }

    /// A stream of exactly [#length] bytes: it fails when there are fewer or more.
    InputStream open() throws IOException {
        return new Exact(opener.open(), length);
    }

    private static final class Exact extends InputStream {
        private final InputStream source;
        private long left;

        Exact(InputStream source, long length) throws IOException {
            this.source = source;
            this.left = length;
            checkEnd();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = source.read(into, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new IOException("The content ends " + left + " bytes early");
            }
            left -= count;
            checkEnd();
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        private void checkEnd() throws IOException {
            if (left == 0 && source.read() >= 0) {
                throw new IOException("There is more content than was said");
            }
        }
    }
}
