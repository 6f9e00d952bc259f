package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Problem.TooManyRequests;
import dev.parley.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// K8: guessing from one place and from five hundred.
class AttemptsTest {
    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void k8LimitsWhatComesFromOnePlace() {
        int let = 0;
        for (int i = 0; i < 500; i++) {
            let += counts("127.0.0.1", "user" + i + "@example.com") ? 1 : 0;
        }

        assertThat(let).isEqualTo(60);
        assertThat(counts("127.0.0.2", "somebody@example.com")).isTrue();
    }

    @Test
    void k8LimitsWhatComesForOneAccountFromFiveHundredPlaces() {
        int let = 0;
        for (int i = 0; i < 500; i++) {
            let += counts("10.0." + i / 250 + "." + i % 250, "target@example.com") ? 1 : 0;
        }

        assertThat(let).isEqualTo(10);
    }

    @Test
    void k8LeavesWhoWasThereBeforeUnharmed() {
        attempts.count("192.0.2.1", "target@example.com");
        attempts.succeeded("192.0.2.1", "target@example.com");
        for (int i = 0; i < 500; i++) {
            counts("10.0." + i / 250 + "." + i % 250, "target@example.com");
        }

        assertThat(counts("192.0.2.1", "target@example.com")).isTrue();
        assertThat(counts("192.0.2.2", "target@example.com")).isFalse();
    }

    @Test
    void countsNoSuccess() {
        for (int i = 0; i < 200; i++) {
            attempts.count("127.0.0.1", "busy@example.com");
            attempts.succeeded("127.0.0.1", "busy@example.com");
        }

        assertThat(counts("127.0.0.1", "busy@example.com")).isTrue();
    }

    @Test
    void forgivesWithTime() {
        for (int i = 0; i < 10; i++) {
            attempts.count("127.0.0.1", "target@example.com");
        }
        assertThat(counts("127.0.0.1", "target@example.com")).isFalse();

        clock.advance(Duration.ofMinutes(2));

        assertThat(counts("127.0.0.1", "target@example.com")).isTrue();
    }

    @Test
    void saysWhenToComeBack() {
        for (int i = 0; i < 10; i++) {
            attempts.count("127.0.0.1", "target@example.com");
        }

        assertThatThrownBy(() -> attempts.count("127.0.0.1", "target@example.com"))
                .isInstanceOf(TooManyRequests.class)
                .hasMessageContaining("in 91 seconds");
    }

    @Test
    void countsAWholeNetworkOfTheNewInternetAsOnePlace() {
        assertThat(Place.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Place.of("2001:db8:1:2:ffff:0:0:1"));
        assertThat(Place.of("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Place.of("2001:db8:1:3:3:4:5:6"));
        assertThat(Place.of("192.0.2.1").address()).isEqualTo("192.0.2.1");
    }

    private boolean counts(String place, String account) {
        try {
            attempts.count(place, account);
            return true;
        } catch (TooManyRequests _) {
            return false;
        }
    }
}
