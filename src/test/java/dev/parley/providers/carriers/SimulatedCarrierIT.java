package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.database.Apart;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.providers.carriers.Carrier.Offer;
import dev.parley.providers.carriers.CarrierFailure.CredentialsRefused;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.UnknownCountry;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import dev.parley.understanding.PhoneNumbers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedCarrierIT extends CarrierContract {
    private static Database database;
    private TestClock clock;
    private Carrier carrier;

    @BeforeAll
    static void migrate() {
        database = Database.open(DatabaseAddress.of(TestDatabase.fresh()));
        database.migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.system(tx -> tx.execute("DELETE FROM simulated_number"));
        clock = new TestClock();
        carrier = new SimulatedCarrier(new Apart(database), clock);
    }

    @Override
    Carrier carrier() {
        return carrier;
    }

    @Override
    String announcedAt(String number) {
        return database.system(tx ->
                tx.createQuery("SELECT voice FROM simulated_number WHERE number = :number")
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void hasNothingButNumbersThatCouldBe() {
        assertThat(SimulatedInventory.NUMBERS)
                .extracting(Offer::number)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(200);
        assertThat(SimulatedInventory.NUMBERS)
                .allSatisfy(offer ->
                        assertThat(PhoneNumbers.valid(offer.number(), offer.country()))
                                .contains(offer.number()));
        assertThat(SimulatedInventory.COUNTRIES)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(country -> assertThat(carrier.offers(country.code())).isNotEmpty());
        assertThatThrownBy(() -> carrier.offers("ES")).isInstanceOf(UnknownCountry.class);
    }

    @Test
    void failsInTheWaysItsSpecialNumbersSay() {
        assertThatThrownBy(() -> carrier.buy("+14155550190", OURS, VOICE))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> carrier.buy("+14155550191", OURS, VOICE))
                .isInstanceOf(Unreachable.class);
        assertThat(carrier.find("+14155550191", OURS)).isEmpty();
        assertThatThrownBy(() -> carrier.buy("+14155550192", OURS, VOICE))
                .isInstanceOf(Unreachable.class);
        assertThat(carrier.buy("+14155550192", OURS, VOICE))
                .isEqualTo(carrier.find("+14155550192", OURS).orElseThrow());
        assertThatThrownBy(() -> carrier.buy("+14155550194", OURS, VOICE))
                .isInstanceOf(CredentialsRefused.class);
    }

    @Test
    void offersANumberAgainSomeTimeAfterItsRelease() {
        var bought = carrier.buy(NUMBER, OURS, VOICE);
        carrier.release(NUMBER, bought.id());

        assertThat(carrier.offers("US")).extracting(Offer::number).doesNotContain(NUMBER);
        assertThatThrownBy(() -> carrier.buy(NUMBER, THEIRS, VOICE))
                .isInstanceOf(NotAvailable.class);
        clock.advance(SimulatedCarrier.QUARANTINE.plus(Duration.ofSeconds(1)));

        assertThat(carrier.offers("US")).extracting(Offer::number).contains(NUMBER);
        carrier.buy(NUMBER, THEIRS, VOICE);
    }

    @Test
    void keepsItsBooksApartFromTheRequestItIsPartOf() {
        try {
            database.together(
                    () -> "org.1726902940.GZChqlpU",
                    _ -> {
                        carrier.buy(NUMBER, OURS, VOICE);
                        throw new IllegalStateException("rolled back");
                    });
        } catch (IllegalStateException _) {
            // as any carrier, this one has sold the number all the same
        }
        assertThat(carrier.find(NUMBER, OURS)).isPresent();
    }
}
