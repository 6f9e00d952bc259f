package dev.parley.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProspectsIT {
    private static final String PROSPECTS = "/v1/prospects";
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesBackEveryFieldItWasGiven() {
        var body = Bodies.prospect();

        var made = api.post(PROSPECTS, body).expect(200).object();

        body.properties()
                .forEach(field -> assertThat(made.get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(made.path("id").asText()).matches("pro\\.\\d{10}\\.[A-Za-z0-9]{8}");
        assertThat(made.path("createdAt").asText())
                .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}");
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(made);
        assertThat(api.get(PROSPECTS).expect(200).array()).contains(made);
    }

    @Test
    void needsNothingButAStatus() {
        var made = api.post(PROSPECTS, "{\"status\": \"NEW\"}").expect(200).object();

        assertThat(made.get("externalReference")).isEmpty();
        assertThat(made.get("prospectProps")).isEqualTo(Api.JSON.createObjectNode());
        for (var field : List.of("name", "email", "phoneNumber")) {
            assertThat(made.get(field)).as(field).isEqualTo(NullNode.instance);
        }
    }

    @Test
    void takesEveryStatusOfTheContract() {
        for (var status :
                List.of(
                        "NEW",
                        "GENERAL_ENQUIRY",
                        "SCHEDULED_CALLBACK_WITH_BOT",
                        "SCHEDULED_APPOINTMENT_WITH_PERSON",
                        "SCHEDULED_APPOINTMENT_FOR_SERVICE",
                        "NOT_INTERESTED",
                        "PRODUCT_ORDER_PLACED",
                        "SERVICE_ORDER_PLACED")) {
            var made = api.post(PROSPECTS, Bodies.prospect().put("status", status)).expect(200);
            assertThat(made.object().path("status").asText()).isEqualTo(status);
        }
        api.post(PROSPECTS, Bodies.prospect().put("status", "new")).expect(422);
    }

    @Test
    void keepsFreeObjectsExactlyAsTheyAre() {
        var props =
                """
                {"big": 12345678901234567890123456789, "exact": 0.1000, "__proto__": {"a": 1},
                 "@class": "java.util.HashSet", "deep": [[[{"x": null}]]], "": "empty key"}
                """;
        var body = Bodies.prospect();
        body.remove("prospectProps");
        var text = body.toString().replaceFirst("\\{", "{\"prospectProps\":" + props + ",");

        var made = api.post(PROSPECTS, text).expect(200);

        assertThat(made.body()).contains("12345678901234567890123456789", "0.1000");
        assertThat(made.object().get("prospectProps")).isEqualTo(Api.read(props));
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (var email : List.of("ana", "ana@", "@example.com", "a b@example.com", "ana@home")) {
            assertThat(
                            api.post(PROSPECTS, Bodies.prospect().put("email", email))
                                    .expect(422)
                                    .body())
                    .contains("[\"body\",\"email\"]");
        }
    }

    @Test
    void replacesAllThatWasThere() {
        var made = api.post(PROSPECTS, Bodies.prospect()).expect(200).object();

        var replaced = api.put(path(made), "{\"status\": \"NOT_INTERESTED\"}").expect(200).object();

        assertThat(replaced.get("status").asText()).isEqualTo("NOT_INTERESTED");
        for (var cleared : List.of("name", "email", "phoneNumber")) {
            assertThat(replaced.get(cleared)).as(cleared).isEqualTo(NullNode.instance);
        }
        assertThat(replaced.get("externalReference")).isEmpty();
        for (var kept : List.of("id", "orgId", "createdBy", "createdAt")) {
            assertThat(replaced.get(kept)).as(kept).isEqualTo(made.get(kept));
        }
        assertThat(api.get(path(made)).expect(200).object()).isEqualTo(replaced);
    }

    /// By what callers are recognised by, so however it is written.
    @Test
    void isFoundByItsAddressOrNumber() {
        var body = Bodies.prospect().put("email", "Lookup+One@Example.com");
        var made = api.post(PROSPECTS, body.put("phoneNumber", "(415) 555-0182")).expect(200);
        api.post(PROSPECTS, Bodies.prospect().put("phoneNumber", "heard nothing")).expect(200);

        for (var query :
                List.of(
                        "email=lookup%2Bone@example.com",
                        "email=lookup+one@example.com",
                        "email=LOOKUP%2BONE@EXAMPLE.COM",
                        "phone=4155550182",
                        "phone=%2B14155550182",
                        "phone=+1%20415%20555%200182",
                        "phone=415-555-0182&email=lookup%2Bone@example.com",
                        "phone=415-555-0182&status=GENERAL_ENQUIRY&limit=1")) {
            assertThat(api.get(PROSPECTS + "?" + query).expect(200).array())
                    .as(query)
                    .containsExactly(made.object());
            assertThat(server.foreignApi().get(PROSPECTS + "?" + query).expect(200).array())
                    .isEmpty();
        }
        for (var query :
                List.of(
                        "email=lookup%2Bon@example.com",
                        "email=one@example.com",
                        "email=nothing",
                        "phone=5550182",
                        "phone=heard%20nothing",
                        "phone=%25",
                        "phone=415-555-0182&email=somebody@example.com")) {
            assertThat(api.get(PROSPECTS + "?" + query).expect(200).array()).as(query).isEmpty();
        }
    }

    @Test
    void isGoneOnceDeleted() {
        var made = api.post(PROSPECTS, Bodies.prospect()).expect(200).object();

        var answer = api.delete(path(made)).expect(200).object();

        assertThat(answer.path("message").asText()).isEqualTo("Prospect deleted");
        for (var detail :
                List.of(
                        api.get(path(made)),
                        api.delete(path(made)),
                        api.put(path(made), Bodies.prospect()),
                        api.get(path(made) + "/conversations"))) {
            assertThat(detail.expect(404).object().path("detail").asText())
                    .isEqualTo("Prospect not found");
        }
    }

    private static String path(JsonNode prospect) {
        return PROSPECTS + "/" + prospect.path("id").asText();
    }
}
