package dev.parley.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Contract;
import dev.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The documentation is whole, is this server's own, and asks no other host for anything.
class DocumentationIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(server.url().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /// What the page loads, as addresses on this server.
    private static List<String> links() {
        return LINK.matcher(text(get("/docs")))
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    @Test
    void showsAPageWhoseFilesAreAllHere() {
        var page = get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(links()).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        for (var link : links()) {
            assertThat(URI.create(link).isAbsolute()).as(link).isFalse();
            assertThat(link).doesNotStartWith("/").doesNotContain("{");
            var file = get("/" + link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.body()).as(link).isNotEmpty();
            assertThat(header(file, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(file, "content-type")).as(link).startsWith(type(link));
        }
    }

    private static String type(String link) {
        return switch (link.substring(link.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "png" -> "image/png";
            case "yaml" -> "application/yaml";
            default -> "application/json";
        };
    }

    @Test
    void leadsToThePageFromItsAddressWithASlash() {
        var answer = get("/docs/");

        assertThat(answer.statusCode()).isEqualTo(308);
        var target = server.url().resolve("/docs/").resolve(header(answer, "location"));
        assertThat(target).isEqualTo(server.url().resolve("/docs"));
    }

    @Test // X1
    void letsTheBrowserRunNothingButItsOwnFilesAndAskNobodyElse() {
        var page = get("/docs");
        var policy = header(page, "content-security-policy");

        assertThat(policy.split("; *"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("http", "*", "unsafe");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(text(page))
                .doesNotContain("//", "style=", "onload", "javascript:")
                .doesNotContainPattern("<script>|<style|<script(?![^>]* src=)");
        for (var ours : List.of("docs.js", "docs.css")) {
            var link = links().stream().filter(l -> l.endsWith("/" + ours)).findFirst();
            assertThat(text(get("/" + link.orElseThrow())))
                    .doesNotContain("http:", "https:", "'//");
        }
    }

    @Test
    void keepsFilesForeverAndAsksForThePageEachTime() {
        for (var path : List.of("/docs", "/openapi.yaml", "/openapi.json")) {
            assertThat(header(get(path), "cache-control")).as(path).isEqualTo("no-cache");
        }
        var files = links().stream().filter(link -> link.startsWith("docs/")).toList();
        assertThat(files).hasSize(5);
        for (var link : files) {
            assertThat(header(get("/" + link), "cache-control"))
                    .isEqualTo("public, max-age=31536000, immutable");
            var another = link.replaceFirst("docs/[0-9a-f]+/", "docs/0123456789abcdef/");
            assertThat(get("/" + another).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void packsWhatItSendsForThoseWhoTakeItPacked() throws IOException {
        for (var path : List.of("/docs", "/openapi.json", "/" + links().get(1))) {
            var plain = get(path);
            assertThat(header(plain, "content-encoding")).isEmpty();
            assertThat(header(plain, "vary")).isEqualTo("Accept-Encoding");
            for (var accepted : List.of("gzip", "br, gzip;q=0.5", "deflate, GZIP", "*")) {
                var packed = get(path, "Accept-Encoding", accepted);

                assertThat(header(packed, "content-encoding")).as(accepted).isEqualTo("gzip");
                assertThat(packed.body().length).isLessThan(plain.body().length);
                var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()));
                assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
            }
            for (var accepted : List.of("br", "gzip;q=0", "gzip;q=0.0", "identity")) {
                assertThat(header(get(path, "Accept-Encoding", accepted), "content-encoding"))
                        .as(accepted)
                        .isEmpty();
            }
        }
    }

    @Test
    void servesTheContractAsItIsAndAsJson() throws IOException {
        assertThat(get("/openapi.yaml").body())
                .isEqualTo(Files.readAllBytes(Path.of("openapi.yaml")));
        var json = Api.JSON.readTree(get("/openapi.json").body());
        var contract = Contract.document().deepCopy();
        ((ObjectNode) contract).remove("$id");

        assertThat(json).isEqualTo(contract);
    }

    @Test // K1
    void hasNothingButTheNamedFiles() throws IOException {
        var folder = links().stream().filter(l -> l.startsWith("docs/")).findFirst().orElseThrow();
        var version = folder.substring(0, folder.lastIndexOf('/') + 1);
        var others = new ArrayList<String>();
        for (var name :
                List.of(
                        "index.html",
                        "oauth2-redirect.html",
                        "swagger-initializer.js",
                        "docs.html",
                        "openapi.yaml",
                        "logback.xml",
                        "..",
                        "%2e%2e",
                        "..%2f..%2fopenapi.yaml",
                        "..%5c..%5clogback.xml",
                        "docs.js%00",
                        "docs.js%20",
                        "docs.js;x=1",
                        "DOCS.JS",
                        ".")) {
            others.add("/" + version + name);
        }
        others.addAll(
                List.of(
                        "//docs",
                        "/docs/../docs",
                        "/docs/" + "x/y/z",
                        "/docs/docs.js",
                        "/Docs",
                        "/docs/%2e%2e/openapi.yaml",
                        "/openapi.yml",
                        "/webjars/swagger-ui/5.34.1/index.html"));
        for (var path : others) {
            assertThat(status(path)).as(path).isIn(400, 404);
        }
    }

    /// Over a bare socket: a client would clean the path up.
    private static int status(String path) throws IOException {
        try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = socket.getInputStream().readAllBytes();
            return Integer.parseInt(new String(answer, StandardCharsets.UTF_8).split(" ", 3)[1]);
        }
    }
}
