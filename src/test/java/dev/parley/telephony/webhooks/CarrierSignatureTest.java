package dev.parley.telephony.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Against signatures that the carriers' own libraries for Node.js have made: `twilio` 5 by its
/// `getExpectedTwilioSignature`, `plivo` 4 by the text its `validateV3Signature` signs.
class CarrierSignatureTest {
    private static final JsonNode VECTORS = vectors();

    @Test
    void believesWhatTheCarriersLibrariesSign() {
        assertThat(VECTORS.path("twilio")).hasSize(13).allMatch(CarrierSignatureTest::isTwilios);
        assertThat(VECTORS.path("plivo")).hasSize(13).allMatch(CarrierSignatureTest::isPlivos);
    }

    @Test
    void believesADefaultPortWrittenOut() {
        var vector = VECTORS.path("twilio").path(0);
        var url = vector.path("url").asText().replace("example.com", "example.com:443");

        assertThat(
                        CarrierSignature.isTwilios(
                                vector.path("signature").asText(),
                                vector.path("token").asText(),
                                URI.create(url),
                                form(vector)))
                .isTrue();
    }

    @Test
    void h1BelievesNothingElse() {
        int refused = 0;
        for (var vector : VECTORS.path("twilio")) {
            for (var changed : mutations(vector)) {
                assertThat(isTwilios(changed)).as(changed.toString()).isFalse();
                refused++;
            }
        }
        for (var vector : VECTORS.path("plivo")) {
            for (var changed : mutations(vector)) {
                assertThat(isPlivos(changed)).as(changed.toString()).isFalse();
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(400);
    }

    @Test
    void h1BelievesNoSignatureOfTheOtherCarrier() {
        for (var vector : VECTORS.path("twilio")) {
            assertThat(isPlivos(vector)).isFalse();
        }
    }

    /// Everything that makes another request of one.
    private static List<JsonNode> mutations(JsonNode vector) {
        var all = new ArrayList<JsonNode>();
        var url = vector.path("url").asText();
        for (var other :
                List.of(
                        url + "/",
                        url + "?x=1",
                        url.replace("https", "http").replace("wss", "ws"),
                        url.replace("example.com", "example.org"),
                        url.replace("example.com", "EXAMPLE.com"),
                        url.replace("example.com", "example.com:8443"),
                        url.replace("/v1/", "/v2/"))) {
            all.add(with(vector, "url", other));
        }
        var signature = vector.path("signature").asText();
        for (var other :
                List.of(
                        "",
                        signature.substring(1),
                        signature.substring(0, signature.length() - 1),
                        signature.toLowerCase(java.util.Locale.ROOT),
                        "A" + signature,
                        new StringBuilder(signature).reverse().toString())) {
            all.add(with(vector, "signature", other));
        }
        all.add(with(vector, "token", vector.path("token").asText() + "x"));
        all.add(changed(vector, form -> form.put("Added", List.of("x"))));
        form(vector)
                .forEach((name, values) -> {
                    all.add(changed(vector, form -> form.remove(name)));
                    all.add(
                            changed(
                                    vector,
                                    form -> form.put(name, List.of(values.getFirst() + "x"))));
                    all.add(
                            changed(
                                    vector,
                                    form -> form.put(name, List.of(values.getFirst(), "y"))));
                });
        return all;
    }

    private static JsonNode with(JsonNode vector, String field, String value) {
        var copy = vector.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        return copy.put(field, value);
    }

    private static JsonNode changed(
            JsonNode vector, java.util.function.Consumer<Map<String, List<String>>> change) {
        var form = form(vector);
        change.accept(form);
        var copy = vector.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy();
        return copy.set("form", Api.JSON.valueToTree(form));
    }

    private static boolean isTwilios(JsonNode vector) {
        return CarrierSignature.isTwilios(
                vector.path("signature").asText(),
                vector.path("token").asText(),
                URI.create(vector.path("url").asText()),
                form(vector));
    }

    private static boolean isPlivos(JsonNode vector) {
        return CarrierSignature.isPlivos(
                vector.path("signature").asText(),
                vector.path("nonce").asText(),
                vector.path("token").asText(),
                URI.create(vector.path("url").asText()),
                form(vector));
    }

    private static Map<String, List<String>> form(JsonNode vector) {
        var form = new LinkedHashMap<String, List<String>>();
        vector.path("form")
                .properties()
                .forEach(field -> {
                    var values = new ArrayList<String>();
                    if (field.getValue().isArray()) {
                        field.getValue().forEach(value -> values.add(value.asText()));
                    } else {
                        values.add(field.getValue().asText());
                    }
                    form.put(field.getKey(), values);
                });
        return form;
    }

    private static JsonNode vectors() {
        try (var file =
                CarrierSignatureTest.class.getResourceAsStream(
                        "/dev/parley/telephony/signatures.json")) {
            return Api.JSON.readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
