package dev.parley.sessions;

import dev.parley.accounts.AccountStore;
import dev.parley.accounts.Secret;
import dev.parley.accounts.SessionTokens;
import dev.parley.platform.database.Database;
import dev.parley.users.UserStore;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The way into the console of a fresh server: a link that works once and for a day, printed where
/// the server starts, so that nobody has to type a password that came with the product (K11).
public final class FirstLink {
    private static final Duration LIFE = Duration.ofDays(1);

    private final Database database;
    private final AccountStore accounts;
    private final UserStore users;
    private final SessionTokens tokens;
    private final InstantSource clock;

    public FirstLink(
            Database database,
            AccountStore accounts,
            UserStore users,
            Secret secret,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.users = users;
        this.tokens = SessionTokens.ofFirstLinks(secret, clock);
        this.clock = clock;
    }

    /// The link; empty once whoever the server was set up for has a password.
    ///
    /// @param server how browsers reach it
    public Optional<URI> make(URI server) {
        var now = clock.instant();
        return database.system(tx -> accounts.firstCaller(tx, now))
                .flatMap(owner ->
                        database.transact(
                                owner.org(),
                                tx ->
                                        users.password(tx, owner.org(), owner.user()).isPresent()
                                                ? Optional.<SessionTokens.Token>empty()
                                                : Optional.of(
                                                        tokens.issue(
                                                                owner.org(),
                                                                owner.user(),
                                                                users.sessions(
                                                                        tx,
                                                                        owner.org(),
                                                                        owner.user()),
                                                                LIFE))))
                // behind the #, where it is in no log of any proxy and in no Referer
                .map(token -> server.resolve("/console/#first=" + token.text()));
    }
}
