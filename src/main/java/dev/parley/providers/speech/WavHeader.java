package dev.parley.providers.speech;

import dev.parley.providers.ProviderFailure;
import dev.parley.providers.ProviderFailure.Reason;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What stands before the samples of a WAV stream. Sizes are not believed, because whoever streams
/// does not know them yet.
///
/// @param sampleRate samples a second
public record WavHeader(int sampleRate) {
    private static final int MAX_SKIPPED = 1 << 20;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    /// Reads up to the first sample.
    ///
    /// @throws ProviderFailure when these are not 16-bit samples of one channel
    static WavHeader read(InputStream stream) throws IOException {
        var data = new DataInputStream(stream);
        try {
            if (!name(data).equals("RIFF") || size(data) < 0 || !name(data).equals("WAVE")) {
                throw garbage("an answer that is no WAV");
            }
            var header = new WavHeader(0);
            while (true) {
                var chunk = name(data);
                long size = size(data);
                if (chunk.equals("data")) {
                    return header.checked();
                }
                if (size > MAX_SKIPPED) {
                    throw garbage("a WAV with a header of " + size + " bytes");
                }
                var bytes = new byte[(int) (size + (size & 1))];
                data.readFully(bytes);
                header = chunk.equals("fmt ") ? format(bytes) : header;
            }
        } catch (EOFException _) {
            throw garbage("a WAV without samples");
        }
    }

    /// The header of so many bytes of samples.
    public byte[] bytes(int length) {
        return ByteBuffer.allocate(44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + length)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(sampleRate)
                .putInt(2 * sampleRate)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(length)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private WavHeader checked() {
        if (sampleRate < 8_000 || sampleRate > 192_000) {
            throw garbage("a WAV of " + sampleRate + " samples a second");
        }
        return this;
    }

    private static WavHeader format(byte[] bytes) {
        if (bytes.length < 16) {
            throw garbage("a WAV without a format");
        }
        var format = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int kind = format.getShort(0) & 0xFFFF;
        int channels = format.getShort(2);
        int bits = format.getShort(14);
        if ((kind != PCM && kind != EXTENSIBLE) || channels != 1 || bits != 16) {
            throw garbage("a WAV of kind %d, %d channels, %d bits".formatted(kind, channels, bits));
        }
        return new WavHeader(format.getInt(4));
    }

    private static String name(DataInputStream data) throws IOException {
        var bytes = new byte[4];
        data.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static long size(DataInputStream data) throws IOException {
        return Integer.reverseBytes(data.readInt()) & 0xFFFF_FFFFL;
    }

    private static ProviderFailure garbage(String what) {
        return new ProviderFailure(Reason.GARBAGE, what);
    }
}
