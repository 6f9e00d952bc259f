package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.carriers.CarrierConfig.Account;
import dev.parley.providers.carriers.CarrierFailure.CredentialsRefused;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every carrier does that is asked over the network, whatever comes back (N1, N2, N3).
abstract class RestCarrierContract<S extends CarrierServer> extends CarrierContract {
    private static final Duration PATIENCE = Duration.ofMillis(700);

    S server;
    private Carrier carrier;

    abstract S server();

    abstract Carrier carrier(Account account, Duration patience);

    @BeforeEach
    void open() {
        server = server();
        // generous, because this machine may be busy; the tests of deadlines have their own
        carrier = carrier(server.account(), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    Carrier carrier() {
        return carrier;
    }

    @Test
    void isRefusedWithOtherCredentials() {
        var refused = carrier(server.account("wrong"), Duration.ofSeconds(10));

        assertThatThrownBy(() -> refused.offers("US")).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> refused.buy(NUMBER, OURS, VOICE))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageNotContaining("wrong");
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void asksAgainWhatMayBeAskedAgain() {
        server.next(CarrierServer.status(500), CarrierServer.status(429, "Retry-After: 0"));

        assertThat(carrier.offers("US")).isNotEmpty();
        server.next(CarrierServer.breakOff());
        assertThat(carrier.offers("US")).isNotEmpty();
    }

    @Test
    void givesUpOnACarrierThatIsDown() {
        server.next(
                CarrierServer.status(503), CarrierServer.status(502), CarrierServer.status(500));
        assertThatThrownBy(() -> carrier.offers("US")).isInstanceOf(Unreachable.class);

        server.next(CarrierServer.status(429, "Retry-After: 3600"));
        assertThatThrownBy(() -> carrier.offers("US")).isInstanceOf(Unreachable.class);
        server.next(CarrierServer.status(429, "Retry-After: Wed, 21 Oct 2035 07:28:00 GMT"));
        assertThatThrownBy(() -> carrier.offers("US")).isInstanceOf(Unreachable.class);
        assertThat(server.asked).hasSize(5);
    }

    @Test
    void reportsAnAddressWhereNobodyListens() {
        var account = new Account(URI.create("http://127.0.0.1:1"), "AC1", "secret");

        assertThatThrownBy(() -> carrier(account, PATIENCE).offers("US"))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        var hasty = carrier(server.account(), PATIENCE);
        for (var withHead : new boolean[] {false, true}) {
            server.next(CarrierServer.hang(withHead));
            long begun = System.nanoTime();

            assertThatThrownBy(() -> hasty.offers("US")).isInstanceOf(Unreachable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(PATIENCE, PATIENCE.plusSeconds(5));
        }
    }

    @Test
    void takesNoNonsenseForAnAnswer() {
        for (var nonsense :
                new String[] {
                    "",
                    "<html>",
                    "[]",
                    "{}",
                    "null",
                    "{\"objects\": 7}",
                    "{\"objects\"",
                    "[".repeat(100_000)
                }) {
            server.next(CarrierServer.body(nonsense));
            assertThatThrownBy(() -> carrier.offers("US"))
                    .as(nonsense)
                    .isInstanceOf(CarrierFailure.class);
        }
        server.next(
                CarrierServer.body(" ".repeat(5 << 20)),
                CarrierServer.body(" ".repeat(5 << 20)),
                CarrierServer.body(" ".repeat(5 << 20)));
        assertThatThrownBy(() -> carrier.offers("US")).isInstanceOf(Unreachable.class);
    }

    @Test
    void doesNotBuyTwiceWhenTheAnswerIsLost() {
        server.next(CarrierServer.loseTheAnswerTo("POST", purchase()));

        assertThatThrownBy(() -> carrier.buy(NUMBER, OURS, VOICE)).isInstanceOf(Unreachable.class);

        assertThat(purchases()).isEqualTo(1);
        var bought = carrier.buy(NUMBER, OURS, VOICE);
        assertThat(carrier.find(NUMBER, OURS)).contains(bought);
        assertThat(announcedAt(NUMBER)).isEqualTo(VOICE.toString());
    }

    @Test
    void followsNoRedirect() {
        server.next(CarrierServer.status(302, "Location: http://127.0.0.1:1/"));

        assertThatThrownBy(() -> carrier.offers("US")).isInstanceOf(Unreachable.class);
    }

    @Test
    void tellsNobodyItsPassword() {
        assertThat(server.account().toString()).doesNotContain(CarrierServer.PASSWORD);
        assertThat(CarrierApi.form(Map.of("a b", "c+d&e"))).isEqualTo("a%20b=c%2Bd%26e");
    }

    /// Part of the path a purchase is sent to.
    abstract String purchase();

    private long purchases() {
        return server.asked.stream()
                .filter(line -> line.startsWith("POST") && line.contains(purchase()))
                .count();
    }
}
