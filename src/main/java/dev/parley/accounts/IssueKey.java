package dev.parley.accounts;

import dev.parley.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/// Makes a key that acts for a member. Its text is told once and kept nowhere (K2).
public final class IssueKey {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AccountStore accounts;
    private final Secret secret;
    private final Ids ids;
    private final InstantSource clock;

    public IssueKey(AccountStore accounts, Secret secret, Ids ids, InstantSource clock) {
        this.accounts = accounts;
        this.secret = secret;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a key may do: all its user may, or only begin calls.
    public enum Kind {
        API_KEY("api_key", YEAR),
        CALL_KEY("call_key", HOUR);

        private final String wire;
        private final Duration life;

        Kind(String wire, Duration life) {
            this.wire = wire;
            this.life = life;
        }

        /// The name that is stored and answered.
        public String wire() {
            return wire;
        }
    }

    /// A new key.
    ///
    /// @param text the secret, which nobody can be told again
    public record Issued(String id, Kind kind, String text, Instant issuedAt, Instant expiresAt) {
        String lastFour() {
            return text.substring(text.length() - 4);
        }
    }

    public Issued run(Handle tx, OrgId org, UserId user, Kind kind) {
        return run(tx, org, user, kind, KeyText.make());
    }

    Issued run(Handle tx, OrgId org, UserId user, Kind kind, String text) {
        var now = clock.instant();
        var key = new Issued(ids.next("key"), kind, text, now, now.plus(kind.life));
        accounts.insertKey(tx, org, user, key, secret.hash(key.text()));
        return key;
    }
}
