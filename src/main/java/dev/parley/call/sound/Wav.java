package dev.parley.call.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// RIFF WAVE files of 16-bit samples (Microsoft, "Multimedia Programming Interface and Data
/// Specifications 1.0").
public final class Wav {
    private static final int HEADER = 44;
    private static final int CHUNK_HEADER = 8;
    private static final int PLAIN = 1;
    private static final int EXTENSIBLE = 0xfffe;

    private Wav() {}

    /// The first channel of a file.
    ///
    /// @throws IOException when it is not a WAV file of 16-bit samples
    public static Sound read(byte[] file) throws IOException {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || !name(in, 0).equals("RIFF") || !name(in, 8).equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        int channels = 0;
        int rate = 0;
        for (int at = 12; at + CHUNK_HEADER <= file.length; ) {
            // a file that was written to a pipe does not know its length
            int length = Math.min(in.getInt(at + 4) & 0x7fffffff, file.length - at - CHUNK_HEADER);
            int body = at + CHUNK_HEADER;
            if (name(in, at).equals("fmt ") && length >= 16) {
                channels = channels(in, body);
                rate = in.getInt(body + 4);
            } else if (name(in, at).equals("data") && channels > 0) {
                return new Sound(rate, firstChannel(in, body, length, channels));
            }
            at = body + length + (length & 1);
        }
        throw new IOException("a WAV file without sound");
    }

    /// Writes two channels of equal length.
    public static void write(Path file, Sound left, Sound right) throws IOException {
        int frames = Math.min(left.samples().length, right.samples().length);
        var out = ByteBuffer.allocate(HEADER + frames * 4).order(ByteOrder.LITTLE_ENDIAN);
        header(out, frames * 4, 2, left.rate());
        for (int i = 0; i < frames; i++) {
            out.putShort(left.samples()[i]).putShort(right.samples()[i]);
        }
        Files.write(file, out.array());
    }

    /// Writes one channel.
    public static void write(OutputStream to, Sound sound) throws IOException {
        int length = sound.samples().length * 2;
        var out = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        header(out, length, 1, sound.rate());
        for (var sample : sound.samples()) {
            out.putShort(sample);
        }
        to.write(out.array());
    }

    private static void header(ByteBuffer out, int length, int channels, int rate) {
        out.put(ascii("RIFF")).putInt(HEADER - CHUNK_HEADER + length).put(ascii("WAVEfmt "));
        out.putInt(16).putShort((short) PLAIN).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
        out.put(ascii("data")).putInt(length);
    }

    private static int channels(ByteBuffer in, int at) throws IOException {
        int kind = in.getShort(at) & 0xffff;
        int channels = in.getShort(at + 2);
        if ((kind != PLAIN && kind != EXTENSIBLE) || in.getShort(at + 14) != 16 || channels < 1) {
            throw new IOException("only WAV files of 16-bit samples can be played");
        }
        return channels;
    }

    private static short[] firstChannel(ByteBuffer in, int at, int length, int channels) {
        var samples = new short[length / (2 * channels)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.getShort(at + i * 2 * channels);
        }
        return samples;
    }

    private static String name(ByteBuffer in, int at) {
        var name = new byte[4];
        in.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
