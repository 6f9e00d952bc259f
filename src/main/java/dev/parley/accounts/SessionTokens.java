package dev.parley.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Tokens of people: a prefix, whose it is and until when, and the server's HMAC-SHA-256 of that.
/// One format and one algorithm; nothing in a token chooses (K6). Those of people who have signed
/// in begin with `prs_`; those of the links that let in once the owner of a fresh server, with
/// `prf_`.
public final class SessionTokens {
    static final String PREFIX = "prs_";
    private static final String FIRST_PREFIX = "prf_";
    private static final int MAX_LENGTH = 256;

    private final String prefix;
    private final String purpose;
    private final Secret secret;
    private final InstantSource clock;

    /// @param purpose keeps these apart from everything else the server hashes: no key has a line
    ///   break
    private SessionTokens(String prefix, String purpose, Secret secret, InstantSource clock) {
        this.prefix = prefix;
        this.purpose = purpose;
        this.secret = secret;
        this.clock = clock;
    }

    /// Of people who have signed in.
    public static SessionTokens ofSessions(Secret secret, InstantSource clock) {
        return new SessionTokens(PREFIX, "session\n", secret, clock);
    }

    /// Of links that let in once whoever has no password yet.
    public static SessionTokens ofFirstLinks(Secret secret, InstantSource clock) {
        return new SessionTokens(FIRST_PREFIX, "first\n", secret, clock);
    }

    /// A token and when it ends.
    public record Token(String text, Instant expiresAt) {}

    /// What a token says.
    ///
    /// @param number of the member's sessions; what has another number is over
    public record Session(OrgId org, UserId user, int number) {
        String credential() {
            return "session " + user + " " + number;
        }
    }

    /// A token for a member whose sessions have this number now.
    public Token issue(OrgId org, UserId user, int number, Duration life) {
        var expiresAt = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
        var said =
                String.join("/", org.value(), user.value(), "" + number)
                        + "/"
                        + expiresAt.getEpochSecond();
        var text = prefix + text(said.getBytes(StandardCharsets.UTF_8));
        return new Token(text + "." + text(mac(text)), expiresAt);
    }

    /// What `token` says, when this server made it and it has not ended.
    public Optional<Session> read(String token) {
        int dot = token.indexOf('.');
        if (!token.startsWith(prefix) || dot < 0 || token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var said = token.substring(0, dot);
        if (!MessageDigest.isEqual(mac(said), bytes(token.substring(dot + 1)))) {
            return Optional.empty();
        }
        var parts =
                new String(bytes(said.substring(prefix.length())), StandardCharsets.UTF_8)
                        .split("/");
        var expiresAt = Instant.ofEpochSecond(Long.parseLong(parts[3]));
        return clock.instant().isBefore(expiresAt)
                ? Optional.of(
                        new Session(
                                new OrgId(parts[0]),
                                new UserId(parts[1]),
                                Integer.parseInt(parts[2])))
                : Optional.empty();
    }

    private byte[] mac(String said) {
        return secret.hash(purpose + said);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What is no base64 becomes nothing, which is nobody's code.
    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
