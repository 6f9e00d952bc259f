package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.providers.carriers.Carrier.Country;
import dev.parley.providers.carriers.CarrierConfig.Account;
import dev.parley.providers.carriers.CarrierFailure.UnknownCountry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioCarrierTest extends RestCarrierContract<FakeTwilio> {
    @Override
    FakeTwilio server() {
        return new FakeTwilio();
    }

    @Override
    Carrier carrier(Account account, Duration patience) {
        return new TwilioCarrier(account, patience);
    }

    @Override
    String announcedAt(String number) {
        return server.owned.values().stream()
                .filter(owned -> number.equals(owned.get("PhoneNumber")))
                .map(owned -> owned.get("VoiceMethod") + owned.get("VoiceUrl"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("^POST", "");
    }

    @Override
    String purchase() {
        return "/IncomingPhoneNumbers.json";
    }

    @Test
    void turnsEveryPageOfCountriesWithLocalNumbers() {
        assertThat(carrier().countries())
                .extracting(Country::code)
                .containsExactly("GB", "SE", "US");
    }

    @Test
    void tellsHowACallStands() {
        assertThat(carrier().status("CA1")).isEqualTo("busy");
        assertThat(carrier().status("CA-of-nobody")).isEmpty();
    }

    @Test
    void passesCallsOnAndEndsThem() {
        carrier().transfer("CA1", "+14155550177", VOICE);
        carrier().hangUp("CA1");
        carrier().hangUp("CA-that-is-over");

        assertThat(server.changes)
                .containsExactly(
                        Map.of("Twiml", "<Response><Dial>+14155550177</Dial></Response>"),
                        Map.of("Status", "completed"));
        assertThatThrownBy(() -> carrier().transfer("CA-that-is-over", "+14155550177", VOICE))
                .isInstanceOf(CarrierFailure.class);
    }

    @Test
    void knowsWhereNothingIsSold() {
        assertThatThrownBy(() -> carrier().offers("ES")).isInstanceOf(UnknownCountry.class);
    }

    @Test
    void leavesAnAnswerThatPointsElsewhere() {
        server.next(CarrierServer.body("{\"countries\": [], \"next_page_uri\": \"http://x/\"}"));

        assertThatThrownBy(() -> carrier().countries())
                .isInstanceOf(CarrierFailure.Unreachable.class);
    }
}
