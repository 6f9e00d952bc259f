package dev.parley.providers.carriers;

import static dev.parley.providers.carriers.CarrierApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.json.Json;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plivo's REST API v1, after its public reference: the resources
/// [PhoneNumber](https://www.plivo.com/docs/numbers/api/phone-number/),
/// [Number](https://www.plivo.com/docs/numbers/api/account-phone-number/) and
/// [Application](https://www.plivo.com/docs/account/api/application/). Plivo's numbers have no `+`.
///
/// A purchase cannot name a number at Plivo, but it can name the application that answers it: so
/// each mark is an application, and what was bought under it is recognised by that from the first
/// moment.
public final class PlivoCarrier implements Carrier {
    private static final String JSON = "application/json";
    private static final int PAGE = 20;
    private static final int MAX_PAGES = 100;

    /// Plivo has no operation that lists countries. These are where it usually has numbers; others
    /// can be searched and bought in all the same.
    private static final List<Country> COUNTRIES =
            Stream.of(
                            "AU", "AT", "BE", "BR", "CA", "CL", "DK", "FI", "FR", "DE", "HK", "HU",
                            "IN", "IE", "IL", "MX", "NL", "NZ", "NO", "PE", "PL", "PT", "PR", "SG",
                            "ZA", "ES", "SE", "CH", "GB", "US")
                    .map(code ->
                            new Country(
                                    code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                    .toList();

    private final CarrierApi api;
    private final String root;

    public PlivoCarrier(Account account) {
        this(account, Duration.ofSeconds(8));
    }

    PlivoCarrier(Account account, Duration patience) {
        this.api = new CarrierApi("Plivo", account, patience);
        this.root = "/v1/Account/" + account.user();
    }

    @Override
    public String name() {
        return "plivo";
    }

    @Override
    public List<Country> countries() {
        return COUNTRIES;
    }

    @Override
    public List<Offer> offers(String country) {
        var query =
                Map.of(
                        "country_iso",
                        country,
                        "services",
                        "voice",
                        "limit",
                        Integer.toString(PAGE));
        var answer = api.get(root + "/PhoneNumber/", query);
        if (answer.status() == 404) {
            throw new UnknownCountry();
        }
        var offers = new ArrayList<Offer>();
        for (var number : objects(answer)) {
            offers.add(
                    new Offer(
                            "+" + text(number, "number"),
                            country,
                            optional(number, "city"),
                            optional(number, "region")));
        }
        return offers;
    }

    @Override
    public Bought buy(String number, String mark, URI voice) {
        var values = Json.object().put("app_id", application(mark, voice)).toString();
        var answer = api.make(path("PhoneNumber", number), JSON, values);
        if (!answer.isGood()) {
            // it may be ours since an earlier try whose answer was lost
            return find(number, mark).orElseThrow(() -> failure(answer));
        }
        var bought = answer.body() == null ? null : answer.body().at("/numbers/0");
        return switch (bought == null ? "" : text(bought, "status").toLowerCase(Locale.ROOT)) {
            case "success" -> new Bought(digits(number), false);
            case "pending" -> new Bought(digits(number), true);
            default -> throw new Unreachable("Plivo does not say whether it sold the number");
        };
    }

    @Override
    public Optional<Bought> find(String number, String mark) {
        var answer = api.get(path("Number", number), Map.of());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        var application = good(answer).text("application");
        var id = application.replaceFirst("^.*/Application/([A-Za-z0-9]+)/?$", "$1");
        if (id.isEmpty() || id.contains("/")) {
            return Optional.empty();
        }
        var found = api.get(root + "/Application/" + id + "/", Map.of());
        return found.text("app_name").equals(name(mark))
                ? Optional.of(new Bought(digits(number), false))
                : Optional.empty();
    }

    @Override
    public void point(String number, Bought bought, String mark, URI voice) {
        var values = Json.object().put("app_id", application(mark, voice)).toString();
        good(api.change(path("Number", number), JSON, values));
    }

    @Override
    public void release(String number, String id) {
        var answer = api.delete(path("Number", number));
        if (answer.status() != 404) {
            good(answer);
        }
    }

    /// The id of the application of this mark, which answers at `voice`; made when there is none.
    @Override
    public String dial(Dialling call) {
        var values =
                Json.object()
                        .put("from", digits(call.from()))
                        .put("to", digits(call.to()))
                        .put("answer_url", call.answerUrl().toString())
                        .put("answer_method", "GET")
                        .put("hangup_url", call.status().toString())
                        .put("machine_detection", "true")
                        .put("machine_detection_url", call.machine().toString())
                        .toString();
        var id = good(api.make(root + "/Call/", JSON, values)).text("request_uuid");
        if (id.isEmpty()) {
            throw new Unreachable("Plivo answers with a call that has no id");
        }
        return id;
    }

    /// A call that goes on has no end.
    @Override
    public String status(String callId) {
        var answer = api.get(root + "/Call/" + CarrierApi.encoded(callId) + "/", Map.of());
        if (answer.status() == 404) {
            return "";
        }
        boolean goesOn = good(answer).text("end_time").isEmpty();
        var state = answer.text("call_state").toLowerCase(Locale.ROOT).replace('_', '-');
        return goesOn ? "in-progress" : state.equals("answer") ? "completed" : state;
    }

    @Override
    public void hangUp(String callId) {
        var answer = api.delete(root + "/Call/" + CarrierApi.encoded(callId) + "/");
        if (answer.status() != 404) {
            good(answer);
        }
    }

    /// Plivo fetches what is to be done next.
    @Override
    public void transfer(String callId, String number, URI document) {
        var values =
                Json.object()
                        .put("legs", "aleg")
                        .put("aleg_url", document.toString())
                        .put("aleg_method", "POST")
                        .toString();
        var path = root + "/Call/" + CarrierApi.encoded(callId) + "/";
        good(api.make(path, JSON, values));
    }

    private String application(String mark, URI voice) {
        var values = Json.object().put("answer_url", voice.toString()).put("answer_method", "POST");
        var known = application(mark);
        if (known.isEmpty()) {
            values.put("app_name", name(mark));
            var id = good(api.make(root + "/Application/", JSON, values.toString())).text("app_id");
            if (id.isEmpty()) {
                throw new Unreachable("Plivo answers with an application that has no id");
            }
            return id;
        }
        var id = text(known.get(), "app_id");
        if (!text(known.get(), "answer_url").equals(voice.toString())) {
            good(api.change(root + "/Application/" + encoded(id) + "/", JSON, values.toString()));
        }
        return id;
    }

    private Optional<JsonNode> application(String mark) {
        for (int page = 0; page < MAX_PAGES; page++) {
            var query =
                    Map.of(
                            "limit",
                            Integer.toString(PAGE),
                            "offset",
                            Integer.toString(page * PAGE));
            var answer = api.get(root + "/Application/", query);
            var objects = objects(answer);
            for (var application : objects) {
                if (text(application, "app_name").equals(name(mark))) {
                    return Optional.of(application);
                }
            }
            if (objects.size() < PAGE) {
                return Optional.empty();
            }
        }
        throw new Rejected("There are too many applications in this account");
    }

    private String path(String resource, String number) {
        return root + "/" + resource + "/" + digits(number) + "/";
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    /// Names of applications are letters, digits, hyphens and underscores.
    private static String name(String mark) {
        return mark.replaceAll("[^A-Za-z0-9]", "-");
    }

    private static Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw failure(answer);
        }
        return answer;
    }

    private static CarrierFailure failure(Answer answer) {
        return answer.status() == 404 ? new NotAvailable() : new Rejected(answer.text("error"));
    }

    private static JsonNode objects(Answer answer) {
        var body = good(answer).body();
        var objects = body == null ? null : body.get("objects");
        if (objects == null || !objects.isArray()) {
            throw new Unreachable("Plivo answers without a list");
        }
        return objects;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static @Nullable String optional(JsonNode node, String field) {
        var text = node.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
