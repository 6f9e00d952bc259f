package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Bodies;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is not quite HTTP, byte by byte (V2, V7, V8).
class RawHttpIT {
    private static final int PATIENCE_MILLIS = 45_000;

    /// How long a second answer may take after a first one that did not close the connection.
    private static final int MORE_MILLIS = 2_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})");
    private static TestServer server;
    private static String key;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        key = "Authorization: Bearer " + server.api().key() + "\r\n";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (var request :
                List.of(
                        "nonsense\r\n\r\n",
                        "GET /v1/prospects\r\n\r\n",
                        "GET /v1/prospects HTTP/9.9\r\n\r\n",
                        "GET  /v1/prospects  HTTP/1.1\r\nHost: x\r\n\r\n",
                        "GET /v1/prospects HTTP/1.1\r\nHost x\r\n\r\n",
                        "GET /v1/prospects HTTP/1.1\r\nHost : x\r\n\r\n",
                        "GET /v1/prospects HTTP/1.1\r\nA\u0000b: x\r\n\r\n",
                        "GET /v1/prospects HTTP/1.1\r\nA: x\u0000y\r\n\r\n",
                        post("Content-Length: -1\r\n"),
                        post("Content-Length: +5\r\n"),
                        post("Content-Length: 5x\r\n"),
                        post("Content-Length: 99999999999999999999999\r\n"),
                        post("Content-Length: 1\r\nContent-Length: 2\r\n"),
                        post("Content-Length: 1, 2\r\n"),
                        post("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n0\r\n\r\n",
                        post("Transfer-Encoding: chunked\r\n") + "-1\r\n{}\r\n0\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001")) {
            var answer = exchange(request + "\r\n\r\n");
            if (!answer.isEmpty()) {
                assertThat(statuses(answer)).as(request + answer).isNotEmpty();
                assertThat(statuses(answer).getFirst()).as(request).isIn("400", "401", "501");
            }
        }
    }

    @Test
    void refusesHeadersAndAddressesWithoutEnd() {
        var large = "X-Large: " + "x".repeat(20_000) + "\r\n";
        var many = "X-Many: 12345678901234567890\r\n".repeat(2_000);
        for (var headers : List.of(large, many)) {
            var answer = exchange(get("/v1/prospects", headers));
            assertThat(statuses(answer)).containsExactly("431");
            assertThat(answer).contains("\"detail\"", "problem+json");
        }
        var answer = exchange(get("/v1/prospects?x=" + "x".repeat(10_000), ""));
        assertThat(statuses(answer)).containsExactly("414");
        assertThat(answer).contains("\"detail\"");
    }

    @Test
    void answersAddressesThatCannotBeDecoded() {
        for (var path :
                List.of(
                        "/v1/prospects?limit=%zz",
                        "/v1/prospects?limit=%",
                        "/v1/prospects?limit=%4",
                        "/v1/prospects/%zz",
                        "/v1/prospects/%",
                        "/v1/prospects/%c0%ae",
                        "/v1/prospects/%ff",
                        "/%",
                        "*",
                        "http://other.test/v1/nothing",
                        "/v1/prospects/\u00e9",
                        "/v1/prospects/<x>|{y}")) {
            var answer = exchange(get(path, key + "Connection: close\r\n"));
            assertThat(statuses(answer)).as(path + answer).hasSize(1);
            assertThat(statuses(answer).getFirst()).as(path).isIn("400", "404", "422");
            assertThat(answer).contains("\"detail\"");
        }
    }

    @Test
    void takesNoSecondRequestFromABodyWithTwoLengths() {
        var hidden = "DELETE /v1/prospects/x HTTP/1.1\r\nHost: x\r\n\r\n";
        var before = Rows.of(server);
        for (var headers :
                List.of(
                        "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n",
                        "Transfer-Encoding: chunked\r\nContent-Length: %d\r\n",
                        "Transfer-Encoding: identity, chunked\r\nContent-Length: %d\r\n",
                        "Transfer-Encoding: chunked, identity\r\nContent-Length: %d\r\n",
                        "Transfer-Encoding: xchunked\r\nContent-Length: %d\r\n",
                        "Transfer-Encoding : chunked\r\nContent-Length: %d\r\n")) {
            var body = Bodies.prospect().toString();
            var chunked =
                    Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n" + hidden;
            var request =
                    post(
                                    key
                                            + headers.formatted(chunked.length())
                                            + "Content-Type: application/json\r\n")
                            + chunked;

            var seen = statuses(exchange(request));

            assertThat(seen.size()).as(headers).isLessThanOrEqualTo(2);
            assertThat(seen).as(headers).doesNotContain("500");
            if (seen.getFirst().equals("200")) {
                // the chunks were the body, so what follows them is a request of its own: no key
                assertThat(seen).as(headers).containsExactly("200", "401");
            }
        }
        assertThat(Rows.of(server).keySet()).isEqualTo(before.keySet());
    }

    @Test
    void readsNoHeaderAcrossLines() {
        var folded =
                "GET /v1/prospects HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization:"
                        + " Bearer\r\n "
                        + server.api().key()
                        + "\r\n\r\n";
        var smuggled =
                "GET /v1/prospects HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: y\r\n "
                        + key
                        + "\r\n";

        assertThat(statuses(exchange(folded)).getFirst()).isIn("400", "401", "200");
        assertThat(statuses(exchange(smuggled)).getFirst()).isIn("400", "401");
    }

    @Test
    void refusesBodiesThatAreTooLargeBeforeReadingThem() {
        var json = "Content-Type: application/json\r\n";
        var declared = exchange(post(key + json + "Content-Length: 10485760\r\n"));
        assertThat(statuses(declared)).containsExactly("413");
        assertThat(declared).contains("\"detail\"");

        var chunk = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
        var chunked =
                exchange(post(key + json + "Transfer-Encoding: chunked\r\n") + chunk.repeat(5));
        assertThat(statuses(chunked)).containsExactly("413");
    }

    @Test
    void asksForTheKeyBeforeTheBody() {
        var answer = exchange(post("Content-Length: 1000000\r\n"));

        assertThat(statuses(answer).getFirst()).isEqualTo("401");
    }

    @Test
    void staysInStepAfterABodyItDidNotWant() {
        var body = "x".repeat(100_000);
        var refused = post("Content-Length: " + body.length() + "\r\n") + body;
        var next = get("/status", "Connection: close\r\n");

        var seen = statuses(exchange(refused + next));

        assertThat(seen.getFirst()).isEqualTo("401");
        assertThat(seen).isSubsetOf("401", "200");
    }

    @Test
    void cutsOffABodyThatComesTooSlowly() throws IOException {
        try (var socket = open()) {
            var json = key + "Content-Type: application/json\r\nContent-Length: 1000\r\n";
            send(socket, post(json));
            long begun = System.nanoTime();
            while (socket.getInputStream().available() == 0
                    && System.nanoTime() - begun < PATIENCE_MILLIS * 1_000_000L) {
                send(socket, " ");
                LockSupport.parkNanos(500_000_000);
            }
            assertThat(statuses(read(socket))).containsExactly("408");
        }
        assertThat(statuses(exchange(get("/status", "Connection: close\r\n"))))
                .containsExactly("200");
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    private static String post(String headers) {
        return "POST /v1/prospects HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    private static List<String> statuses(String answer) {
        return STATUS.matcher(answer).results().map(status -> status.group(1)).toList();
    }

    /// Everything answered to `request` until the server closes or says nothing more.
    private static String exchange(String request) {
        try (var socket = open()) {
            try {
                send(socket, request);
            } catch (IOException e) {
                // closed while sending: what was answered before counts
            }
            return read(socket);
        } catch (IOException e) {
            return "";
        }
    }

    private static Socket open() throws IOException {
        var socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket) {
        var answer = new ByteArrayOutputStream();
        try {
            var buffer = new byte[8_192];
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.write(buffer, 0, n);
                socket.setSoTimeout(MORE_MILLIS);
            }
        } catch (IOException e) {
            // silent or reset: what came so far is the answer
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
