package dev.parley.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static Duration delay(int attempts, Duration wish, double chance) {
        return Schedule.next(attempts, wish, chance, NOW)
                .map(at -> Duration.between(NOW, at))
                .orElse(Duration.ZERO);
    }

    @Test
    void growsFromSecondsToADayAndEndsAfterTen() {
        var total = Duration.ZERO;
        for (int attempts = 1; attempts < 10; attempts++) {
            var delay = delay(attempts, Duration.ZERO, 0.5);
            assertThat(delay).isPositive();
            if (attempts > 1) {
                assertThat(delay).isGreaterThan(delay(attempts - 1, Duration.ZERO, 0.5));
            }
            total = total.plus(delay);
        }
        assertThat(total)
                .isBetween(Duration.ofDays(2).plusHours(23), Duration.ofDays(3).plusHours(1));
        assertThat(Schedule.next(10, Duration.ZERO, 0.5, NOW)).isEmpty();
        assertThat(Schedule.next(11, Duration.ZERO, 0.5, NOW)).isEmpty();
    }

    @Test
    void scattersWhatFailedTogether() {
        assertThat(delay(4, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(27));
        assertThat(delay(4, Duration.ZERO, 1)).isEqualTo(Duration.ofMinutes(33));
    }

    @Test
    void grantsAWishThatIsLongerThanThePlanButNoLongerThanADay() {
        assertThat(delay(1, Duration.ofMinutes(3), 0.5)).isEqualTo(Duration.ofMinutes(3));
        assertThat(delay(1, Duration.ofSeconds(1), 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(delay(1, Duration.ofDays(90), 0.5)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void readsSecondsAndTimesAndNothingElse() {
        assertThat(wish("120")).isEqualTo(Duration.ofSeconds(120));
        assertThat(wish("Fri, 02 Jan 2026 03:05:05 GMT")).isEqualTo(Duration.ofMinutes(1));
        for (var nothing :
                new String[] {"", "-1", "soon", "1e9", "99999999999", "Fri, 02 Jan 2026"}) {
            assertThat(wish(nothing)).as(nothing).isZero();
        }
        assertThat(Schedule.wish(Map.of(), NOW)).isZero();
    }

    private static Duration wish(String text) {
        return Schedule.wish(Map.of("retry-after", text), NOW);
    }
}
