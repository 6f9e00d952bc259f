package dev.parley.platform.outgoing;

import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Violation;
import dev.parley.platform.outgoing.NotReached.Reason;
import dev.parley.platform.outgoing.addresses.AddressRule;
import dev.parley.platform.outgoing.addresses.Names;
import dev.parley.platform.outgoing.addresses.PublicAddresses;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what tenants want sent, to places they may reach: public addresses, what the operator
/// allowed besides, and the parts of this server that are meant for them.
public final class GuardedClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GuardedClient.class);

    private final Destinations destinations;
    private final CloseableHttpClient outside;
    private final CloseableHttpClient trusted;
    private final Set<Sending> running = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor deadlines =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("deadlines").factory());

    /// @param own parts of this server that tenants may call
    /// @param rule which addresses nobody is sent to who was not allowed to
    /// @param tls whose certificates are trusted
    public GuardedClient(
            OutgoingConfig config,
            List<OwnEndpoint> own,
            Names names,
            AddressRule rule,
            SSLContext tls) {
        config.allowed()
                .forEach(place ->
                        log.warn("Tenants may call {}: PARLEY_ALLOWED_HOSTS names it", place));
        destinations = new Destinations(config.allowed(), own, names, rule);
        outside = Wire.open(names, rule, tls);
        trusted = Wire.open(names, _ -> false, tls);
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /// A client that reaches public addresses.
    public static GuardedClient open(OutgoingConfig config, List<OwnEndpoint> own, Names names) {
        try {
            return new GuardedClient(
                    config, own, names, new PublicAddresses(), SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends `call` and waits for the answer; meant for virtual threads.
    public Answer send(Call call) throws NotReached {
        try (var sending = begin(call)) {
            return sending.answer();
        }
    }

    /// A call that another thread can close; nothing is sent before its answer is asked for.
    public Sending begin(Call call) {
        return new Sending(call, this);
    }

    /// Whether a call to `url` would be let out as things are now, for when a record with it is
    /// saved. A name that nobody knows yet is let pass: it is looked at again with every call.
    public boolean mayReach(String url) {
        return destinations.mayReach(url);
    }

    /// @param place of `url` in the request
    /// @throws Problem.Invalid when it may not be reached
    public void check(String url, List<Object> place) {
        if (!mayReach(url)) {
            throw new Problem.Invalid(
                    List.of(
                            new Violation(
                                    place,
                                    "This address is not public; an operator of the server can"
                                            + " allow its host and port",
                                    "url_forbidden")));
        }
    }

    /// Ends every call that is going on.
    @Override
    public void close() {
        running.forEach(sending -> sending.end(Reason.CLOSED));
        outside.close(CloseMode.IMMEDIATE);
        trusted.close(CloseMode.IMMEDIATE);
        deadlines.shutdownNow();
    }

    Destinations destinations() {
        return destinations;
    }

    CloseableHttpClient wire(boolean isTrusted) {
        return isTrusted ? trusted : outside;
    }

    /// Ends `sending` when its time is over, until the expiry is closed.
    Expiry expire(Sending sending, Duration deadline) {
        running.add(sending);
        // Closing a connection may take a while, and must not hold up the next.
        var expiry =
                deadlines.schedule(
                        () -> Thread.startVirtualThread(() -> sending.end(Reason.TOO_SLOW)),
                        deadline.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> {
            expiry.cancel(false);
            running.remove(sending);
        };
    }

    /// The end of waiting for a deadline.
    interface Expiry extends AutoCloseable {
        @Override
        void close();
    }
}
