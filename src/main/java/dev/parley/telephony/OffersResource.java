package dev.parley.telephony;

import dev.parley.accounts.Authentication;
import dev.parley.platform.http.Problem;
import dev.parley.platform.http.Request;
import dev.parley.platform.http.Response;
import dev.parley.platform.http.Route;
import dev.parley.platform.json.Json;
import dev.parley.providers.carriers.Carrier;
import dev.parley.providers.carriers.Carrier.Offer;
import dev.parley.providers.carriers.CarrierFailure;
import dev.parley.understanding.PhoneNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What the carrier sells: countries, and numbers in them. The answers are not ours to page or
/// sort; numbers that are none are left out.
public final class OffersResource {
    private static final String THING = "Country";

    private final ChosenCarrier chosen;

    public OffersResource(ChosenCarrier chosen) {
        this.chosen = chosen;
    }

    public List<Route> routes(Authentication access) {
        return List.of(
                Route.get("/v1/telephony/countries", access.toRead(), this::listSupportedCountries),
                Route.get(
                        "/v1/telephony/countries/:country_code/available-phones",
                        access.toRead(),
                        this::listAvailablePhones));
    }

    private Response listSupportedCountries(Request request) {
        var countries = ask(Carrier::countries);
        return Response.ok(
                countries.stream().sorted(Comparator.comparing(Carrier.Country::name)).toList());
    }

    private Response listAvailablePhones(Request request) {
        var country = Countries.normal(request.id("country_code", THING));
        if (!Countries.isKnown(country)) {
            throw new Problem.NotFound(THING);
        }
        var offers = ask(carrier -> carrier.offers(country));
        return Response.ok(
                offers.stream()
                        .filter(offer ->
                                PhoneNumbers.valid(offer.number(), country)
                                        .filter(offer.number()::equals)
                                        .isPresent())
                        .map(OffersResource::answer)
                        .toList());
    }

    private <T> T ask(Function<Carrier, T> question) {
        var carrier = chosen.required();
        try {
            return question.apply(carrier);
        } catch (CarrierFailure e) {
            throw ChosenCarrier.problem(e);
        }
    }

    private static Object answer(Offer offer) {
        return Json.object()
                .put("phoneNumber", offer.number())
                .put("countryCode", offer.country())
                .put("locality", offer.locality())
                .put("region", offer.region());
    }
}
