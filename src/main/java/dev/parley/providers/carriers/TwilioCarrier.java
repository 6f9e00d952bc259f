package dev.parley.providers.carriers;

import static dev.parley.providers.carriers.CarrierApi.encoded;
import static dev.parley.providers.carriers.CarrierApi.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.providers.carriers.CarrierApi.Answer;
import dev.parley.providers.carriers.CarrierConfig.Account;
import dev.parley.providers.carriers.CarrierFailure.NotAvailable;
import dev.parley.providers.carriers.CarrierFailure.Rejected;
import dev.parley.providers.carriers.CarrierFailure.UnknownCountry;
import dev.parley.providers.carriers.CarrierFailure.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Twilio's REST API of 2010-04-01, after its public reference: the resources
/// [AvailablePhoneNumbers](https://www.twilio.com/docs/phone-numbers/api/available-phone-numbers)
/// and
/// [IncomingPhoneNumbers](https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource).
/// The mark is a number's `FriendlyName`, given in the very request that buys it.
public final class TwilioCarrier implements Carrier {
    /// "The phone number is not available", of buying.
    private static final int NOT_AVAILABLE = 21_422;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_PAGES = 20;

    private final CarrierApi api;
    private final String root;

    public TwilioCarrier(Account account) {
        this(account, Duration.ofSeconds(8));
    }

    TwilioCarrier(Account account, Duration patience) {
        this.api = new CarrierApi("Twilio", account, patience);
        this.root = "/2010-04-01/Accounts/" + account.user();
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public List<Country> countries() {
        var countries = new ArrayList<Country>();
        var next = root + "/AvailablePhoneNumbers.json?PageSize=100";
        for (int page = 0; page < MAX_PAGES && !next.isEmpty(); page++) {
            var answer = good(api.get(next, Map.of()));
            for (var country : list(answer, "countries")) {
                if (country.path("subresource_uris").has("local")) {
                    countries.add(
                            new Country(text(country, "country_code"), text(country, "country")));
                }
            }
            next = answer.text("next_page_uri");
            if (!next.isEmpty() && !next.startsWith("/")) {
                throw new Unreachable("Twilio points to a page elsewhere");
            }
        }
        return countries;
    }

    @Override
    public List<Offer> offers(String country) {
        var query = Map.of("VoiceEnabled", "true", "PageSize", "50");
        var path = root + "/AvailablePhoneNumbers/" + encoded(country) + "/Local.json";
        var answer = api.get(path, query);
        if (answer.status() == 404) {
            throw new UnknownCountry();
        }
        var offers = new ArrayList<Offer>();
        for (var number : list(good(answer), "available_phone_numbers")) {
            offers.add(
                    new Offer(
                            text(number, "phone_number"),
                            country,
                            optional(number, "locality"),
                            optional(number, "region")));
        }
        return offers;
    }

    @Override
    public Bought buy(String number, String mark, URI voice) {
        var values =
                Map.of(
                        "PhoneNumber",
                        number,
                        "FriendlyName",
                        mark,
                        "VoiceUrl",
                        voice.toString(),
                        "VoiceMethod",
                        "POST");
        var answer = api.make(root + "/IncomingPhoneNumbers.json", FORM, form(values));
        if (!answer.isGood()) {
            // it may be ours since an earlier try whose answer was lost
            var bought = find(number, mark).orElseThrow(() -> failure(answer));
            point(number, bought, mark, voice);
            return bought;
        }
        return bought(good(answer).body());
    }

    @Override
    public Optional<Bought> find(String number, String mark) {
        var answer = api.get(root + "/IncomingPhoneNumbers.json", Map.of("PhoneNumber", number));
        for (var owned : list(good(answer), "incoming_phone_numbers")) {
            if (text(owned, "phone_number").equals(number)
                    && text(owned, "friendly_name").equals(mark)) {
                return Optional.of(bought(owned));
            }
        }
        return Optional.empty();
    }

    @Override
    public void point(String number, Bought bought, String mark, URI voice) {
        var values = Map.of("VoiceUrl", voice.toString(), "VoiceMethod", "POST");
        good(api.change(path(bought.id()), FORM, form(values)));
    }

    @Override
    public void release(String number, String id) {
        var answer = api.delete(path(id));
        if (answer.status() != 404) {
            good(answer);
        }
    }

    @Override
    public String dial(Dialling call) {
        var values =
                Map.of(
                        "From",
                        call.from(),
                        "To",
                        call.to(),
                        "Twiml",
                        call.answer(),
                        "StatusCallback",
                        call.status().toString(),
                        "StatusCallbackEvent",
                        "completed",
                        "MachineDetection",
                        "Enable",
                        "AsyncAmd",
                        "true",
                        "AsyncAmdStatusCallback",
                        call.machine().toString());
        var sid = good(api.make(root + "/Calls.json", FORM, form(values))).text("sid");
        if (sid.isEmpty()) {
            throw new Unreachable("Twilio answers with a call that has no SID");
        }
        return sid;
    }

    @Override
    public String status(String callId) {
        var answer = api.get(root + "/Calls/" + encoded(callId) + ".json", Map.of());
        return answer.status() == 404 ? "" : good(answer).text("status");
    }

    @Override
    public void hangUp(String callId) {
        var answer = change(callId, Map.of("Status", "completed"));
        if (answer.status() != 404) {
            good(answer);
        }
    }

    @Override
    public void transfer(String callId, String number, URI document) {
        var twiml = "<Response><Dial>" + number + "</Dial></Response>";
        good(change(callId, Map.of("Twiml", twiml)));
    }

    private Answer change(String callId, Map<String, String> values) {
        return api.change(root + "/Calls/" + encoded(callId) + ".json", FORM, form(values));
    }

    private String path(String id) {
        return root + "/IncomingPhoneNumbers/" + encoded(id) + ".json";
    }

    private static Bought bought(@Nullable JsonNode number) {
        var id = number == null ? "" : text(number, "sid");
        if (id.isEmpty()) {
            throw new Unreachable("Twilio answers with a number that has no SID");
        }
        return new Bought(id, false);
    }

    private static Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw failure(answer);
        }
        return answer;
    }

    private static CarrierFailure failure(Answer answer) {
        return answer.text("code").equals(Integer.toString(NOT_AVAILABLE))
                ? new NotAvailable()
                : new Rejected(answer.text("message"));
    }

    private static JsonNode list(Answer answer, String field) {
        var list = answer.body() == null ? null : answer.body().get(field);
        if (list == null || !list.isArray()) {
            throw new Unreachable("Twilio answers without " + field);
        }
        return list;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static @Nullable String optional(JsonNode node, String field) {
        var text = node.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
