package dev.parley.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.http.Problem;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How many keys that turn out to be nobody's one address may try: so many a second, five times as
/// many at once. What is over that is refused without asking the database, so that nobody wears it
/// down by guessing (K8, O5); keys that were good in the last hour are let through from anywhere.
final class Guesses {
    private static final int BURST_SECONDS = 5;
    private static final int REMEMBERED = 50_000;

    private final int perSecond;
    private final Cache<String, Bucket> addresses =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterAccess(Duration.ofMinutes(1))
                    .build();
    private final Cache<String, Boolean> good =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofHours(1))
                    .build();

    /// @param perSecond 0 for no limit
    Guesses(int perSecond) {
        this.perSecond = perSecond;
    }

    /// @throws Problem.TooManyRequests when `address` has guessed too often
    void check(String key, String address) {
        if (perSecond > 0
                && good.getIfPresent(key) == null
                && bucket(address).getAvailableTokens() == 0) {
            throw new Problem.TooManyRequests(1);
        }
    }

    void wasGood(String key) {
        good.put(key, true);
    }

    void wasWrong(String address) {
        if (perSecond > 0) {
            bucket(address).tryConsume(1);
        }
    }

    private Bucket bucket(String address) {
        return addresses.get(
                address,
                _ ->
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity((long) BURST_SECONDS * perSecond)
                                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                                .build());
    }
}
