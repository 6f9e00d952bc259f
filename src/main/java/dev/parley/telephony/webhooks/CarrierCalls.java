package dev.parley.telephony.webhooks;

import dev.parley.accounts.OrgId;
import dev.parley.connections.ConnectionId;
import dev.parley.telephony.PhoneId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Calls as carriers name them, in the database.
public final class CarrierCalls {
    /// @param isOutbound whether we dialled
    /// @param isOver whether the carrier has told that it has ended
    public record CarrierCall(
            String id, OrgId org, ConnectionId connection, boolean isOutbound, boolean isOver) {}

    /// Whose a number is.
    record Owner(OrgId org, PhoneId phone) {}

    /// Whose a number is that was bought: of exactly that number (H6).
    Optional<Owner> owner(Handle tx, String number) {
        return tx.createQuery(
                        """
                        SELECT org_id, phone_id FROM phone_number
                        WHERE number = :number AND is_bought
                        """)
                .bind("number", number)
                .map((row, _) ->
                        new Owner(
                                new OrgId(row.getString("org_id")),
                                new PhoneId(row.getString("phone_id"))))
                .findOne();
    }

    Optional<CarrierCall> find(Handle tx, String carrier, String id) {
        return tx.createQuery(
                        """
                        SELECT org_id, connection_id, is_outbound, ended_at IS NOT NULL AS is_over
                        FROM carrier_call WHERE carrier = :carrier AND call_id = :id
                        """)
                .bind("carrier", carrier)
                .bind("id", id)
                .map((row, _) ->
                        new CarrierCall(
                                id,
                                new OrgId(row.getString("org_id")),
                                new ConnectionId(row.getString("connection_id")),
                                row.getBoolean("is_outbound"),
                                row.getBoolean("is_over")))
                .findOne();
    }

    /// The ids of a connection's calls at a carrier.
    List<String> of(Handle tx, String carrier, ConnectionId connection) {
        return tx.createQuery(
                        """
                        SELECT call_id FROM carrier_call
                        WHERE carrier = :carrier AND connection_id = :connection
                        """)
                .bind("carrier", carrier)
                .bind("connection", connection.value())
                .mapTo(String.class)
                .list();
    }

    /// Calls of which the carrier has told no end, the oldest first.
    ///
    /// @param before those that began earlier
    List<Open> open(Handle tx, String carrier, Instant before, int most) {
        return tx.createQuery(
                        """
                        SELECT call_id, org_id, connection_id, begun_at FROM carrier_call
                        WHERE carrier = :carrier AND ended_at IS NULL AND begun_at < :before
                        ORDER BY begun_at LIMIT :most
                        """)
                .bind("carrier", carrier)
                .bind("before", before)
                .bind("most", most)
                .map((row, _) ->
                        new Open(
                                row.getString("call_id"),
                                new OrgId(row.getString("org_id")),
                                new ConnectionId(row.getString("connection_id")),
                                row.getTimestamp("begun_at").toInstant()))
                .list();
    }

    /// A call that goes on, as far as we know.
    record Open(String id, OrgId org, ConnectionId connection, Instant begunAt) {}

    /// @return whether it is new
    public boolean insert(Handle tx, String carrier, CarrierCall call, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO carrier_call (carrier, call_id, org_id, connection_id,
                                    is_outbound, begun_at)
                                VALUES (:carrier, :id, :org, :connection, :isOutbound, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("carrier", carrier)
                        .bind("id", call.id())
                        .bind("org", call.org().value())
                        .bind("connection", call.connection().value())
                        .bind("isOutbound", call.isOutbound())
                        .bind("at", at)
                        .execute()
                > 0;
    }

    /// @return whether it had not ended before
    boolean end(Handle tx, String carrier, String id, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE carrier_call SET ended_at = :at
                                WHERE carrier = :carrier AND call_id = :id AND ended_at IS NULL
                                """)
                        .bind("carrier", carrier)
                        .bind("id", id)
                        .bind("at", at)
                        .execute()
                > 0;
    }
}
