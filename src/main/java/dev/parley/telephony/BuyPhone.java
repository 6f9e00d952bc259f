package dev.parley.telephony;

import dev.parley.accounts.Caller;
import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.time.Timestamps;
import dev.parley.providers.carriers.Carrier.Bought;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import dev.parley.telephony.Reservations.Reservation;
import dev.parley.telephony.TelephoneNumber.Bookkeeping;
import java.time.InstantSource;

/// Buys a number: reserves it, buys it from the carrier under the organization's mark, and stores
/// it. Whatever breaks off in between is taken up by the same organization's next try, or by
/// [FinishPurchases]; nothing is paid for twice or forgotten (V12).
final class BuyPhone {
    private final Database database;
    private final PhoneStore phones;
    private final Reservations reservations;
    private final ChosenCarrier chosen;
    private final Ids ids;
    private final InstantSource clock;

    BuyPhone(
            Database database,
            PhoneStore phones,
            Reservations reservations,
            ChosenCarrier chosen,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.phones = phones;
        this.reservations = reservations;
        this.chosen = chosen;
        this.ids = ids;
        this.clock = clock;
    }

    /// The bought number.
    ///
    /// @throws Problem.Conflict when it is somebody's already, or the carrier does not sell it
    /// @throws Problem.Unavailable when there is no carrier, or it does not answer
    TelephoneNumber run(Caller caller, PurchaseInput input) {
        var carrier = chosen.required();
        var wanted =
                new Reservation(
                        input.phoneNumber(),
                        caller.org(),
                        new PhoneId(ids.next("pho")),
                        input.countryCode(),
                        carrier.name(),
                        caller.user(),
                        clock.instant());
        var reservation =
                reservations
                        .claim(wanted)
                        .orElseThrow(() -> ChosenCarrier.problem(new NotAvailable()));
        try {
            var mark = ChosenCarrier.mark(caller.org());
            return store(reservation, carrier.buy(wanted.number(), mark, chosen.voice(carrier)));
        } catch (CarrierFailure e) {
            // after no answer, now or at an earlier try, it may still be sold to us
            if (e instanceof Unreachable || !reservation.phone().equals(wanted.phone())) {
                reservations.letGo(reservation.number(), reservation.org(), reservation.phone());
            } else {
                reservations.withdraw(reservation);
            }
            throw ChosenCarrier.problem(e);
        }
    }

    /// Stores what was bought for `reservation`, once.
    TelephoneNumber store(Reservation reservation, Bought bought) {
        var phone = phone(reservation, bought);
        OrgId org = phone.orgId();
        return database.transact(
                org,
                tx -> {
                    if (reservations.finish(tx, reservation)) {
                        phones.insert(tx, org, phone);
                        return phone;
                    }
                    return phones.find(tx, org, phone.id())
                            .orElseThrow(() ->
                                    new Problem.Conflict("This number was released meanwhile"));
                });
    }

    private TelephoneNumber phone(Reservation reservation, Bought bought) {
        var now = Timestamps.write(clock.instant());
        var by = reservation.requestedBy().value();
        return new TelephoneNumber(
                reservation.phone(),
                reservation.org(),
                reservation.number(),
                reservation.country(),
                null,
                new Bookkeeping(reservation.carrier(), bought.id(), bought.isPending()),
                by,
                now,
                by,
                now);
    }
}
