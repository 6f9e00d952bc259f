package dev.parley.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Lets in whoever sends a valid key, or the token of a session, in one `Authorization: Bearer …`
/// header, or the token in a browser's cookie and no such header, to what its member may do.
/// Everybody else gets the same answer: what is unknown, malformed, revoked or expired all looks
/// alike.
public final class Authentication {
    private static final String SCHEME = "bearer ";

    /// How long a revoked key may still be let in (K4 allows 5 seconds).
    private static final Duration TRUSTED = Duration.ofSeconds(4);

    private static final int REMEMBERED = 10_000;

    private final Database database;
    private final AccountStore accounts;
    private final Secret secret;
    private final SessionTokens tokens;
    private final InstantSource clock;
    private final Guesses guesses;
    private final Cache<String, Caller> callers =
            Caffeine.newBuilder().expireAfterWrite(TRUSTED).maximumSize(REMEMBERED).build();

    /// @param guessesPerSecond how many unknown keys one address may try; 0 for no limit
    public Authentication(
            Database database,
            AccountStore accounts,
            Secret secret,
            int guessesPerSecond,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.secret = secret;
        this.tokens = SessionTokens.ofSessions(secret, clock);
        this.guesses = new Guesses(guessesPerSecond);
        this.clock = clock;
    }

    /// For those who may see records.
    public Access toRead() {
        return new To(Permission.READ);
    }

    /// For those who may change records.
    public Access toWrite() {
        return new To(Permission.WRITE);
    }

    /// For those who may see how the organization looks.
    public Access toGreet() {
        return new To(Permission.GREET);
    }

    /// For those who may begin calls.
    public Access toCall() {
        return new To(Permission.CALL);
    }

    /// For those who may change the organization itself.
    public Access toAdminister() {
        return new To(Permission.ADMINISTER);
    }

    /// For owners.
    public Access toOwn() {
        return new To(Permission.OWN);
    }

    /// Trusts nobody of `org` any longer without asking again; other servers follow in seconds.
    public void forget(OrgId org) {
        callers.asMap().values().removeIf(caller -> caller.org().equals(org));
    }

    private Caller caller(Credentials credentials) {
        var key = key(credentials).orElseThrow(Problem.Unauthorized::new);
        var known = callers.getIfPresent(key);
        if (known != null) {
            return known;
        }
        guesses.check(key, credentials.address());
        var caller = find(key);
        if (caller.isEmpty()) {
            guesses.wasWrong(credentials.address());
            throw new Problem.Unauthorized();
        }
        guesses.wasGood(key);
        callers.put(key, caller.get());
        return caller.get();
    }

    private Optional<Caller> find(String key) {
        if (key.startsWith(SessionTokens.PREFIX)) {
            return tokens.read(key)
                    .flatMap(session -> database.system(tx -> accounts.callerOf(tx, session)));
        }
        var hash = secret.hash(key);
        return database.system(tx -> accounts.callerOf(tx, hash, clock.instant()));
    }

    private static Optional<String> key(Credentials credentials) {
        var authorization = credentials.authorization();
        if (authorization.isEmpty()) {
            return Optional.of(credentials.session())
                    .filter(token -> token.startsWith(SessionTokens.PREFIX))
                    .filter(KeyText::isPlausible);
        }
        if (authorization.size() != 1) {
            return Optional.empty();
        }
        var value = authorization.getFirst();
        if (value.length() <= SCHEME.length()
                || !value.substring(0, SCHEME.length()).toLowerCase(Locale.ROOT).equals(SCHEME)) {
            return Optional.empty();
        }
        return Optional.of(value.substring(SCHEME.length())).filter(KeyText::isPlausible);
    }

    /// The way in for those who have one permission.
    private final class To implements Access {
        private final Permission permission;

        To(Permission permission) {
            this.permission = permission;
        }

        @Override
        public Optional<Principal> known(Credentials credentials) {
            return key(credentials)
                    .map(callers::getIfPresent)
                    .filter(caller -> caller.may(permission))
                    .map(caller -> caller);
        }

        @Override
        public Principal admit(Credentials credentials) {
            var caller = caller(credentials);
            if (!caller.may(permission)) {
                throw new Problem.Forbidden("This key or role may not do this");
            }
            return caller;
        }
    }
}
