package dev.parley.hives;

import dev.parley.testing.Peer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A website on this machine whose pages a test writes, with entity tags.
public final class LocalSite implements AutoCloseable {
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Peer peer = Peer.on("127.0.0.1", this::answer);
    private volatile Function<String, @Nullable Page> others = _ -> null;

    /// @param headers whole lines
    public record Page(int status, String type, byte[] body, List<String> headers) {}

    public LocalSite put(String path, String html) {
        pages.put(path, html(html));
        return this;
    }

    public LocalSite put(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public void remove(String path) {
        pages.remove(path);
    }

    /// What is answered for paths that have no page of their own.
    public LocalSite otherwise(Function<String, @Nullable Page> other) {
        others = other;
        return this;
    }

    public static Page html(String html) {
        return new Page(
                200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), List.of());
    }

    public static Page text(String text) {
        return new Page(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    public static Page status(int status, String... headers) {
        return new Page(status, "text/html", new byte[0], List.of(headers));
    }

    public String url(String path) {
        return peer.url(path);
    }

    /// For the setting that lets a server call it.
    public String place() {
        return peer.place();
    }

    /// The paths asked for, `robots.txt` left out.
    public List<String> asked() {
        return peer.received().stream()
                .map(Peer.Received::path)
                .filter(path -> !path.equals("/robots.txt"))
                .toList();
    }

    public List<Peer.Received> received() {
        return peer.received();
    }

    private void answer(Peer.Received request, OutputStream out) throws IOException {
        var page = pages.get(request.path());
        if (page == null) {
            page = others.apply(request.path());
        }
        if (page == null) {
            page = status(404);
        }
        var tag = "\"" + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(page.body())) + "\"";
        if (page.status() == 200 && request.header("If-None-Match").equals(tag)) {
            page = status(304);
        }
        var head =
                new StringBuilder("HTTP/1.1 ")
                        .append(page.status())
                        .append(" Whatever\r\nContent-Type: ")
                        .append(page.type())
                        .append("\r\nETag: ")
                        .append(tag)
                        .append("\r\nContent-Length: ")
                        .append(page.body().length)
                        .append("\r\n");
        page.headers().forEach(header -> head.append(header).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(page.body());
    }

    @Override
    public void close() {
        peer.close();
    }
}
