package dev.parley.organizations;

import dev.parley.accounts.Secret;
import dev.parley.platform.config.Setting;
import dev.parley.platform.config.Settings;
import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Principal;
import dev.parley.platform.http.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The key of whoever runs the server. It makes organizations, and opens none.
public final class OperatorKey {
    private static final Setting<Optional<String>> KEY =
            Setting.secret(
                    "PARLEY_OPERATOR_KEY",
                    32,
                    "makes organizations; made and kept in PARLEY_DATA when not set");

    public static final List<Setting<?>> SETTINGS = List.of(KEY);

    private static final String FILE = "operator-key";
    private static final int RANDOM_BYTES = 32;
    private static final String SCHEME = "bearer ";

    /// Who an operation for the operator is asked by.
    public record Operator(String name) implements Principal {}

    private final byte[] key;

    private OperatorKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /// What the operator set.
    public static Optional<String> from(Settings settings) {
        return settings.get(KEY);
    }

    /// The key the operator set, else the one in `dataFolder`, made there if it is not.
    public static OperatorKey of(Optional<String> own, Path dataFolder) {
        return new OperatorKey(own.orElseGet(() -> kept(dataFolder.resolve(FILE))));
    }

    private static String kept(Path file) {
        try {
            if (Files.notExists(file)) {
                var bytes = new byte[RANDOM_BYTES];
                new SecureRandom().nextBytes(bytes);
                Secret.write(file, "pro_" + HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the operator's key in " + file, e);
        }
    }

    /// For the operator alone.
    ///
    /// @param others who they are, so that somebody known is refused otherwise than anybody
    Access access(Access others) {
        return new Access() {
            @Override
            public Optional<Principal> known(Credentials credentials) {
                return isSentBy(credentials)
                        ? Optional.of(new Operator("operator"))
                        : Optional.empty();
            }

            @Override
            public Principal admit(Credentials credentials) {
                return known(credentials)
                        .orElseGet(() -> {
                            others.admit(credentials);
                            throw new Problem.Forbidden("Only the operator's key does this");
                        });
            }
        };
    }

    private boolean isSentBy(Credentials credentials) {
        var sent = credentials.authorization();
        if (sent.size() != 1
                || !sent.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var token = sent.getFirst().substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, key);
    }
}
