package dev.parley.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// A `multipart/form-data` body with files, sent as it is made.
public final class Form {
    private static final String BOUNDARY = "a-boundary-nobody-else-uses-7f3a";

    private final List<Supplier<InputStream>> pieces = new ArrayList<>();

    /// A form with one file.
    public static Form of(String fileName, byte[] content) {
        return new Form().file("files", fileName, content);
    }

    public Form file(String part, String fileName, byte[] content) {
        return file(part, fileName, () -> new ByteArrayInputStream(content));
    }

    public Form file(String part, String fileName, Supplier<InputStream> content) {
        var head =
                """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(BOUNDARY, part, fileName.replace("\"", "%22"));
        pieces.add(() -> text(head));
        pieces.add(content);
        pieces.add(() -> text("\r\n"));
        return this;
    }

    /// The type to send it with.
    public static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /// The whole of it as text; what is in its files has to be ASCII.
    public String text() {
        try (var body = body()) {
            return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole of it.
    public byte[] bytes() {
        try (var body = body()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Posts it and checks the answer.
    public Api.Answer post(Api api, String path) {
        return Api.exchange(request(api, path).build());
    }

    public HttpRequest.Builder request(Api api, String path) {
        return HttpRequest.newBuilder(URI.create(api.url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + api.key())
                .header("Content-Type", type())
                .POST(BodyPublishers.ofInputStream(this::body));
    }

    private InputStream body() {
        var parts = new ArrayList<>(pieces.stream().map(Supplier::get).toList());
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
