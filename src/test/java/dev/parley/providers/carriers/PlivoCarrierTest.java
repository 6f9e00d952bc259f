package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.json.Json;
import dev.parley.providers.carriers.CarrierConfig.Account;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlivoCarrierTest extends RestCarrierContract<FakePlivo> {
    @Override
    FakePlivo server() {
        return new FakePlivo();
    }

    @Override
    Carrier carrier(Account account, Duration patience) {
        return new PlivoCarrier(account, patience);
    }

    @Override
    String announcedAt(String number) {
        var application = server.rented.getOrDefault(number.substring(1), "none");
        return server.applications
                .getOrDefault(application, Json.object())
                .path("answer_url")
                .asText();
    }

    @Override
    String purchase() {
        return "/PhoneNumber/";
    }

    @Test
    void tellsHowACallStands() {
        assertThat(carrier().status("uuid-1")).isEqualTo("in-progress");
        assertThat(carrier().status("uuid-of-nobody")).isEmpty();

        var over = server.record.put("end_time", "2026-11-26 19:00:00+00:00");
        over.put("call_state", "NO_ANSWER");
        assertThat(carrier().status("uuid-1")).isEqualTo("no-answer");
        over.put("call_state", "ANSWER");
        assertThat(carrier().status("uuid-1")).isEqualTo("completed");
    }

    @Test
    void passesCallsOnAndEndsThem() {
        carrier().transfer("uuid-1", "+14155550177", VOICE);
        carrier().hangUp("uuid-1");
        carrier().hangUp("uuid-that-is-over");

        assertThat(server.changes)
                .containsExactly(
                        "POST {\"legs\":\"aleg\",\"aleg_url\":\""
                                + VOICE
                                + "\",\"aleg_method\":\"POST\"}",
                        "DELETE ");
        assertThatThrownBy(() -> carrier().transfer("uuid-that-is-over", "+14155550177", VOICE))
                .isInstanceOf(CarrierFailure.class);
    }

    @Test
    void makesOneApplicationForAllNumbersOfAnOrganization() {
        int others = server.applications.size();

        carrier().buy(NUMBER, OURS, VOICE);
        carrier().buy("+12125550111", OURS, VOICE);
        carrier().buy("+442079460110", THEIRS, VOICE);

        assertThat(server.applications).hasSize(others + 2);
        assertThat(server.rented.get("14155550110")).isEqualTo(server.rented.get("12125550111"));
    }

    @Test
    void tellsThatPapersAreWanted() {
        assertThat(carrier().buy("+493023125110", OURS, VOICE).isPending()).isTrue();
        assertThat(carrier().buy(NUMBER, OURS, VOICE).isPending()).isFalse();
    }

    @Test
    void leavesAloneWhatTheAccountRentsForOtherThings() {
        server.rented.put("12025550123", "1000");

        assertThat(carrier().find("+12025550123", OURS)).isEmpty();
    }
}
