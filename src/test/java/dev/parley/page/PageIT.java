package dev.parley.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.json.Json;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who is let in by the page at `/talk`, and that it brings nothing of others with it.
class PageIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(page/[^\"]*)\"");
    private static final Pattern INLINE =
            Pattern.compile("<style|<script(?![^>]* src=)| on\\w+=| style=");

    @Test
    void holdsNothingInlineAndFilesOfItsOwnOnly() throws Exception {
        try (var server = TestServer.start()) {
            var page = get(server, "/talk");
            var files = LINK.matcher(page.body()).results().map(link -> link.group(1)).toList();

            assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe", "*", "http");
            assertThat(INLINE.matcher(page.body()).find()).isFalse();
            assertThat(files).hasSizeGreaterThanOrEqualTo(3);
            for (var file : files) {
                assertThat(get(server, "/" + file).statusCode()).isEqualTo(200);
            }
            assertThat(get(server, "/page/x/page.js").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void letsWhoeverSitsHereTalkWithoutAKey() throws Exception {
        try (var server = TestServer.start()) {
            assertThat(welcome(server)).contains("\"needsKey\":true");
            Given.agent(server.api());

            var welcome = welcome(server);
            var connection = connect(server);

            assertThat(welcome).contains("\"needsKey\":false", "\"name\":\"Mira\"");
            assertThat(connection.statusCode()).isEqualTo(200);
            assertThat(connection.headers().firstValue("cache-control")).hasValue("no-store");
            var made = Json.parse(connection.body().getBytes(StandardCharsets.UTF_8));
            assertThat(made.path("socketUrl").asText()).contains("?ticket=");
        }
    }

    // K9, W2: neither a proxy on this machine nor a page of another site is somebody who sits here
    @Test
    void asksEverybodyElseForAKey() throws Exception {
        try (var server = TestServer.start()) {
            Given.agent(server.api());

            assertThat(connect(server, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(401);
            assertThat(connect(server, "Origin", "https://evil.example").statusCode())
                    .isEqualTo(401);
            var other = URI.create("http://127.0.0.1.nip.example:" + server.url().getPort());
            assertThat(raw(server, other.getAuthority())).contains(" 401 ");
        }
    }

    @Test
    void obeysTheOperator() throws Exception {
        try (var server = TestServer.start(Map.of("PARLEY_OPEN_PAGE", "nobody"))) {
            Given.agent(server.api());

            assertThat(connect(server).statusCode()).isEqualTo(401);
        }
        try (var server = TestServer.start(Map.of("PARLEY_OPEN_PAGE", "everyone"))) {
            Given.agent(server.api());

            assertThat(connect(server, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
            int last = 0;
            for (int i = 0; i < 40 && last != 429; i++) {
                last = connect(server).statusCode();
            }
            assertThat(last).isEqualTo(429);
        }
    }

    private static String welcome(TestServer server) throws Exception {
        return get(server, "/page/welcome").body();
    }

    private static HttpResponse<String> get(TestServer server, String path) throws Exception {
        var request = HttpRequest.newBuilder(server.url().resolve(path)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> connect(TestServer server, String... headers)
            throws Exception {
        var request =
                HttpRequest.newBuilder(server.url().resolve("/page/connections"))
                        .POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /// The answer's first line to a request that names another host, as after a change of a name's
    /// address.
    private static String raw(TestServer server, String host) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", server.url().getPort())) {
            var request =
                    "POST /page/connections HTTP/1.1\r\nHost: "
                            + host
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
