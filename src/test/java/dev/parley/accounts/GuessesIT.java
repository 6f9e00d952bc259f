package dev.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who guesses keys is stopped, and nobody else notices (K8, K9).
class GuessesIT {
    private static final String GUESS = "a-guessed-key-of-somebody-%08d";

    @Test
    void stopsAnAddressThatGuessesAndNobodyElse() throws IOException {
        try (var server = TestServer.start(Map.of("PARLEY_RATE_LIMIT", "5"))) {
            var good = server.api();
            good.get("/v1/prospects").expect(200);

            var statuses = new HashSet<Integer>();
            for (int i = 0; i < 400 && !statuses.contains(429); i++) {
                var guess = new Api(server.url(), GUESS.formatted(i));
                statuses.add(guess.get("/v1/prospects").status());
            }

            assertThat(statuses).isEqualTo(Set.of(401, 429));
            // a key that was good before is let in from the same address, whoever else guesses
            // there
            good.get("/v1/prospects").expect(200);
            assertThat(statusFrom("127.0.0.7", server.url(), "")).contains(" 401 ");
            var claimed = new HashSet<String>();
            for (int i = 0; i < 400 && claimed.stream().noneMatch(l -> l.contains(" 429 ")); i++) {
                var header = "X-Forwarded-For: 10.0.0." + i + "\r\n";
                claimed.add(statusFrom("127.0.0.1", server.url(), header));
            }
            assertThat(claimed)
                    .as("headers do not make another place of one (K9)")
                    .anyMatch(l -> l.contains(" 429 "));
            Await.until(
                    "time heals",
                    () ->
                            new Api(server.url(), GUESS.formatted(1)).get("/v1/prospects").status()
                                    == 401);
        }
    }

    /// The first line of the answer to a guess from another address of this machine.
    private static String statusFrom(String address, URI url, String headers) throws IOException {
        try (var socket =
                new Socket(
                        InetAddress.getByName(url.getHost()),
                        url.getPort(),
                        InetAddress.getByName(address),
                        0)) {
            var request =
                    "GET /v1/prospects HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sAuthorization: Bearer %s\r\n\r\n"
                            .formatted(headers, GUESS.formatted(7));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
