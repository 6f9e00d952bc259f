package dev.parley.telephony;

import dev.parley.accounts.OrgId;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.providers.carriers.CarrierFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a number back: to the carrier first, then out of the books, so that a crash in between
/// leaves a number that can be released again. One the carrier no longer knows is given back.
final class ReleasePhone {
    private static final Logger log = LoggerFactory.getLogger(ReleasePhone.class);

    private final Database database;
    private final PhoneStore phones;
    private final Reservations reservations;
    private final ChosenCarrier chosen;

    ReleasePhone(
            Database database, PhoneStore phones, Reservations reservations, ChosenCarrier chosen) {
        this.database = database;
        this.phones = phones;
        this.reservations = reservations;
        this.chosen = chosen;
    }

    /// Gives back every number of an organization that is gone. One from a carrier this server has
    /// no longer is left to the operator.
    ///
    /// @throws Problem.Unavailable when the carrier does not answer
    void runForAll(OrgId org) {
        for (var phone : database.transact(org, tx -> phones.all(tx, org))) {
            var carrier = phone.internalProps().carrier();
            if (chosen.any().filter(any -> any.name().equals(carrier)).isPresent()) {
                run(org, phone);
            } else {
                log.warn("A number of {} stays bought at {}: {}", org, carrier, phone.id().value());
            }
        }
    }

    /// @throws Problem.Unavailable when the carrier it is from is not the server's, or does not
    ///   answer
    void run(OrgId org, TelephoneNumber phone) {
        var carrier = chosen.required(phone.internalProps().carrier());
        // while it is held nobody buys it again, so what is released is this one
        if (!reservations.hold(phone)) {
            throw new Problem.Conflict("This number is being released already");
        }
        try {
            carrier.release(phone.phoneNumber(), phone.internalProps().carrierId());
        } catch (CarrierFailure e) {
            reservations.letGo(phone.phoneNumber(), org, phone.id());
            throw ChosenCarrier.problem(e);
        }
        database.run(
                org,
                tx -> {
                    phones.delete(tx, org, phone.id());
                    reservations.remove(tx, phone);
                });
    }
}
