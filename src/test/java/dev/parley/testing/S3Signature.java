package dev.parley.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of one request, checked after the published rules of AWS Signature Version 4: the
/// head of the request, and then the body in whichever of the three ways the client chose.
final class S3Signature {
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request,"
                            + " ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final String CHUNKED = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String EMPTY =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final int MAX_CHUNK = 1 << 20;

    private final String payload;
    private final byte[] key;
    private final String time;
    private final String scope;
    private String signature;

    private S3Signature(String payload, byte[] key, String time, String scope, String signature) {
        this.payload = payload;
        this.key = key;
        this.time = time;
        this.scope = scope;
        this.signature = signature;
    }

    /// Empty when the head is not signed with this secret for this region.
    static Optional<S3Signature> of(
            HttpExchange exchange, String region, String keyId, String secret) {
        var headers = exchange.getRequestHeaders();
        var match = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        var payload = headers.getFirst("X-amz-content-sha256");
        var time = headers.getFirst("X-amz-date");
        if (!match.matches() || payload == null || time == null) {
            return Optional.empty();
        }
        var signed = List.of(match.group(4).split(";"));
        if (!match.group(1).equals(keyId)
                || !match.group(3).equals(region)
                || !time.startsWith(match.group(2))
                || !signed.containsAll(List.of("host", "x-amz-content-sha256", "x-amz-date"))) {
            return Optional.empty();
        }
        var scope = match.group(2) + "/" + region + "/s3/aws4_request";
        var key = key(secret, match.group(2), region);
        var text =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        time,
                        scope,
                        sha256(canonical(exchange, signed, payload)));
        return hex(hmac(key, text)).equals(match.group(5))
                ? Optional.of(new S3Signature(payload, key, time, scope, match.group(5)))
                : Optional.empty();
    }

    /// Copies the body to `out`; false when it is not what was signed.
    boolean copyBody(InputStream in, OutputStream out) throws IOException {
        if (payload.equals(CHUNKED)) {
            return copyChunks(in, out);
        }
        var digest = digest();
        var buffer = new byte[64 << 10];
        for (int count; (count = in.read(buffer)) > 0; ) {
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        return payload.equals(UNSIGNED) || hex(digest.digest()).equals(payload);
    }

    /// `size-in-hex;chunk-signature=…`, the bytes, and so on; the last chunk is empty.
    private boolean copyChunks(InputStream in, OutputStream out) throws IOException {
        while (true) {
            var head = line(in).split(";chunk-signature=");
            int size = Integer.parseInt(head[0], 16);
            if (size > MAX_CHUNK) {
                throw new IOException("A chunk of " + size + " bytes");
            }
            var chunk = in.readNBytes(size);
            line(in);
            var text =
                    String.join(
                            "\n",
                            "AWS4-HMAC-SHA256-PAYLOAD",
                            time,
                            scope,
                            signature,
                            EMPTY,
                            hex(digest().digest(chunk)));
            var expected = hex(hmac(key, text));
            if (chunk.length < size || !expected.equals(head[1])) {
                return false;
            }
            signature = expected;
            out.write(chunk);
            if (size == 0) {
                return true;
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0 && c != '\n'; ) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String canonical(HttpExchange exchange, List<String> signed, String payload) {
        var uri = exchange.getRequestURI();
        var query = new ArrayList<String>();
        if (uri.getRawQuery() != null) {
            for (var part : uri.getRawQuery().split("&")) {
                query.add(part.contains("=") ? part : part + "=");
            }
        }
        query.sort(null);
        var headers = new StringBuilder();
        for (var name : signed) {
            var values = exchange.getRequestHeaders().get(name);
            headers.append(name)
                    .append(':')
                    .append(values == null ? "" : String.join(",", values).strip())
                    .append('\n');
        }
        return String.join(
                "\n",
                exchange.getRequestMethod(),
                uri.getRawPath(),
                String.join("&", query),
                headers,
                String.join(";", signed),
                payload);
    }

    private static byte[] key(String secret, String date, String region) {
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var step : List.of(date, region, "s3", "aws4_request")) {
            key = hmac(key, step);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
