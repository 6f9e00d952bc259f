package dev.parley.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How many requests each credential may send: so many a second, and twice as many at once. Says so
/// in the fields of the IETF's draft-ietf-httpapi-ratelimit-headers.
final class RateLimit {
    private static final int REMEMBERED = 100_000;
    private static final int BURST_SECONDS = 2;

    private final int perSecond;
    private final String policy;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofMinutes(1))
                    .maximumSize(REMEMBERED)
                    .build();

    /// @param perSecond 0 for no limit
    RateLimit(int perSecond) {
        this.perSecond = perSecond;
        this.policy = "\"key\";q=%d;w=%d".formatted(BURST_SECONDS * perSecond, BURST_SECONDS);
    }

    /// Counts a request of `principal`.
    ///
    /// @return the headers its answer carries
    /// @throws Problem.TooManyRequests when nothing is left
    Map<String, String> spend(Principal principal) {
        if (perSecond == 0 || principal.name().isEmpty()) {
            return Map.of();
        }
        var probe = bucket(principal.name()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Problem.TooManyRequests(
                    (int) seconds(probe.getNanosToWaitForRefill()), headers(probe));
        }
        return headers(probe);
    }

    private Map<String, String> headers(ConsumptionProbe probe) {
        return Map.of(
                "RateLimit-Policy",
                policy,
                "RateLimit",
                "\"key\";r=%d;t=%d"
                        .formatted(
                                probe.getRemainingTokens(),
                                seconds(probe.getNanosToWaitForReset())));
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999));
    }

    private Bucket bucket(String name) {
        return buckets.get(
                name,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity((long) BURST_SECONDS * perSecond)
                                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                                .build());
    }
}
