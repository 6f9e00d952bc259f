package dev.parley.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.http.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/// How often one may try to sign in (K8): from one place, and to one account from everywhere. Who
/// has signed in to an account from a place before is counted there alone, so that guessing from
/// elsewhere shuts nobody out. Memory is bounded; what is forgotten first was used last.
final class Attempts {
    private static final int REMEMBERED = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    private static final int PER_PLACE = 60;
    private static final Duration PLACE_WINDOW = Duration.ofMinutes(10);
    private static final int PER_ACCOUNT = 10;
    private static final Duration ACCOUNT_WINDOW = Duration.ofMinutes(15);

    private final TimeMeter time;
    private final Cache<String, Bucket> places = buckets();
    private final Cache<String, Bucket> accounts = buckets();
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(KNOWN_FOR).build();

    Attempts(InstantSource clock) {
        this.time = new ClockTime(clock);
    }

    /// Counts an attempt.
    ///
    /// @param account the key of the address typed, whether or not anybody has it
    /// @throws Problem.TooManyRequests when it is one too many
    void count(String place, String account) {
        take(places.get(place, _ -> bucket(PER_PLACE, PLACE_WINDOW)));
        var own = own(place, account);
        var counted = known.getIfPresent(own) == null ? account : own;
        take(accounts.get(counted, _ -> bucket(PER_ACCOUNT, ACCOUNT_WINDOW)));
    }

    /// The attempt was a success, so it does not count.
    void succeeded(String place, String account) {
        var own = own(place, account);
        known.put(own, true);
        accounts.invalidate(own);
        var bucket = places.getIfPresent(place);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private static String own(String place, String account) {
        return place + " " + account;
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new Problem.TooManyRequests((int) wait.plusSeconds(1).toSeconds());
        }
    }

    private Bucket bucket(int tokens, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, window))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    private record ClockTime(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
