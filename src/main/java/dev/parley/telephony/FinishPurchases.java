package dev.parley.telephony;

import dev.parley.jobs.Jobs;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.telephony.Reservations.Reservation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings purchases to an end that broke off in the middle: a number the carrier did sell is
/// stored, one it did not is free again after a while.
final class FinishPurchases {
    private static final Logger log = LoggerFactory.getLogger(FinishPurchases.class);

    private final Reservations reservations;
    private final ChosenCarrier chosen;
    private final BuyPhone buy;

    FinishPurchases(Reservations reservations, ChosenCarrier chosen, BuyPhone buy) {
        this.reservations = reservations;
        this.chosen = chosen;
        this.buy = buy;
    }

    Jobs.Chore chore() {
        return new Jobs.Chore(
                "finish-phone-purchases",
                Duration.ofSeconds(30),
                () -> chosen.any().ifPresent(this::run));
    }

    void run(Carrier carrier) {
        for (var reservation : reservations.takeUnfinished(carrier.name())) {
            try {
                finish(carrier, reservation);
            } catch (CarrierFailure e) {
                log.warn("A purchase stays unfinished: {}", e.getMessage());
            }
        }
    }

    private void finish(Carrier carrier, Reservation reservation) {
        var mark = ChosenCarrier.mark(reservation.org());
        var bought = carrier.find(reservation.number(), mark);
        if (bought.isPresent()) {
            carrier.point(reservation.number(), bought.get(), mark, chosen.voice(carrier));
            buy.store(reservation, bought.get());
        } else if (reservations.isForgotten(reservation)) {
            reservations.withdraw(reservation);
        } else {
            reservations.letGo(reservation.number(), reservation.org(), reservation.phone());
        }
    }
}
