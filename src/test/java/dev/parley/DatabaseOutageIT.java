package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Caller;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database goes away and comes back (D3).
class DatabaseOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path data;

    @Test
    void keepsTalkingAndLosesNoLineWhileTheDatabaseIsAway() {
        var postgres = EmbeddedPostgres.start(data, null);
        try (var server = TestServer.on(url(postgres))) {
            var api = server.api();
            var caller =
                    Caller.at(
                            Caller.connection(api, Given.agent(api)).path("socketUrl").asText()
                                    + "&events=true");
            var id = caller.event("conversation.started").path("conversationId").asText();
            caller.hears();
            caller.types("When do you open?");
            caller.hears();

            postgres.close();
            var refused = api.get("/v1/conversations/" + id).expect(503);
            caller.types("Please take a message. My name is Anna.");
            caller.hears();
            caller.types("My number is 415 555 2671.");
            caller.hears();
            postgres = EmbeddedPostgres.start(data, null);

            assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
            var lines = Await.until(PATIENCE, () -> linesUpTo(api, id, "My number is"));
            assertThat(lines).doesNotHaveDuplicates();
            caller.stops();
            var stored = Await.until(PATIENCE, () -> analysed(api, id));
            assertThat(messages(stored)).startsWith(lines.toArray(new String[0]));
            assertThat(stored.path("conversationAnalytics").path("name_of_caller").asText())
                    .isEqualTo("Anna");
        } finally {
            postgres.close();
        }
    }

    private static ArrayList<String> linesUpTo(Api api, String id, String last) {
        var answer = api.get("/v1/conversations/" + id).expect(200).object();
        var messages = messages(answer);
        assertThat(messages).anyMatch(message -> message.startsWith(last));
        return messages;
    }

    private static JsonNode analysed(Api api, String id) {
        var answer = api.get("/v1/conversations/" + id).expect(200).object();
        assertThat(answer.path("conversationAnalytics").isObject()).isTrue();
        return answer;
    }

    private static ArrayList<String> messages(JsonNode conversation) {
        var messages = new ArrayList<String>();
        conversation.path("transcriptText").forEach(l -> messages.add(l.path("message").asText()));
        return messages;
    }

    private static String url(EmbeddedPostgres postgres) {
        var address = postgres.address();
        return address.jdbcUrl() + "?user=" + address.user() + "&password=" + address.password();
    }
}
