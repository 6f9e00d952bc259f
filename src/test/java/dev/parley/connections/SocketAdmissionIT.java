package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.testing.Api;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.RawSocket;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Who gets a socket: W1 and W2 of the threats.
class SocketAdmissionIT {
    private static final String FRIEND = "https://friend.example:443";

    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        var config =
                new SocketConfig(Set.of(FRIEND), Duration.ofSeconds(20), Duration.ofSeconds(10));
        server = TestServer.start(config, 500);
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void w1RefusesWhoeverHasNoTicketOfThisConnection() {
        var one = Caller.connection(api, agent);
        var other = Caller.connection(api, agent);
        var address = address(one.path("id").asText());
        var ticket = ticketOf(one.path("socketUrl").asText());
        var othersTicket = ticketOf(other.path("socketUrl").asText());

        refuses(401, address);
        refuses(401, address + "?ticket=");
        refuses(401, address + "?ticket=nonsense");
        refuses(401, address + "?ticket=" + "0".repeat(40));
        refuses(401, address + "?ticket=" + othersTicket);
        refuses(401, address + "?ticket=" + ticket + "&ticket=" + ticket);
        refuses(
                401,
                address("cnx.1700000000.nobody00")
                        + "?ticket="
                        + ticketOf(Caller.ticket(api, one)));
        assertThat(RawSocket.knock(address + "?ticket=" + ticket).status()).isEqualTo(101);
        refuses(401, address + "?ticket=" + ticket);
    }

    @Test
    void w1ForgetsATicketAfterAMinute() {
        var url = Caller.connection(api, agent).path("socketUrl").asText();

        server.sql(sql -> {
            try (var age = sql.createStatement()) {
                age.execute("UPDATE socket_ticket SET expires_at = now() - interval '1 second'");
            }
        });

        refuses(401, url);
    }

    @Test
    void w1KnowsWhoseAKeyIs() {
        var address = address(Caller.connection(api, agent).path("id").asText());
        var foreign = server.foreignApi();

        refuses(404, address, "Authorization", "Bearer " + foreign.key());
        refuses(401, address, "Authorization", "Bearer " + api.key().replace('1', '2'));
        refuses(401, address, "Authorization", "Basic " + api.key());
        var mine = RawSocket.knock(address, "Authorization", "Bearer " + api.key());
        assertThat(mine.status()).isEqualTo(101);
    }

    @Test
    void w1TakesNoKeyFromTheQuery() {
        for (var name : new String[] {"key", "api_key", "apiKey", "token", "access_token"}) {
            var url = Caller.connection(api, agent).path("socketUrl").asText();
            var address = url.substring(0, url.indexOf('?'));
            refuses(401, address + "?" + name + "=" + api.key());
            refuses(401, url + "&" + name + "=" + api.key());
        }
    }

    @Test
    void w1KeepsTicketsOutOfTheLog() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var before = root.getLevel();
        root.addAppender(lines);
        root.getAppender("stderr").stop();
        root.setLevel(Level.DEBUG);
        var url = Caller.connection(api, agent).path("socketUrl").asText();
        try (var caller = Caller.at(url)) {
            caller.hears();
            refuses(401, url);
            caller.send("garbage " + ticketOf(url));
            caller.stops();
            assertThat(caller.closeCode()).isEqualTo(1000);
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
            root.getAppender("stderr").start();
        }
        assertThat(lines.list).isNotEmpty();
        assertThat(lines.list)
                .noneMatch(line -> line.getFormattedMessage().contains(ticketOf(url)));
    }

    @Test
    void w2LetsInPagesOfItsOwnAndOfFriends() {
        var port = server.url().getPort();

        for (var origin :
                new String[] {
                    server.url().toString(), "http://localhost:" + port, "https://friend.example"
                }) {
            var url = Caller.connection(api, agent).path("socketUrl").asText();
            assertThat(RawSocket.knock(url, "Origin", origin).status()).as(origin).isEqualTo(101);
        }
        var url = Caller.connection(api, agent).path("socketUrl").asText();
        for (var origin :
                new String[] {
                    "null",
                    "",
                    "https://evil.example",
                    "http://127.0.0.1",
                    "https://127.0.0.1:" + port,
                    "http://127.0.0.1.evil.example:" + port,
                    "https://friend.example.evil.example",
                    "http://127.0.0.1:" + port + "/evil",
                    "file://"
                }) {
            refuses(403, url, "Origin", origin);
        }
        refuses(403, url, "Origin", server.url().toString(), "Origin", server.url().toString());
        assertThat(RawSocket.knock(url).status()).as("the ticket is unspent").isEqualTo(101);
    }

    @Test
    void saysWhichOptionsItServes() {
        for (var option : new String[] {"audio=mp3", "audio=", "frames=paper", "events=maybe"}) {
            var url = Caller.connection(api, agent).path("socketUrl").asText();
            var answer = RawSocket.knock(url + "&" + option);
            assertThat(answer.status()).as(option).isEqualTo(422);
        }
        var plain = Caller.connection(api, agent);
        assertThat(api.get("/v1/connections/" + plain.path("id").asText() + "/socket").status())
                .isEqualTo(422);
    }

    private static void refuses(int status, String url, String... headers) {
        var answer = RawSocket.knock(url, headers);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
        assertThat(Api.read(answer.body()).path("status").asInt()).isEqualTo(status);
    }

    private static String address(String connection) {
        return server.url().toString().replaceFirst("^http", "ws")
                + "/v1/connections/"
                + connection
                + "/socket";
    }

    private static String ticketOf(String url) {
        return url.substring(url.indexOf("ticket=") + 7);
    }
}
