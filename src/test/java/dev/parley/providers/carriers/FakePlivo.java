package dev.parley.providers.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Plivo as its reference describes it, as far as numbers and applications go.
final class FakePlivo extends CarrierServer {
    private static final String ROOT = "/v1/Account/" + USER;

    /// Numbers for sale, by country, without a plus.
    final Map<String, List<String>> stock =
            new TreeMap<>(
                    Map.of(
                            "US", new ArrayList<>(List.of("14155550110", "12125550111")),
                            "GB", new ArrayList<>(List.of("442079460110")),
                            "DE", new ArrayList<>(List.of("493023125110"))));

    /// What is told of the call that goes on.
    ObjectNode record = Json.object().put("call_uuid", "uuid-1");

    /// What was asked of the call that goes on.
    final List<String> changes = new ArrayList<>();

    /// What the account rents: number to application.
    final Map<String, String> rented = new LinkedHashMap<>();

    /// By id.
    final Map<String, ObjectNode> applications = new LinkedHashMap<>();

    FakePlivo() {
        // more than one page of somebody else's
        for (int i = 0; i < 45; i++) {
            application("others-" + i, "https://elsewhere.test/");
        }
    }

    @Override
    synchronized Answered answer(Asked asked) {
        var path = asked.path();
        if (!path.startsWith(ROOT + "/") || !path.endsWith("/")) {
            return error(404, "not found");
        }
        var parts = path.substring(ROOT.length() + 1).split("/");
        var name = parts.length > 1 ? parts[1] : null;
        return switch (parts[0]) {
            case "PhoneNumber" -> name == null ? search(asked) : buy(name, asked);
            case "Number" -> number(name == null ? "" : name, asked);
            case "Call" -> call(asked);
            case "Application" -> application(name, asked);
            default -> error(404, "not found");
        };
    }

    @Override
    Answered unauthorized() {
        return new Answered(401, null);
    }

    private Answered call(Asked asked) {
        if (!asked.path().endsWith("/Call/uuid-1/")) {
            return error(404, "not found");
        }
        if (asked.method().equals("GET")) {
            return new Answered(200, record);
        }
        changes.add(asked.method() + " " + asked.body());
        return new Answered(
                asked.method().equals("DELETE") ? 204 : 202,
                asked.method().equals("DELETE") ? null : Json.object().put("message", "changed"));
    }

    private Answered search(Asked asked) {
        assertThat(asked.query()).containsEntry("services", "voice").containsEntry("limit", "20");
        var body = Json.object();
        var objects = body.putArray("objects");
        for (var number : stock.getOrDefault(asked.query().get("country_iso"), List.of())) {
            objects.addObject()
                    .put("number", number)
                    .put("city", "TOWN")
                    .put("country", "SOMEWHERE")
                    .putNull("region")
                    .put("voice_enabled", true);
        }
        return new Answered(200, body);
    }

    private Answered buy(String number, Asked asked) {
        assertThat(asked.method()).isEqualTo("POST");
        var application = json(asked).path("app_id").asText();
        assertThat(applications).containsKey(application);
        if (number.equals("14155550193")) {
            return error(400, "Insufficient credit");
        }
        if (stock.values().stream().noneMatch(numbers -> numbers.remove(number))) {
            return error(404, "not found");
        }
        rented.put(number, application);
        var body = Json.object().put("api_id", "1").put("message", "created");
        body.putArray("numbers")
                .addObject()
                .put("number", number)
                .put("status", number.startsWith("49") ? "pending" : "Success");
        return new Answered(201, body.put("status", "fulfilled"));
    }

    private Answered number(String number, Asked asked) {
        if (!rented.containsKey(number)) {
            return error(404, "not found");
        }
        return switch (asked.method()) {
            case "DELETE" -> {
                rented.remove(number);
                yield new Answered(204, null);
            }
            case "POST" -> {
                rented.put(number, json(asked).path("app_id").asText());
                yield new Answered(202, Json.object().put("message", "changed"));
            }
            default ->
                    new Answered(
                            200,
                            Json.object()
                                    .put("number", number)
                                    .putNull("alias")
                                    .put(
                                            "application",
                                            ROOT + "/Application/" + rented.get(number) + "/"));
        };
    }

    private Answered application(@Nullable String id, Asked asked) {
        if (id == null && asked.method().equals("POST")) {
            var json = json(asked);
            var name = json.path("app_name").asText();
            assertThat(name).matches("[A-Za-z0-9_-]+");
            assertThat(json.path("answer_method").asText()).isEqualTo("POST");
            var made = application(name, json.path("answer_url").asText());
            return new Answered(201, Json.object().put("message", "created").put("app_id", made));
        }
        if (id == null) {
            var body = Json.object();
            var objects = body.putArray("objects");
            applications.values().stream()
                    .skip(Integer.parseInt(asked.query().get("offset")))
                    .limit(Integer.parseInt(asked.query().get("limit")))
                    .forEach(objects::add);
            return new Answered(200, body);
        }
        var application = applications.get(id);
        if (application == null) {
            return error(404, "not found");
        }
        if (asked.method().equals("POST")) {
            application.setAll((ObjectNode) json(asked));
            return new Answered(202, Json.object().put("message", "changed"));
        }
        return new Answered(200, application);
    }

    private String application(String name, String answer) {
        var id = Integer.toString(1000 + applications.size());
        applications.put(
                id,
                Json.object().put("app_id", id).put("app_name", name).put("answer_url", answer));
        return id;
    }

    private static com.fasterxml.jackson.databind.JsonNode json(Asked asked) {
        assertThat(asked.type()).isEqualTo("application/json");
        try {
            return Json.parse(asked.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Answered error(int status, String message) {
        return new Answered(status, Json.object().put("api_id", "1").put("error", message));
    }
}
