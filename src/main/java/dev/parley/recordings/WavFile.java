package dev.parley.recordings;

import dev.parley.audio.G711;
import dev.parley.audio.Pcm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A recording on disk: WAV with two channels of µ-law, 16,000 samples a second, so 1.9 MB a
/// minute. Every player takes it, while it grows and after a crash as well: sizes are put right
/// when it is closed, and until then say that there is as much as can be.
final class WavFile implements AutoCloseable {
    static final int CHANNELS = 2;
    static final int HEADER = 58;
    private static final int MULAW = 7;
    private static final int UNKNOWN = 0x7FFF_FF00;

    private final FileChannel channel;

    /// Begins a new file.
    WavFile(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.write(header(UNKNOWN));
    }

    /// Adds samples of both channels in turn, as codes of µ-law.
    void add(byte[] codes) throws IOException {
        var buffer = ByteBuffer.wrap(codes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.write(header((int) Math.min(UNKNOWN, channel.size() - HEADER)), 0);
        }
    }

    /// Puts the sizes of a file right that nobody has closed.
    static void repair(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            long whole = Math.max(0, (file.length() - HEADER) / CHANNELS * CHANNELS);
            file.setLength(HEADER + whole);
            file.seek(0);
            file.write(header((int) Math.min(UNKNOWN, whole)).array());
        }
    }

    /// How much of one channel so many bytes are, in samples.
    static long samples(long bytes) {
        return Math.max(0, bytes - HEADER) / CHANNELS;
    }

    static byte code(short sample) {
        return G711.mulaw(sample);
    }

    private static ByteBuffer header(int length) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + length)
                .put(ascii("WAVEfmt "))
                .putInt(18)
                .putShort((short) MULAW)
                .putShort((short) CHANNELS)
                .putInt(Pcm.RATE)
                .putInt(Pcm.RATE * CHANNELS)
                .putShort((short) CHANNELS)
                .putShort((short) 8)
                .putShort((short) 0)
                .put(ascii("fact"))
                .putInt(4)
                .putInt(length / CHANNELS)
                .put(ascii("data"))
                .putInt(length)
                .flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
