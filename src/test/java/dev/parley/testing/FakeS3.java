package dev.parley.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that speaks the S3 protocol as far as this server uses it, on a port of its own. Every
/// request has to be signed (AWS Signature Version 4), its body too where the client signs it, and
/// it fails when told to.
public final class FakeS3 implements AutoCloseable {
    public static final String BUCKET = "parley-files";
    public static final String REGION = "eu-test-1";
    public static final String ACCESS_KEY_ID = "AKIATESTTESTTESTTEST";
    public static final String SECRET_ACCESS_KEY = "the-secret-of-the-store-of-tests-000001";

    private final HttpServer server;
    private final Path folder;
    private final Map<String, Path> blobs = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private volatile int failure;
    private volatile long breakAfter = -1;

    private FakeS3(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    public static FakeS3 start() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            var fake = new FakeS3(server, Files.createTempDirectory("fake-s3"));
            server.createContext("/", fake::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Answers the next `times` requests with `status`.
    public void fail(int status, int times) {
        failure = status;
        failures.set(times);
    }

    /// Breaks the connection off after that many bytes of every body it sends; -1 for never.
    public void breakOffAfter(long bytes) {
        breakAfter = bytes;
    }

    /// Settings of a server that keeps its files here.
    public Map<String, String> settings() {
        return Map.of(
                "PARLEY_S3_ENDPOINT",
                url().toString(),
                "PARLEY_S3_BUCKET",
                BUCKET,
                "PARLEY_S3_REGION",
                REGION,
                "PARLEY_S3_ACCESS_KEY_ID",
                ACCESS_KEY_ID,
                "PARLEY_S3_SECRET_ACCESS_KEY",
                SECRET_ACCESS_KEY);
    }

    /// The requests so far, as `METHOD /path`.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// The keys that hold a blob.
    public List<String> keys() {
        return blobs.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        server.stop(0);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        try (exchange) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getRequestBody().readAllBytes();
                refuse(exchange, failure, "InternalError");
                return;
            }
            var signed = S3Signature.of(exchange, REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
            if (signed.isEmpty()) {
                exchange.getRequestBody().readAllBytes();
                refuse(exchange, 403, "SignatureDoesNotMatch");
                return;
            }
            serve(exchange, signed.get());
        }
    }

    private void serve(HttpExchange exchange, S3Signature signature) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/" + BUCKET + "/")) {
            refuse(exchange, 404, "NoSuchBucket");
            return;
        }
        var key = path.substring(BUCKET.length() + 2);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, signature, key);
            case "GET", "HEAD" -> get(exchange, key);
            case "DELETE" -> {
                blobs.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpExchange exchange, S3Signature signature, String key) throws IOException {
        var file = folder.resolve("blob-" + names.incrementAndGet());
        try (var out = Files.newOutputStream(file)) {
            if (!signature.copyBody(exchange.getRequestBody(), out)) {
                refuse(exchange, 403, "SignatureDoesNotMatch");
                return;
            }
        }
        blobs.put(key, file);
        exchange.getResponseHeaders().set("ETag", "\"" + names.get() + "\"");
        exchange.sendResponseHeaders(200, -1);
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        var file = blobs.get(key);
        if (file == null) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        long size = Files.size(file);
        var range = range(exchange, size);
        long from = range.map(r -> r[0]).orElse(0L);
        long length = range.map(r -> r[1] - r[0] + 1).orElse(size);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (range.isPresent()) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes %d-%d/%d".formatted(from, from + length - 1, size));
        }
        exchange.sendResponseHeaders(range.isPresent() ? 206 : 200, length);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            copy(exchange, in, breakAfter < 0 ? length : Math.min(length, breakAfter));
        }
    }

    private static void copy(HttpExchange exchange, InputStream in, long length)
            throws IOException {
        var buffer = new byte[64 << 10];
        for (long left = length; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            exchange.getResponseBody().write(buffer, 0, count);
            left -= count;
        }
        exchange.getResponseBody().flush();
    }

    private static Optional<long[]> range(HttpExchange exchange, long size) {
        var text = exchange.getRequestHeaders().getFirst("Range");
        if (text == null) {
            return Optional.empty();
        }
        var ends = text.replace("bytes=", "").split("-");
        return Optional.of(
                new long[] {Long.parseLong(ends[0]), Math.min(size - 1, Long.parseLong(ends[1]))});
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        var body =
                "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, code)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
