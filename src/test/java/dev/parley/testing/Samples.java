package dev.parley.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.providers.speech.WavHeader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// A small good file of every kind the server keeps, made here.
public final class Samples {
    private Samples() {}

    /// By file name.
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("menu.pdf", pdf());
        files.put("menu.docx", docx());
        files.put("notes.txt", "Open from nine to five.\n".getBytes(UTF_8));
        files.put("old-notes.txt", "Caf\u00e9 abierto\n".getBytes(ISO_8859_1));
        files.put("notes.md", "# Hours\n\n<div>nine to five</div>\n".getBytes(UTF_8));
        files.put("page.html", html());
        files.put("prices.csv", "dish,price\npizza,16\n".getBytes(UTF_8));
        files.put("prices.json", "{\"pizza\": [16, {\"olive\": 1e3}]}\n".getBytes(UTF_8));
        files.put("face.png", image("png"));
        files.put("face.jpg", image("jpg"));
        files.put("face.gif", image("gif"));
        files.put("face.webp", riff("WEBP", "VP8L", 32));
        files.put("logo.svg", svg());
        files.put("hello.wav", wav(4_000));
        files.put("hello.mp3", mp3(40));
        files.put("hello.ogg", ogg("\u0001vorbis"));
        files.put("hello.opus", ogg("OpusHead"));
        files.put("hello.m4a", m4a());
        files.put("hello.flac", join("fLaC\0\0\0\42".getBytes(ISO_8859_1), new byte[200]));
        files.put("hello.webm", webm());
        return files;
    }

    public static byte[] pdf() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    public static byte[] zip(String... names) {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<xml/>".getBytes(UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] html() {
        return "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(UTF_8);
    }

    public static byte[] svg() {
        return """
        <?xml version="1.0"?>
        <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
        """
                .getBytes(UTF_8);
    }

    public static byte[] image(String format) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A sound of `bytes` bytes, 8 kHz, 16 bit, one channel.
    public static byte[] wav(int bytes) {
        var samples = new byte[bytes];
        new Random(1).nextBytes(samples);
        return ByteBuffer.allocate(44 + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(ISO_8859_1))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(16_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(ISO_8859_1))
                .putInt(bytes)
                .put(samples)
                .array();
    }

    /// Speech of 16,000 samples a second.
    public static byte[] wav(short[] speech) {
        var wav =
                ByteBuffer.allocate(44 + 2 * speech.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(new WavHeader(16_000).bytes(2 * speech.length));
        for (short sample : speech) {
            wav.putShort(sample);
        }
        return wav.array();
    }

    private static byte[] mp3(int frames) {
        var frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("ID3\4\0\0\0\0\0\5tagge".getBytes(ISO_8859_1));
        for (int i = 0; i < frames; i++) {
            bytes.writeBytes(frame);
        }
        return bytes.toByteArray();
    }

    private static byte[] ogg(String codec) {
        var page = ByteBuffer.allocate(28 + 30);
        page.put("OggS\0\2".getBytes(ISO_8859_1)).position(26);
        page.put((byte) 1).put((byte) 30).put(codec.getBytes(ISO_8859_1));
        return page.array();
    }

    private static byte[] m4a() {
        return ByteBuffer.allocate(24 + 16 + 100)
                .putInt(24)
                .put("ftypM4A \0\0\0\0isommp42".getBytes(ISO_8859_1))
                .putInt(16)
                .put("moov".getBytes(ISO_8859_1))
                .putLong(0)
                .putInt(100)
                .put("mdat".getBytes(ISO_8859_1))
                .array();
    }

    private static byte[] webm() {
        return join(
                "\u001aE\u00df\u00a3\u0087B\u0082\u0084webm".getBytes(ISO_8859_1), new byte[100]);
    }

    private static byte[] riff(String kind, String chunk, int bytes) {
        return ByteBuffer.allocate(20 + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(12 + bytes)
                .put((kind + chunk).getBytes(ISO_8859_1))
                .putInt(bytes)
                .array();
    }

    public static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
