package dev.parley.connections;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.jobs.Jobs;
import dev.parley.platform.database.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Entrance tickets of sockets, for clients that cannot send a header: good once, for one minute,
/// for one connection. Only a hash is stored, and none is ever logged (W1).
public final class Tickets {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int RANDOM_BYTES = 20;
    private static final int LENGTH = 2 * RANDOM_BYTES;

    private final Database database;
    private final Secret secret;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Tickets(Database database, Secret secret, InstantSource clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /// A fresh ticket.
    record Ticket(String text, Instant expiresAt) {}

    /// What a ticket opens.
    ///
    /// @param credential what the ticket was asked with
    record Admission(OrgId org, ConnectionId connection, @Nullable String credential) {}

    Ticket issue(Handle tx, Caller caller, ConnectionId connection) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var ticket = new Ticket(HexFormat.of().formatHex(bytes), clock.instant().plus(LIFE));
        tx.execute(
                """
                INSERT INTO socket_ticket (hash, org_id, connection_id, credential, expires_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                secret.hash(ticket.text()),
                caller.org().value(),
                connection.value(),
                caller.credential(),
                java.sql.Timestamp.from(ticket.expiresAt()));
        return ticket;
    }

    /// What `text` opens, once; empty for anything but a fresh ticket.
    Optional<Admission> redeem(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        return database.system(tx ->
                tx.createQuery(
                                """
                                DELETE FROM socket_ticket WHERE hash = :hash
                                RETURNING org_id, connection_id, credential, expires_at > :now AS fresh
                                """)
                        .bind("hash", secret.hash(text))
                        .bind("now", clock.instant())
                        .map((row, _) ->
                                row.getBoolean("fresh")
                                        ? Optional.of(
                                                new Admission(
                                                        new OrgId(row.getString("org_id")),
                                                        new ConnectionId(
                                                                row.getString("connection_id")),
                                                        row.getString("credential")))
                                        : Optional.<Admission>empty())
                        .findOne()
                        .flatMap(admission -> admission));
    }

    /// Forgets tickets nobody used.
    public Jobs.Chore cleaning() {
        return new Jobs.Chore(
                "forget-expired-tickets",
                LIFE,
                () ->
                        database.system(tx ->
                                tx.createUpdate("DELETE FROM socket_ticket WHERE expires_at < :now")
                                        .bind("now", clock.instant())
                                        .execute()));
    }
}
