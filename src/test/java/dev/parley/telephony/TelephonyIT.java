package dev.parley.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestServer;
import dev.parley.understanding.PhoneNumbers;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelephonyIT {
    private static final String PHONES = "/v1/telephony/phones";
    private static final String COUNTRIES = "/v1/telephony/countries";
    private static final Map<String, String> SIMULATED = Map.of("PARLEY_CARRIER", "simulated");
    private static TestServer server;
    private static Api api;
    private static Api other;

    @BeforeAll
    static void start() {
        server = TestServer.start(SIMULATED);
        api = server.api();
        other = server.foreignApi();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsWhereNumbersAreAndWhichAreOnOffer() {
        var countries = api.get(COUNTRIES).expect(200).array();

        assertThat(countries).hasSizeGreaterThanOrEqualTo(6);
        for (var country : countries) {
            var code = country.path("code").asText();
            var offers = offers(code);
            assertThat(offers).as(code).hasSizeGreaterThanOrEqualTo(10);
            assertThat(country.path("name").asText()).isNotEmpty();
            for (var offer : offers) {
                var number = offer.path("phoneNumber").asText();
                assertThat(PhoneNumbers.valid(number, code)).contains(number);
                assertThat(offer.path("countryCode").asText()).isEqualTo(code);
                assertThat(offer.path("locality").asText()).isNotEmpty();
                assertThat(offer.path("region").asText()).isNotEmpty();
            }
        }
    }

    @Test
    void knowsNoOffersWhereNothingIsSold() {
        for (var country : List.of("XX", "ES", "USA", "u%20s", "1")) {
            var answer = api.get(COUNTRIES + "/" + country + "/available-phones").expect(404);
            assertThat(answer.object().path("detail").asText()).isEqualTo("Country not found");
        }
        api.get(COUNTRIES + "/us/available-phones").expect(200);
    }

    @Test
    void ownsWhatItBuysUntilItIsReleased() {
        var number = free("SE");

        var bought = buy(api, "SE", number).expect(200);

        var phone = bought.object();
        assertThat(phone.path("id").asText()).matches("pho\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(phone.path("phoneNumber").asText()).isEqualTo(number);
        assertThat(phone.path("countryCode").asText()).isEqualTo("SE");
        assertThat(phone.get("agentId")).isEqualTo(NullNode.instance);
        assertThat(phone.at("/internalProps/carrier").asText()).isEqualTo("simulated");
        assertThat(bought.http().headers().firstValue("ETag")).isPresent();
        assertThat(numbers(offers("SE"))).doesNotContain(number);
        assertThat(api.get(PHONES).expect(200).array()).contains(phone);
        assertThat(api.get(PHONES + "?country_code=se").expect(200).array()).contains(phone);
        assertThat(api.get(PHONES + "?country_code=US").expect(200).array()).doesNotContain(phone);
        assertThat(voice(number)).containsExactly(server.url() + "/v1/telephony/simulated/voice");

        assertThat(api.delete(path(phone)).expect(200).object().path("message").asText())
                .isEqualTo("Phone released");
        assertThat(api.get(PHONES).expect(200).array()).doesNotContain(phone);
        api.delete(path(phone)).expect(404);
        buy(api, "SE", number).expect(409);
        assertThat(numbers(offers("SE"))).doesNotContain(number);
        server.sql(sql -> {
            try (var later = sql.createStatement()) {
                later.execute(
                        "UPDATE simulated_number SET released_at = released_at - interval '5 min'");
            }
        });
        assertThat(numbers(offers("SE"))).contains(number);
        api.delete(path(buy(other, "SE", number).expect(200).object())).expect(404);
    }

    @Test
    void keepsNumbersInTheWorldsOneSpelling() {
        var written = free("GB").replaceFirst("^\\+44(..)(....)", "0$1 ($2) ");

        var phone = buy(api, "gb", written).expect(200).object();

        assertThat(phone.path("phoneNumber").asText()).startsWith("+44").doesNotContain(" ");
        assertThat(phone.path("countryCode").asText()).isEqualTo("GB");
    }

    @Test
    void refusesWhatIsNoNumberOfTheCountry() {
        for (var number :
                List.of("", "12", "+14155550110", "nobody", "+44 20 7946 0110 ext 5", "٠١٢٣٤٥٦")) {
            assertThat(buy(api, "GB", number).expect(422).body()).contains("phoneNumber");
        }
        for (var country : List.of("", "XX", "GBR", "44")) {
            assertThat(buy(api, country, "+442079460119").expect(422).body())
                    .contains("countryCode");
        }
        for (var body : List.of("{}", "[]", "{\"countryCode\": 1, \"phoneNumber\": {}}")) {
            api.post(PHONES, body).expect(422);
        }
    }

    @Test
    void tellsWhyACarrierDoesNotSell() {
        assertThat(detail(buy(api, "US", "+14155550190").expect(409))).contains("not available");
        assertThat(detail(buy(api, "US", "+14155550191").expect(503))).contains("try again");
        assertThat(detail(buy(api, "US", "+14155550193").expect(409))).contains("local address");
        assertThat(detail(buy(api, "US", "+14155550194").expect(503))).contains("credentials");
        assertThat(detail(buy(api, "US", "+12025550123").expect(409))).contains("not available");
        for (var number : List.of("+14155550190", "+14155550193", "+14155550194", "+12025550123")) {
            assertThat(reserved(number)).as(number).isEmpty();
        }
        // no answer: it stays ours for a while, in case it was sold all the same
        assertThat(reserved("+14155550191")).containsExactly("f");
        assertThat(detail(buy(other, "US", "+14155550191").expect(409))).contains("not available");
    }

    @Test
    void findsWhatItBoughtWhenTheAnswerWasLost() {
        buy(api, "US", "+14155550192").expect(503);
        buy(other, "US", "+14155550192").expect(409);

        var phone = buy(api, "US", "+14155550192").expect(200).object();

        assertThat(numbers(api.get(PHONES).array())).containsOnlyOnce("+14155550192");
        buy(api, "US", "+14155550192").expect(409);
        api.delete(path(phone)).expect(200);
    }

    @Test // V12
    void sellsOneNumberOnceToTwoHundredBuyers() {
        var number = free("DE");
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var buyer = i % 2 == 0 ? api : other;
                buyers.submit(() -> answers.add(buy(buyer, "DE", number).status()));
            }
        }

        assertThat(answers).hasSize(200).containsOnly(200, 409).containsOnlyOnce(200);
        var all = List.of(api.get(PHONES).array(), other.get(PHONES).array());
        assertThat(all.stream().flatMap(list -> numbers(list).stream())).containsOnlyOnce(number);
    }

    @Test // V12
    void releasesOneNumberOnceForManyAtATime() {
        var phone = buy(api, "FR", free("FR")).expect(200).object();
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                clients.submit(() -> answers.add(api.delete(path(phone)).status()));
            }
        }

        assertThat(answers).hasSize(20).isSubsetOf(200, 404, 409).containsOnlyOnce(200);
        assertThat(reserved(phone.path("phoneNumber").asText())).isEmpty();
    }

    @Test // V10
    void buysOnceForOneKeyOfSafeRetries() {
        var number = free("AU");
        var body = body("AU", number);

        var first = retry("buy-once", body);
        var second = retry("buy-once", body);

        assertThat(first.expect(200).body()).isEqualTo(second.expect(200).body());
        assertThat(numbers(api.get(PHONES).array())).containsOnlyOnce(number);
        // what failed is not kept, and what the carrier did is not undone with it
        assertThat(retry("lost", body("US", "+14155550192")).status()).isEqualTo(503);
        var found = retry("lost", body("US", "+14155550192")).expect(200).object();
        api.delete(path(found)).expect(200);
    }

    @Test
    void isAnsweredByOneAgentAtMost() {
        var agent = Given.agent(api);
        var next = Given.agent(api);
        var phone = buy(api, "CA", free("CA")).expect(200).object();

        api.post(link(phone, agent)).expect(200);
        var linked = only(api.get(PHONES + "?country_code=CA").array(), phone);
        api.post(link(phone, agent)).expect(200);

        assertThat(linked.path("agentId").asText()).isEqualTo(agent);
        assertThat(api.get(agentsPhones(agent)).expect(200).array()).containsExactly(linked);
        api.post(link(phone, next)).expect(200);
        assertThat(api.get(agentsPhones(agent)).expect(200).array()).isEmpty();
        assertThat(numbers(api.get(agentsPhones(next)).expect(200).array()))
                .containsExactly(phone.path("phoneNumber").asText());
        assertThat(detail(api.delete(link(phone, agent)).expect(404))).isEqualTo("Link not found");
        api.delete(link(phone, next)).expect(200);
        assertThat(detail(api.delete(link(phone, next)).expect(404))).isEqualTo("Link not found");
        assertThat(only(api.get(PHONES).array(), phone).get("agentId"))
                .isEqualTo(NullNode.instance);
    }

    @Test
    void remembersNoAgentThatIsGone() {
        var agent = Given.agent(api);
        var phone = buy(api, "CA", free("CA")).expect(200).object();
        api.post(link(phone, agent)).expect(200);

        api.delete("/v1/ai-agents/" + agent).expect(200);

        var left = only(api.get(PHONES).array(), phone);
        assertThat(left.get("agentId")).isEqualTo(NullNode.instance);
        assertThat(left.path("updatedAt").asText()).isGreaterThan(phone.path("updatedAt").asText());
        api.get(agentsPhones(agent)).expect(404);
        api.post(link(phone, agent)).expect(404);
        api.delete(path(phone)).expect(200);
    }

    @Test // T1, T2
    void keepsOrganizationsApart() {
        var ours = buy(api, "US", free("US")).expect(200).object();
        var theirs = buy(other, "US", free("US")).expect(200).object();
        var ourAgent = Given.agent(api);
        var theirAgent = Given.agent(other);
        other.post(link(theirs, theirAgent)).expect(200);
        var before = Rows.of(server);

        assertThat(api.get(PHONES).body()).doesNotContain(theirs.path("id").asText());
        assertThat(detail(api.delete(path(theirs)).expect(404))).isEqualTo("Phone not found");
        for (var path :
                List.of(link(theirs, ourAgent), link(ours, theirAgent), link(theirs, theirAgent))) {
            api.post(path).expect(404);
            api.delete(path).expect(404);
        }
        api.get(agentsPhones(theirAgent)).expect(404);
        buy(api, "US", theirs.path("phoneNumber").asText()).expect(409);
        assertThat(Rows.of(server)).isEqualTo(before);
    }

    @Test // T9
    void letsNobodyChooseWhatTheServerDecides() {
        var number = free("US");
        var body =
                body("US", number)
                        .put("id", "pho.1.x")
                        .put("orgId", "org.1.x")
                        .put("agentId", "aia.1.x")
                        .put("createdBy", "usr.1.x");

        var phone = api.post(PHONES, body).expect(200);

        assertThat(phone.body()).doesNotContain(".1.x");
    }

    @Test
    void sharesItsBooksWithEveryServerOfTheDatabase() {
        var phone = buy(api, "US", free("US")).expect(200).object();
        try (var second = TestServer.on(server.database(), SIMULATED)) {
            var there = second.api();

            assertThat(numbers(offers(there, "US")))
                    .doesNotContain(phone.path("phoneNumber").asText())
                    .isNotEmpty();
            buy(there, "US", phone.path("phoneNumber").asText()).expect(409);
            there.delete(path(phone)).expect(200);
        }
    }

    @Test
    void saysWhatToSetWhenThereIsNoCarrier() {
        var phone = buy(api, "US", free("US")).expect(200).object();
        try (var without = TestServer.on(server.database())) {
            var there = without.api();
            var agent = Given.agent(there);

            for (var answer :
                    List.of(
                            there.get(COUNTRIES),
                            there.get(COUNTRIES + "/US/available-phones"),
                            buy(there, "US", "+14155550119"),
                            there.delete(path(phone)))) {
                assertThat(detail(answer.expect(503))).contains("PARLEY_CARRIER");
            }
            assertThat(there.get(PHONES).expect(200).array()).contains(phone);
            there.post(link(phone, agent)).expect(200);
            assertThat(there.get(agentsPhones(agent)).expect(200).array()).hasSize(1);
            there.delete(link(phone, agent)).expect(200);
        }
    }

    @Test
    void releasesWhatTheCarrierNoLongerKnows() {
        var phone = buy(api, "US", free("US")).expect(200).object();
        server.sql(sql -> {
            try (var forget =
                    sql.prepareStatement("DELETE FROM simulated_number WHERE number = ?")) {
                forget.setString(1, phone.path("phoneNumber").asText());
                forget.execute();
            }
        });

        api.delete(path(phone)).expect(200);

        assertThat(api.get(PHONES).array()).doesNotContain(phone);
    }

    private static Answer retry(String key, JsonNode body) {
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(server.url() + PHONES))
                        .header("Authorization", "Bearer " + api.key())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static Answer buy(Api buyer, String country, String number) {
        return buyer.post(PHONES, body(country, number));
    }

    private static ObjectNode body(String country, String number) {
        return Api.JSON.createObjectNode().put("countryCode", country).put("phoneNumber", number);
    }

    private static synchronized String free(String country) {
        return numbers(offers(country)).getFirst();
    }

    private static JsonNode offers(String country) {
        return offers(api, country);
    }

    private static JsonNode offers(Api asked, String country) {
        return asked.get(COUNTRIES + "/" + country + "/available-phones").expect(200).array();
    }

    private static List<String> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(phone -> phone.path("phoneNumber").asText())
                .toList();
    }

    private static JsonNode only(JsonNode list, JsonNode phone) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("id").equals(phone.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reserved(String number) {
        return Rows.texts(
                server, "SELECT is_bought FROM phone_number WHERE number = '" + number + "'");
    }

    private static List<String> voice(String number) {
        return Rows.texts(
                server, "SELECT voice FROM simulated_number WHERE number = '" + number + "'");
    }

    private static String detail(Answer answer) {
        return answer.object().path("detail").asText();
    }

    private static String path(JsonNode phone) {
        return PHONES + "/" + phone.path("id").asText();
    }

    private static String link(JsonNode phone, String agent) {
        return path(phone) + "/ai-agents/" + agent + "/link";
    }

    private static String agentsPhones(String agent) {
        return "/v1/ai-agents/" + agent + "/phones";
    }
}
