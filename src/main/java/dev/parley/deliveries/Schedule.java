package dev.parley.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When what could not be delivered is sent again: ten times in all, over three days.
final class Schedule {
    private static final List<Duration> DELAYS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24),
                    Duration.ofHours(27));

    static final int MAX_ATTEMPTS = DELAYS.size() + 1;

    /// How far a delay may be from the plan, so that what failed together comes back apart.
    private static final double JITTER = 0.1;

    /// Longer than that no receiver makes anybody wait.
    private static final Duration MAX_WISH = Duration.ofHours(24);

    private Schedule() {}

    /// When to send again; empty when it was sent often enough.
    ///
    /// @param attempts how often it was sent
    /// @param wish how long the receiver wants to be left alone
    /// @param chance from 0 to 1
    static Optional<Instant> next(int attempts, Duration wish, double chance, Instant now) {
        if (attempts >= MAX_ATTEMPTS) {
            return Optional.empty();
        }
        var planned = DELAYS.get(attempts - 1);
        var delay = planned.multipliedBy(Math.round(1_000 * (1 + JITTER * (2 * chance - 1))));
        var own = delay.dividedBy(1_000);
        var wanted = wish.compareTo(MAX_WISH) > 0 ? MAX_WISH : wish;
        return Optional.of(now.plus(own.compareTo(wanted) > 0 ? own : wanted));
    }

    /// What `Retry-After` among an answer's headers asks for: seconds, or a time (RFC 9110,
    /// 10.2.3).
    static Duration wish(Map<String, String> headers, Instant now) {
        var text = headers.getOrDefault("retry-after", "").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeParseException _) {
            return Duration.ZERO;
        }
    }
}
