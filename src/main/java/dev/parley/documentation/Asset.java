package dev.parley.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// A file that is sent as it is, or packed to whoever takes it so.
///
/// @param packed the same in gzip
public record Asset(String contentType, byte[] bytes, byte[] packed) {
    /// A file of the class path.
    ///
    /// @param path from its root
    public static Asset at(String path, String contentType) {
        return of(contentType, read(path));
    }

    public static Asset of(String contentType, byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asset(contentType, bytes, packed.toByteArray());
    }

    public static byte[] read(String path) {
        try (var file = Asset.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("Missing in this build: " + path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What changes when one of `files` does.
    public static String version(Map<String, Asset> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).values().forEach(file -> digest.update(file.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    String text() {
        return new String(bytes, UTF_8);
    }

    public Response answerTo(Request request) {
        var answer =
                takesGzip(request.header("accept-encoding"))
                        ? Response.of(200, contentType, packed).with("Content-Encoding", "gzip")
                        : Response.of(200, contentType, bytes);
        return answer.with("Vary", "Accept-Encoding");
    }

    private static boolean takesGzip(String accepted) {
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding ->
                        coding.matches("(gzip|\\*)( *; *q *= *(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }
}
