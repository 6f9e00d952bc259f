package dev.parley.platform.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/// Reads answers, of each no more than it may have.
final class AnswerReader {
    /// How answers may be packed; unpacked they must be within the same bounds.
    static final String ENCODING = "gzip";

    private AnswerReader() {}

    /// Whether the connection has nothing left to say is `isDone`.
    record Read(Answer answer, boolean isDone) {}

    static Read read(ClassicHttpResponse response, int maxBytes, String url)
            throws IOException, ProtocolException {
        var headers = headers(response);
        var entity = response.getEntity();
        var packed = entity == null ? InputStream.nullInputStream() : entity.getContent();
        var content = unpacked(packed, headers.remove("content-encoding"));
        var body = content.readNBytes(maxBytes);
        boolean isCut = content.read() >= 0;
        var answer = new Answer(response.getCode(), Map.copyOf(headers), body, isCut, url);
        return new Read(answer, !isCut && packed.read() < 0);
    }

    private static InputStream unpacked(InputStream packed, @Nullable String encoding)
            throws IOException, ProtocolException {
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> gunzipped(packed);
            default -> throw new ProtocolException("Packed in an unknown way");
        };
    }

    /// An answer without a body is not packed, whatever its headers say.
    private static InputStream gunzipped(InputStream packed) throws IOException {
        var peeking = new PushbackInputStream(packed);
        int first = peeking.read();
        if (first < 0) {
            return packed;
        }
        peeking.unread(first);
        return new GZIPInputStream(peeking);
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : response.getHeaders()) {
            var value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
        }
        return headers;
    }
}
