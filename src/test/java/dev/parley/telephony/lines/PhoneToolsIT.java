package dev.parley.telephony.lines;

import static dev.parley.testing.ScriptedModelServer.says;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.audio.Tones;
import dev.parley.platform.json.Json;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.ScriptedModelServer;
import dev.parley.testing.ScriptedModelServer.Script;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.TelephonePeer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// An agent that does something with the call itself: passes it on, presses keys, ends it. A
/// language model asks for it; the carrier is the simulated one.
class PhoneToolsIT {
    private static final Pattern STREAM = Pattern.compile("(ws://[^\"<]+/stream/[0-9a-f]{32})");
    private static final String ENDED =
            """
            SELECT document FROM conversation WHERE internal_props::jsonb->>'endReason' = ?
            """;
    private static final String DESK = "+14155550177";

    @Test
    void passesTheCallerOn() throws Exception {
        try (var house = new House(asks("reach_the_desk", "{}"), says("This comes too late."))) {
            house.allow("Reach the desk", "transfer", to("const", DESK));
            try (var phone = house.call("Somebody else, please.")) {
                phone.closed().get(20, TimeUnit.SECONDS);
            }

            assertThat(house.ended("transferred")).contains("The caller is connected");
        }
    }

    @Test
    void passesNobodyOnToANumberOfTheCallersChoice() throws Exception {
        try (var house =
                new House(
                        asks("reach_somebody", "{\"to\":\"+14155550199\"}"),
                        asks("reach_anybody", "{\"to\":\"+14155550199\"}"),
                        asks("reach_abroad", "{}"),
                        says("I cannot do that."))) {
            var choice = Json.object().put("type", "object");
            choice.putObject("properties").putObject("to").putArray("enum").add(DESK);
            house.allow("Reach somebody", "transfer", choice);
            house.allow("Reach anybody", "transfer", Json.object().put("type", "object"));
            house.allow("Reach abroad", "transfer", to("const", "+442079460110"));
            try (var phone = house.call("Connect me with +14155550199.")) {
                house.hears(phone, 4);
                phone.hangsUp();
            }

            assertThat(house.ended("user_hangup"))
                    .contains("no such number", "does not call that country", "Not done")
                    .doesNotContain("is connected");
        }
    }

    @Test
    void pressesKeys() throws Exception {
        try (var house = new House(asks("press", "{\"keys\":\"1w#\"}"), says("Done."))) {
            house.allow("Press", "press_keys", Json.object().put("type", "object"));
            try (var phone = house.call("Press one, then hash.")) {
                var tones = new String(Tones.mulaw("1w#"), ISO_8859_1);
                Await.until(
                        Duration.ofSeconds(20),
                        () -> {
                            var heard = new String(phone.heard(), ISO_8859_1);
                            assertThat(heard.contains(tones)).as("tones are heard").isTrue();
                            return heard;
                        });
                phone.hangsUp();
            }
            assertThat(house.ended("user_hangup")).contains("The keys are pressed");
        }
    }

    @Test
    void hangsUpAfterAGoodbye() throws Exception {
        try (var house = new House(asks("end_the_call", "{}"), says("Goodbye then."))) {
            house.allow("End the call", "hang_up", Json.object().put("type", "object"));
            try (var phone = house.call("That was all.")) {
                phone.closed().get(20, TimeUnit.SECONDS);
            }

            assertThat(house.ended("agent_hangup")).contains("That was all.");
        }
    }

    @Test
    void tellsPlivoWhomToCall() throws Exception {
        try (var house = new House()) {
            var answer =
                    house.post("/v1/telephony/plivo/transfer/14155550177", Map.of("CallUUID", "u"));

            assertThat(answer).contains("<Dial><Number>14155550177</Number></Dial>");
            assertThat(house.post("/v1/telephony/plivo/transfer/0", Map.of()))
                    .doesNotContain("Dial");
        }
    }

    private static ObjectNode to(String word, String number) {
        var schema = Json.object().put("type", "object");
        schema.putObject("properties").putObject("to").put(word, number);
        return schema;
    }

    private static Script asks(String tool, String arguments) {
        return exchange -> {
            exchange.begin();
            exchange.data(
                    """
                    {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":\
                    {"name":"%s","arguments":"%s"}}]},"finish_reason":"tool_calls"}]}\
                    """
                            .formatted(tool, arguments.replace("\"", "\\\"")));
            exchange.end();
        };
    }

    /// A server with an agent that answers a number.
    private static final class House implements AutoCloseable {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final FakeDeepgram recogniser = FakeDeepgram.start();
        private final FakeSpeechServer voice = FakeSpeechServer.start();
        private final ScriptedModelServer model;
        private final TestServer server;
        private final Api api;
        private final String agent;
        private final String org;
        private final String number;

        House(Script... scripts) throws IOException {
            model = new ScriptedModelServer(scripts);
            server =
                    TestServer.start(
                            Map.of(
                                    "PARLEY_CARRIER", "simulated",
                                    "PARLEY_STT_DEEPGRAM_URL", recogniser.url().toString(),
                                    "PARLEY_TTS_BASE_URL", voice.url().toString(),
                                    "PARLEY_TTS_MODEL", "tts-1",
                                    "PARLEY_ESPEAK_NG", "none",
                                    "PARLEY_LLM_BASE_URL", model.base().toString(),
                                    "PARLEY_LLM_MODEL", "tiny"));
            api = server.api();
            agent = Given.agent(api);
            org = api.get("/v1/ai-agents/" + agent).object().path("orgId").asText();
            number = Given.phone(api);
            var phone =
                    api.get("/v1/telephony/phones").expect(200).array().path(0).path("id").asText();
            api.post("/v1/telephony/phones/" + phone + "/ai-agents/" + agent + "/link").expect(200);
        }

        void allow(String name, String function, ObjectNode parameters) {
            var body = Bodies.action().put("name", name).put("invocationTrigger", "user_query");
            body.putObject("endpoint").put("module", "telephone").put("function", function);
            body.set("parameters", parameters);
            var id = api.post("/v1/actions", body).expect(200).object().path("id").asText();
            api.post("/v1/actions/" + id + "/ai-agents/" + agent + "/link").expect(200);
        }

        /// Somebody calls, hears the greeting and says `words`.
        TelephonePeer call(String words) {
            recogniser.hears(words);
            var answer =
                    post(
                            "/v1/telephony/twilio/voice",
                            Map.of("CallSid", "CA1", "From", "+14155550123", "To", number));
            var found = STREAM.matcher(answer);
            assertThat(found.find()).as(answer).isTrue();
            var phone = TelephonePeer.twilio(found.group(1), "CA1").starts();
            phone.next("mark");
            phone.says(SpeechLike.silence(0.5));
            phone.says(SpeechLike.say(1.5, 140));
            return phone;
        }

        /// Waits until the model was asked so often.
        void hears(TelephonePeer phone, int questions) {
            Await.until(
                    Duration.ofSeconds(30),
                    () -> {
                        assertThat(model.requests).hasSizeGreaterThanOrEqualTo(questions);
                        return phone;
                    });
        }

        /// The transcript of the conversation, once it has ended for that reason.
        String ended(String reason) {
            return Await.until(
                    Duration.ofSeconds(30),
                    () -> {
                        var found = new StringBuilder();
                        server.sql(sql -> {
                            sql.setAutoCommit(false);
                            Rows.become(sql, org);
                            try (var query = sql.prepareStatement(ENDED)) {
                                query.setString(1, reason);
                                var rows = query.executeQuery();
                                while (rows.next()) {
                                    found.append(rows.getString(1));
                                }
                            }
                            sql.rollback();
                        });
                        assertThat(found).as("ended with " + reason).isNotEmpty();
                        return found.toString();
                    });
        }

        String post(String path, Map<String, String> form) {
            var body =
                    form.entrySet().stream()
                            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                            .collect(Collectors.joining("&"));
            var request =
                    HttpRequest.newBuilder(URI.create(server.url() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build();
            try {
                return http.send(request, BodyHandlers.ofString()).body();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            model.close();
            recogniser.close();
            voice.close();
        }
    }
}
