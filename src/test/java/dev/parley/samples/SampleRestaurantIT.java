package dev.parley.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody finds who starts a server for the first time: no account, no key, no network.
class SampleRestaurantIT {
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "deliver", "Pickup, please.",
                    "your name", "My name is Ann Lee.",
                    "number", "My number is 212 555 0123.",
                    "when", "As soon as possible.");

    @Test
    void answersFromItsMenuAndPassesAnOrderOnToTheKitchen(@TempDir Path data) {
        try (var server = ServerProcess.up(data)) {
            var api = server.api();
            Await.until(
                    Duration.ofSeconds(60),
                    () -> {
                        var hive = api.get("/v1/hives").expect(200).array().path(0);
                        assertThat(hive.path("status").asText()).isEqualTo("completed");
                        return hive;
                    });
            var agent = api.get("/v1/ai-agents").expect(200).array().path(0).path("id").asText();
            try (var caller = Caller.of(api, agent)) {
                caller.hears();

                assertThat(ask(caller, "What is on the menu?")).contains("Wings");
                assertThat(ask(caller, "Is there a corkage fee for wine?"))
                        .contains("no corkage fee");
                assertThat(ask(caller, "Who painted the picture in the dining room?"))
                        .doesNotContain("wine");
                order(caller);
                caller.stops();
                caller.closeCode();
            }

            var conversation = analysed(api);
            var analytics = conversation.path("conversationAnalytics");
            assertThat(analytics.path("prospectStatus").asText()).isEqualTo("SERVICE_ORDER_PLACED");
            assertThat(analytics.path("action_items").toString()).contains("Ember Chicken Wings");
            var lines = conversation.path("transcriptText");
            assertThat(messages(lines, "AI - TOOL REQUEST"))
                    .singleElement()
                    .asString()
                    .contains("Ember Chicken Wings", "\"quantity\":3", "Ann Lee", "pickup");
            assertThat(messages(lines, "TOOL")).singleElement().asString().contains("36.00 USD");
            assertThat(lines.findValuesAsText("title")).isNotEmpty();
        }
    }

    private static void order(Caller caller) {
        ask(caller, "I would like two ember chicken wings, please.");
        var heard = ask(caller, "Sorry, make that three.");
        for (int turns = 0; !heard.contains("the kitchen has your order"); turns++) {
            assertThat(turns).as(heard).isLessThan(12);
            heard = ask(caller, answer(heard));
        }
    }

    private static String answer(String heard) {
        var last = heard.toLowerCase(Locale.ROOT);
        return ANSWERS.entrySet().stream()
                .filter(entry -> last.contains(entry.getKey()) && last.endsWith("?"))
                .filter(_ -> !last.contains("right?") && !last.contains("correct?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Yes, that is right.");
    }

    private static String ask(Caller caller, String words) {
        caller.types(words);
        return caller.hears();
    }

    private static JsonNode analysed(Api api) {
        return Await.until(
                Duration.ofSeconds(30),
                () -> {
                    var newest = api.get("/v1/conversations").expect(200).array().path(0);
                    assertThat(newest.path("conversationAnalytics").isObject()).isTrue();
                    return newest;
                });
    }

    private static List<String> messages(JsonNode lines, String speaker) {
        var messages = new ArrayList<String>();
        lines.forEach(line -> {
            if (line.path("speaker").asText().equals(speaker)) {
                messages.add(line.path("message").asText());
            }
        });
        return messages;
    }
}
