package dev.parley.connections;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Media sockets that carriers open for prepared connections: which connection a token in a
/// socket's address stands for, and which token a connection has. A token is 128 bits that only the
/// server's secret gives, so the same connection is always told the same one and nobody guesses it
/// (H5); the database holds only its hash. It lives until the call has ended, for an hour at most.
public final class CarrierStreams {
    /// A carrier asks for the address the moment its call begins, and opens the socket at once.
    private static final Duration LIFE = Duration.ofHours(1);

    private static final int TOKEN_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    private final Database database;
    private final Secret secret;
    private final InstantSource clock;

    public CarrierStreams(Database database, Secret secret, InstantSource clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /// What a token opens.
    public record Opened(OrgId org, ConnectionId connection) {}

    /// Lets the carrier of a connection in, from now on.
    void begin(Handle tx, OrgId org, ConnectionId connection) {
        tx.createUpdate(
                        """
                        INSERT INTO carrier_stream (connection_id, org_id, token_hash, expires_at)
                        VALUES (:connection, :org, :hash, :until)
                        """)
                .bind("connection", connection.value())
                .bind("org", org.value())
                .bind("hash", hash(token(connection)))
                .bind("until", clock.instant().plus(LIFE))
                .execute();
    }

    /// The token of a connection a carrier may come for; empty for any other.
    public Optional<String> token(String connection) {
        return database.system(tx ->
                        tx.createQuery(
                                        """
                                        SELECT connection_id FROM carrier_stream
                                        WHERE connection_id = :connection AND expires_at > :now
                                        """)
                                .bind("connection", connection)
                                .bind("now", clock.instant())
                                .mapTo(String.class)
                                .findOne())
                .map(id -> token(new ConnectionId(id)));
    }

    /// What `token` opens; empty for a wrong one and for one whose life is over.
    public Optional<Opened> open(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return database.system(tx ->
                tx.createQuery(
                                """
                                SELECT org_id, connection_id FROM carrier_stream
                                WHERE token_hash = :hash AND expires_at > :now
                                """)
                        .bind("hash", hash(token))
                        .bind("now", clock.instant())
                        .map((row, _) ->
                                new Opened(
                                        new OrgId(row.getString("org_id")),
                                        new ConnectionId(row.getString("connection_id"))))
                        .findOne());
    }

    /// The call of a connection is over: its token opens nothing any more.
    public void end(Opened stream) {
        database.system(tx ->
                tx.execute(
                        "DELETE FROM carrier_stream WHERE connection_id = ? AND org_id = ?",
                        stream.connection().value(),
                        stream.org().value()));
    }

    /// Forgets what nobody came for.
    public Jobs.Chore cleaning() {
        return new Jobs.Chore(
                "forget-expired-streams",
                LIFE,
                () ->
                        database.system(tx ->
                                tx.createUpdate(
                                                "DELETE FROM carrier_stream WHERE expires_at < :now")
                                        .bind("now", clock.instant())
                                        .execute()));
    }

    private String token(ConnectionId connection) {
        var bytes = secret.hash("the token of the media socket of " + connection);
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, TOKEN_BYTES));
    }

    private byte[] hash(String token) {
        return secret.hash(token);
    }
}
