package dev.parley.actions.calling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.accounts.OrgId;
import dev.parley.providers.Breaker;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Keeps a slow or broken endpoint from costing more than the one who called it: of each
/// organization, so many calls to a host at a time, and none for a while when several in a row
/// failed. Nobody else notices.
final class Endpoints {
    private static final int AT_A_TIME = 16;
    private static final int MOST_HOSTS = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<String, Place> places =
            Caffeine.newBuilder()
                    .maximumSize(MOST_HOSTS)
                    .expireAfterAccess(FORGOTTEN_AFTER)
                    .build();

    /// A host as one organization calls it.
    private record Place(Breaker breaker, Semaphore free) {}

    /// Leave to call `url`; empty when it should not be called now.
    Optional<Leave> enter(OrgId org, String url) {
        var place = places.get(org + " " + host(url), _ -> place());
        if (!place.free.tryAcquire()) {
            return Optional.empty();
        }
        if (!place.breaker.allows()) {
            place.free.release();
            return Optional.empty();
        }
        return Optional.of(new Leave(place));
    }

    /// Leave to call a host once. Whoever has it says how it went, and gives it back.
    static final class Leave implements AutoCloseable {
        private final Place place;

        private Leave(Place place) {
            this.place = place;
        }

        /// @param isWell whether the host answered as a working one does
        void report(boolean isWell) {
            if (isWell) {
                place.breaker.succeeded();
            } else {
                place.breaker.failed();
            }
        }

        @Override
        public void close() {
            place.free.release();
        }
    }

    private static Place place() {
        return new Place(new Breaker(System::nanoTime), new Semaphore(AT_A_TIME));
    }

    private static String host(String url) {
        var uri = URI.create(url);
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
