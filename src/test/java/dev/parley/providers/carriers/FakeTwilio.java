package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Twilio as its reference describes it, as far as numbers go. Lists come in pages of two, so that
/// nobody gets by without turning them.
final class FakeTwilio extends CarrierServer {
    private static final String ROOT = "/2010-04-01/Accounts/" + USER;
    private static final int PAGE = 2;

    /// Numbers for sale, by country.
    final Map<String, List<String>> stock =
            new TreeMap<>(
                    Map.of(
                            "US", new ArrayList<>(List.of("+14155550110", "+12125550111")),
                            "GB", new ArrayList<>(List.of("+442079460110")),
                            "SE", new ArrayList<>(List.of("+46846500410"))));

    /// What was asked of the call that goes on.
    final List<Map<String, String>> changes = new ArrayList<>();

    /// What the account owns, by SID.
    final Map<String, Map<String, String>> owned = new LinkedHashMap<>();

    @Override
    synchronized Answered answer(Asked asked) {
        var path = asked.path();
        if (path.equals(ROOT + "/AvailablePhoneNumbers.json")) {
            return countries(Integer.parseInt(asked.query().getOrDefault("Page", "0")));
        }
        if (path.startsWith(ROOT + "/AvailablePhoneNumbers/")) {
            return available(asked);
        }
        if (path.equals(ROOT + "/IncomingPhoneNumbers.json")) {
            return asked.method().equals("POST") ? buy(asked.form(), asked) : list(asked);
        }
        if (path.equals(ROOT + "/Calls/CA1.json") && asked.method().equals("GET")) {
            return new Answered(200, Json.object().put("sid", "CA1").put("status", "busy"));
        }
        if (path.equals(ROOT + "/Calls/CA1.json") && asked.method().equals("POST")) {
            changes.add(asked.form());
            return new Answered(200, Json.object().put("sid", "CA1"));
        }
        if (path.startsWith(ROOT + "/IncomingPhoneNumbers/")) {
            return one(asked);
        }
        return error(404, 20404, "The requested resource " + path + " was not found");
    }

    @Override
    Answered unauthorized() {
        return error(401, 20003, "Authenticate");
    }

    private Answered countries(int page) {
        var body = Json.object();
        var countries = body.putArray("countries");
        var codes = new ArrayList<>(stock.keySet());
        codes.add("ZZ");
        codes.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .forEach(code -> {
                    var country = countries.addObject();
                    country.put("country_code", code).put("country", "Country " + code);
                    var kind = code.equals("ZZ") ? "toll_free" : "local";
                    country.putObject("subresource_uris").put(kind, ROOT + "/…");
                });
        boolean isLast = (page + 1) * PAGE >= codes.size();
        body.put(
                "next_page_uri",
                isLast ? null : ROOT + "/AvailablePhoneNumbers.json?Page=" + (page + 1));
        return new Answered(200, body);
    }

    private Answered available(Asked asked) {
        var country = asked.path().replaceFirst(".*/AvailablePhoneNumbers/(..)/Local.json", "$1");
        assertThat(asked.query()).containsEntry("VoiceEnabled", "true");
        if (!stock.containsKey(country)) {
            return error(404, 20404, "The requested resource was not found");
        }
        var body = Json.object();
        var numbers = body.putArray("available_phone_numbers");
        for (var number : stock.get(country)) {
            numbers.addObject()
                    .put("phone_number", number)
                    .put("friendly_name", number)
                    .put("iso_country", country)
                    .put("locality", "Town")
                    .putNull("region");
        }
        return new Answered(200, body);
    }

    private Answered buy(Map<String, String> form, Asked asked) {
        assertThat(asked.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(form).containsOnlyKeys("PhoneNumber", "FriendlyName", "VoiceUrl", "VoiceMethod");
        assertThat(form.get("FriendlyName")).hasSizeLessThanOrEqualTo(64);
        var number = form.getOrDefault("PhoneNumber", "");
        if (number.equals("+14155550193")) {
            return error(400, 21631, "Phone Number Requires a Local Address");
        }
        if (stock.values().stream().noneMatch(numbers -> numbers.remove(number))) {
            return error(400, 21422, number + " is not available");
        }
        var sid = "PN%032d".formatted(owned.size() + 1);
        var values = new LinkedHashMap<>(form);
        values.put("sid", sid);
        owned.put(sid, values);
        return new Answered(201, number(values));
    }

    private Answered list(Asked asked) {
        var body = Json.object();
        var numbers = body.putArray("incoming_phone_numbers");
        owned.values().stream()
                .filter(n ->
                        asked.query().getOrDefault("PhoneNumber", "").equals(n.get("PhoneNumber")))
                .forEach(n -> numbers.add(number(n)));
        return new Answered(200, body);
    }

    private Answered one(Asked asked) {
        var sid = asked.path().replaceFirst(".*/(PN\\d+)\\.json", "$1");
        var number = owned.get(sid);
        if (number == null) {
            return error(404, 20404, "The requested resource was not found");
        }
        if (asked.method().equals("DELETE")) {
            owned.remove(sid);
            return new Answered(204, null);
        }
        assertThat(asked.method()).isEqualTo("POST");
        number.putAll(asked.form());
        return new Answered(200, number(number));
    }

    private static ObjectNode number(Map<String, String> values) {
        return Json.object()
                .put("sid", values.get("sid"))
                .put("phone_number", values.get("PhoneNumber"))
                .put("friendly_name", values.get("FriendlyName"))
                .put("voice_url", values.get("VoiceUrl"))
                .put("voice_method", values.get("VoiceMethod"));
    }

    private static Answered error(int status, int code, String message) {
        return new Answered(
                status,
                Json.object().put("code", code).put("message", message).put("status", status));
    }
}
