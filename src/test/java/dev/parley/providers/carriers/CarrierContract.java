package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.carriers.Carrier.Country;
import dev.parley.providers.carriers.Carrier.Offer;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.Rejected;
import dev.parley.understanding.PhoneNumbers;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every carrier has to do.
abstract class CarrierContract {
    static final String NUMBER = "+14155550110";
    static final String OURS = "parley org.1726902940.GZChqlpU";
    static final String THEIRS = "parley org.1726902940.OtherOne";
    static final URI VOICE = URI.create("https://parley.test/v1/telephony/carrier/voice");
    static final URI MOVED = URI.create("https://moved.test/v1/telephony/carrier/voice");

    abstract Carrier carrier();

    /// Where calls to a number are announced, by the carrier's own books.
    abstract String announcedAt(String number);

    @Test
    void namesItsCountries() {
        var countries = carrier().countries();

        assertThat(countries)
                .extracting(Country::code)
                .contains("US", "GB")
                .doesNotHaveDuplicates();
        assertThat(countries)
                .allSatisfy(country -> {
                    assertThat(country.code()).matches("[A-Z]{2}");
                    assertThat(country.name()).isNotBlank();
                });
    }

    @Test
    void offersNumbersOfTheCountry() {
        for (var country : List.of("US", "GB")) {
            var offers = carrier().offers(country);

            assertThat(offers)
                    .isNotEmpty()
                    .allSatisfy(offer -> {
                        assertThat(offer.country()).isEqualTo(country);
                        assertThat(PhoneNumbers.valid(offer.number(), country))
                                .contains(offer.number());
                        assertThat(offer.locality()).isNotBlank();
                        assertThat(offer.region()).isNotEqualTo("");
                    });
        }
    }

    @Test
    void sellsANumberOnceAndRemembersForWhom() {
        var bought = carrier().buy(NUMBER, OURS, VOICE);

        assertThat(carrier().offers("US")).extracting(Offer::number).doesNotContain(NUMBER);
        assertThat(carrier().find(NUMBER, OURS)).contains(bought);
        assertThat(carrier().find(NUMBER, THEIRS)).isEmpty();
        assertThat(announcedAt(NUMBER)).isEqualTo(VOICE.toString());
        assertThatThrownBy(() -> carrier().buy(NUMBER, THEIRS, MOVED))
                .isInstanceOf(NotAvailable.class);
        assertThat(announcedAt(NUMBER)).isEqualTo(VOICE.toString());
    }

    @Test
    void recognisesWhatWasBoughtUnderTheSameMark() {
        var bought = carrier().buy(NUMBER, OURS, VOICE);

        var again = carrier().buy(NUMBER, OURS, MOVED);

        assertThat(again).isEqualTo(bought);
        assertThat(announcedAt(NUMBER)).isEqualTo(MOVED.toString());
    }

    @Test
    void doesNotSellWhatItDoesNotOffer() {
        assertThatThrownBy(() -> carrier().buy("+12025550123", OURS, VOICE))
                .isInstanceOf(NotAvailable.class);
        assertThat(carrier().find("+12025550123", OURS)).isEmpty();
    }

    @Test
    void saysWhyItDoesNotSell() {
        assertThatThrownBy(() -> carrier().buy("+14155550193", OURS, VOICE))
                .isInstanceOfSatisfying(Rejected.class, e -> assertThat(e.reason()).isNotBlank());
    }

    @Test // V12
    void sellsOneNumberToOneOfManyAtATime() {
        var sold = new ConcurrentLinkedQueue<String>();
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var mark = "parley org.1726902940.Buyer0" + (10 + i);
                buyers.submit(() -> {
                    carrier().buy(NUMBER, mark, VOICE);
                    sold.add(mark);
                });
            }
        }

        assertThat(sold).hasSize(1);
        assertThat(carrier().find(NUMBER, sold.element())).isPresent();
    }

    @Test
    void pointsANumberElsewhere() {
        var bought = carrier().buy(NUMBER, OURS, VOICE);

        carrier().point(NUMBER, bought, OURS, MOVED);

        assertThat(announcedAt(NUMBER)).isEqualTo(MOVED.toString());
    }

    @Test
    void takesANumberBackOnceAndNoMore() {
        var bought = carrier().buy(NUMBER, OURS, VOICE);

        carrier().release(NUMBER, bought.id());
        carrier().release(NUMBER, bought.id());

        assertThat(carrier().find(NUMBER, OURS)).isEmpty();
    }
}
