package dev.parley.telephony;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.UserId;
import dev.parley.platform.database.Apart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whose a number is, across all organizations: written down before it is bought, so that no two
/// buy it and none is forgotten. Whoever deals with the carrier about a number has it busy for two
/// minutes, which is longer than any carrier takes; after a crash somebody else may go on then.
final class Reservations {
    private static final Duration BUSY = Duration.ofMinutes(2);

    /// A purchase that was answered late may still be carried out; after this it was not.
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private static final int AT_ONCE = 20;

    private final Apart notes;
    private final InstantSource clock;

    Reservations(Apart notes, InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /// One organization's claim on one number.
    record Reservation(
            String number,
            OrgId org,
            PhoneId phone,
            String country,
            String carrier,
            UserId requestedBy,
            Instant requestedAt) {
        private static Reservation read(ResultSet row) throws SQLException {
            return new Reservation(
                    row.getString("number"),
                    new OrgId(row.getString("org_id")),
                    new PhoneId(row.getString("phone_id")),
                    row.getString("country_code"),
                    row.getString("carrier"),
                    new UserId(row.getString("requested_by")),
                    row.getTimestamp("requested_at").toInstant());
        }
    }

    /// Claims a free number, or takes up a claim of the same organization that was left unfinished.
    /// Empty when the number is somebody's, or being bought.
    Optional<Reservation> claim(Reservation wanted) {
        return notes.run(tx ->
                tx.createQuery(
                                """
                                INSERT INTO phone_number (number, org_id, phone_id, country_code,
                                    carrier, requested_by, requested_at, busy_until)
                                VALUES (:number, :org, :phone, :country, :carrier, :by, :now, :until)
                                ON CONFLICT (number) DO UPDATE
                                SET busy_until = :until, requested_at = :now
                                WHERE phone_number.org_id = :org AND NOT phone_number.is_bought
                                  AND phone_number.carrier = :carrier
                                  AND phone_number.busy_until <= :now
                                RETURNING *
                                """)
                        .bind("number", wanted.number())
                        .bind("org", wanted.org().value())
                        .bind("phone", wanted.phone().value())
                        .bind("country", wanted.country())
                        .bind("carrier", wanted.carrier())
                        .bind("by", wanted.requestedBy().value())
                        .bind("now", wanted.requestedAt())
                        .bind("until", wanted.requestedAt().plus(BUSY))
                        .map((row, _) -> Reservation.read(row))
                        .findOne());
    }

    /// The number was not bought: anybody may try.
    void withdraw(Reservation reservation) {
        notes.run(tx ->
                tx.execute(
                        """
                        DELETE FROM phone_number
                        WHERE number = ? AND org_id = ? AND phone_id = ? AND NOT is_bought
                        """,
                        reservation.number(),
                        reservation.org().value(),
                        reservation.phone().value()));
    }

    /// Takes a bought number in hand; false when somebody else has it there.
    boolean hold(TelephoneNumber phone) {
        return setBusy(phone.phoneNumber(), phone.orgId(), phone.id(), clock.instant().plus(BUSY));
    }

    /// Lets go of a number: what was begun may be tried again at once.
    void letGo(String number, OrgId org, PhoneId phone) {
        notes.run(tx ->
                tx.createUpdate(
                                """
                                UPDATE phone_number SET busy_until = :now
                                WHERE number = :number AND org_id = :org AND phone_id = :phone
                                """)
                        .bind("now", clock.instant())
                        .bind("number", number)
                        .bind("org", org.value())
                        .bind("phone", phone.value())
                        .execute());
    }

    /// The number is bought, as of `tx`; false when that was noted before.
    boolean finish(Handle tx, Reservation reservation) {
        return tx.createUpdate(
                                """
                                UPDATE phone_number SET is_bought = true, busy_until = :now
                                WHERE number = :number AND org_id = :org AND phone_id = :phone
                                  AND NOT is_bought
                                """)
                        .bind("now", clock.instant())
                        .bind("number", reservation.number())
                        .bind("org", reservation.org().value())
                        .bind("phone", reservation.phone().value())
                        .execute()
                > 0;
    }

    /// The number is given back, as of `tx`.
    void remove(Handle tx, TelephoneNumber phone) {
        tx.execute(
                "DELETE FROM phone_number WHERE number = ? AND org_id = ? AND phone_id = ?",
                phone.phoneNumber(),
                phone.orgId().value(),
                phone.id().value());
    }

    /// Purchases nobody works on any more, now held by the caller.
    List<Reservation> takeUnfinished(String carrier) {
        var now = clock.instant();
        return notes.run(tx ->
                tx.createQuery(
                                """
                                UPDATE phone_number SET busy_until = :until
                                WHERE number IN (SELECT number FROM phone_number
                                    WHERE NOT is_bought AND busy_until <= :now AND carrier = :carrier
                                    ORDER BY busy_until LIMIT :most FOR UPDATE SKIP LOCKED)
                                RETURNING *
                                """)
                        .bind("until", now.plus(BUSY))
                        .bind("now", now)
                        .bind("carrier", carrier)
                        .bind("most", AT_ONCE)
                        .map((row, _) -> Reservation.read(row))
                        .list());
    }

    boolean isForgotten(Reservation reservation) {
        return clock.instant().isAfter(reservation.requestedAt().plus(FORGOTTEN_AFTER));
    }

    private boolean setBusy(String number, OrgId org, PhoneId phone, Instant until) {
        return notes.run(tx ->
                tx.createUpdate(
                                """
                                UPDATE phone_number SET busy_until = :until
                                WHERE number = :number AND org_id = :org
                                  AND phone_id = :phone AND busy_until <= :now
                                """)
                        .bind("until", until)
                        .bind("now", clock.instant())
                        .bind("number", number)
                        .bind("org", org.value())
                        .bind("phone", phone.value())
                        .execute())
                > 0;
    }
}
