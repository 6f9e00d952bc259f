package dev.parley.telephony.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Await;
import dev.parley.testing.FakeDeepgram;
import dev.parley.testing.FakeSpeechServer;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.SpeechLike;
import dev.parley.testing.TelephonePeer;
import dev.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Telephone calls from the carrier's first webhook to the conversation that is kept.
class TelephoneCallIT {
    private static final Pattern STREAM = Pattern.compile("(ws://[^\"<]+/stream/[0-9a-f]{32})");
    private static final FakeDeepgram RECOGNISER = FakeDeepgram.start();
    private static final FakeSpeechServer VOICE = FakeSpeechServer.start();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static TestServer server;
    private static Api api;
    private static String agent;
    private static String org;
    private static String number;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "PARLEY_CARRIER", "simulated",
                                "PARLEY_STT_DEEPGRAM_URL", RECOGNISER.url().toString(),
                                "PARLEY_TTS_BASE_URL", VOICE.url().toString(),
                                "PARLEY_TTS_MODEL", "tts-1",
                                "PARLEY_ESPEAK_NG", "none"));
        api = server.api();
        agent = Given.agent(api);
        org = api.get("/v1/ai-agents/" + agent).object().path("orgId").asText();
        number = Given.phone(api);
        var phone = api.get("/v1/telephony/phones").expect(200).array().path(0).path("id").asText();
        api.post("/v1/telephony/phones/" + phone + "/ai-agents/" + agent + "/link").expect(200);
    }

    @AfterAll
    static void stop() {
        server.close();
        RECOGNISER.close();
        VOICE.close();
    }

    @Test
    void answersATelephoneOfTwilio() {
        RECOGNISER.hears("What time do you open?");
        var stream = stream(voice("twilio", "CA1", "CallSid", number));

        try (var phone = TelephonePeer.twilio(stream, "CA1").starts()) {
            phone.next("mark");
            phone.says(SpeechLike.silence(0.5));
            phone.says(SpeechLike.say(1.5, 140));
            isUnderstood("What time do you open?");
            hearsAnAnswer(phone);
            phone.hangsUp();
        }

        var kept = kept("What time do you open?");
        assertThat(kept.path("sourceType").asText()).isEqualTo("TWILIO");
        assertThat(kept.path("source").asText()).isEqualTo("+14155550123");
    }

    @Test
    void answersATelephoneOfPlivo() {
        RECOGNISER.hears("Do you have a table?");
        var stream = stream(voice("plivo", "uuid-1", "CallUUID", number.substring(1)));

        try (var phone = TelephonePeer.plivo(stream, "uuid-1").starts()) {
            phone.next("checkpoint");
            phone.says(SpeechLike.silence(0.5));
            phone.says(SpeechLike.say(1.5, 200));
            isUnderstood("Do you have a table?");
            hearsAnAnswer(phone);
            phone.hangsUp();
        }

        assertThat(kept("Do you have a table?").path("sourceType").asText()).isEqualTo("PLIVO");
    }

    @Test
    void hearsKeys() {
        var stream = stream(voice("twilio", "CA2", "CallSid", number));

        try (var phone = TelephonePeer.twilio(stream, "CA2").starts()) {
            phone.next("mark");
            for (var digit : "7771234#".split("")) {
                phone.presses(digit);
            }
            hearsAnAnswer(phone);
            phone.hangsUp();
        }
        assertThat(kept("7771234#").path("sourceType").asText()).isEqualTo("TWILIO");
    }

    @Test
    void h3AnswersTheSameCallTheSame() {
        var first = voice("twilio", "CA3", "CallSid", number);

        assertThat(voice("twilio", "CA3", "CallSid", number).body()).isEqualTo(first.body());
        assertThat(voice("twilio", "CA4", "CallSid", number).body()).isNotEqualTo(first.body());
    }

    /// While the database answers nobody a carrier is not left waiting, and what it asks or tells
    /// meanwhile has its effect once.
    @Test
    void h8AnswersCarriersWhileTheDatabaseIsBusy() {
        server.sql(connection -> {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE phone, carrier_call, carrier_stream");
            for (int retry = 0; retry < 2; retry++) {
                assertThat(voice("twilio", "CH8", "CallSid", number).body())
                        .contains("<Pause length=\"1\"", "/v1/telephony/twilio/voice</Redirect>");
            }
            assertThat(voice("plivo", "uuid-8", "CallUUID", number.substring(1)).body())
                    .contains("<Wait length=\"1\"", "/v1/telephony/plivo/voice</Redirect>");
            var told = Map.of("CallSid", "CH8-gone", "CallStatus", "busy");
            assertThat(post("/v1/telephony/twilio/status", told).body()).contains("<Response");
            connection.rollback();
        });

        var first = stream(voice("twilio", "CH8", "CallSid", number));
        assertThat(stream(voice("twilio", "CH8", "CallSid", number))).isEqualTo(first);
        assertThat(Rows.texts(server, "SELECT call_id FROM carrier_call WHERE call_id = 'CH8'"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void rejectsWhatNobodyAnswers() {
        assertThat(voice("twilio", "CA5", "CallSid", "+14155559999").body()).contains("<Reject");
        assertThat(voice("plivo", "CA6", "CallUUID", "14155559999").body()).contains("<Hangup");
        assertThat(voice("twilio", "CA7", "CallSid", "' OR 1=1").body()).contains("<Reject");
        assertThat(voice("twilio", "CA8", "CallSid", number + "0").body()).contains("<Reject");
    }

    @Test
    void h7RefusesWhatIsNotThisCall() throws Exception {
        var stream = stream(voice("twilio", "CA9", "CallSid", number));

        try (var phone = TelephonePeer.twilio(stream, "CA9")) {
            phone.sends("{'event':'media','streamSid':'other','media':{'payload':'////'}}");
            phone.starts();
            phone.next("media");
            try (var second = TelephonePeer.twilio(stream, "CA9").starts()) {
                assertThat(second.closed().get(10, java.util.concurrent.TimeUnit.SECONDS))
                        .isEqualTo(1013);
            }
            phone.sends("{'event':'start','start':{'streamSid':'str-2','callSid':'CA9'}}");
            assertThat(phone.closed().get(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo(1008);
        }
    }

    @Test
    void w8RefusesNonsense() throws Exception {
        for (var nonsense : new String[] {"hello", "[]", "{'event':'media'", "{'event':'start'}"}) {
            var stream = stream(voice("twilio", "CB" + nonsense.length(), "CallSid", number));
            try (var phone = TelephonePeer.twilio(stream, "CB")) {
                phone.sends(nonsense);
                assertThat(phone.closed().get(10, java.util.concurrent.TimeUnit.SECONDS))
                        .as(nonsense)
                        .isEqualTo(1008);
            }
        }
    }

    @Test
    void h5GuessesNoToken() {
        var guess = "/v1/telephony/twilio/stream/0123456789abcdef0123456789abcdef";

        assertThat(dev.parley.testing.RawSocket.knock(wsUrl() + guess).status()).isEqualTo(404);
    }

    @Test
    void callsSomebody() {
        RECOGNISER.hears("Who is calling?");
        var placed = dial("+14155552671");
        var document =
                get("/v1/connections/" + placed.path("id").asText() + "/plivo-audio-stream-xml");
        var found = STREAM.matcher(document);
        assertThat(found.find()).as(document).isTrue();

        try (var phone =
                TelephonePeer.plivo(found.group(1), placed.path("callId").asText()).starts()) {
            phone.next("checkpoint");
            phone.says(SpeechLike.silence(0.5));
            phone.says(SpeechLike.say(1.5, 170));
            isUnderstood("Who is calling?");
            hearsAnAnswer(phone);
            phone.hangsUp();
        }

        assertThat(kept("Who is calling?").path("source").asText()).isEqualTo("+14155552671");
    }

    @Test
    void keepsCallsThatReachNobody() {
        for (var how :
                Map.of("busy", "busy", "no-answer", "no_answer", "failed", "error_carrier")
                        .entrySet()) {
            var placed = dial("+14155552672");
            var status =
                    Map.of(
                            "CallSid", placed.path("callId").asText(),
                            "CallStatus", how.getKey());

            post("/v1/telephony/simulated/status", status);
            post("/v1/telephony/simulated/status", status);

            assertThat(endReasons("+14155552672")).contains(how.getValue());
        }
        // H4: told twice, kept once
        assertThat(endReasons("+14155552672")).hasSize(3);
    }

    @Test
    void h9ClosesCallsWhoseEndNobodyTold() {
        dial("+14155552679");
        server.sql(sql -> {
            try (var update = sql.createStatement()) {
                update.execute(
                        "UPDATE carrier_call SET begun_at = begun_at - interval '61 seconds'");
            }
        });

        assertThat(endReasons("+14155552679")).containsExactly("no_answer");
    }

    @Test
    void hangsUpOnAMachine() {
        var placed = dial("+14155552673");

        post(
                "/v1/telephony/simulated/machine-detection",
                Map.of("CallSid", placed.path("callId").asText(), "AnsweredBy", "machine_start"));

        assertThat(endReasons("+14155552673")).containsExactly("voicemail_reached");
    }

    @Test
    void h6CallsOnlyWhereItMay() {
        var calls = "/v1/ai-agents/" + agent + "/calls";
        for (var to : new String[] {"+442071838750", "911", "anybody", "+1 900 555 0100 0"}) {
            assertThat(api.post(calls, "{\"to\": \"" + to + "\"}").status()).as(to).isEqualTo(422);
        }
        assertThat(
                        api.post(calls, "{\"to\": \"+14155552671\", \"from\": \"+14155550000\"}")
                                .status())
                .isEqualTo(422);
    }

    private static JsonNode dial(String to) {
        return api.post("/v1/ai-agents/" + agent + "/calls", "{\"to\": \"" + to + "\"}")
                .expect(200)
                .object();
    }

    private static java.util.List<String> endReasons(String source) {
        return Await.until(
                Duration.ofSeconds(20),
                () -> {
                    var reasons = new java.util.ArrayList<String>();
                    server.sql(sql -> {
                        sql.setAutoCommit(false);
                        Rows.become(sql, org);
                        try (var query =
                                sql.prepareStatement(
                                        """
                                        SELECT internal_props::jsonb->>'endReason' FROM conversation
                                        WHERE document::jsonb->>'source' = ?
                                          AND internal_props::jsonb->>'endReason' IS NOT NULL
                                        """)) {
                            query.setString(1, source);
                            var found = query.executeQuery();
                            while (found.next()) {
                                reasons.add(found.getString(1));
                            }
                        }
                        sql.rollback();
                    });
                    assertThat(reasons).isNotEmpty();
                    return reasons;
                });
    }

    private static String get(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String wsUrl() {
        return server.url().toString().replaceFirst("^http", "ws");
    }

    private static String stream(HttpResponse<String> answer) {
        var found = STREAM.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> voice(String carrier, String id, String idName, String to) {
        return post(
                "/v1/telephony/" + carrier + "/voice",
                Map.of(idName, id, "From", "+14155550123", "To", to));
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) {
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
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void isUnderstood(String words) {
        Await.until(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(RECOGNISER.told()).contains(words);
                    return words;
                });
    }

    /// Waits until the agent has said something more than before.
    private static void hearsAnAnswer(TelephonePeer phone) {
        double greeted = phone.seconds();
        Await.until(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(phone.seconds()).isGreaterThan(greeted + 0.15);
                    return phone;
                });
    }

    /// The conversation in which somebody said that, once it is over.
    private static JsonNode kept(String words) {
        return Await.until(
                Duration.ofSeconds(30),
                () -> {
                    var all = api.get("/v1/conversations?limit=100").expect(200).array();
                    for (var one : all) {
                        if (one.path("transcriptText").toString().contains(words)) {
                            return one;
                        }
                    }
                    throw new AssertionError("nobody said " + words);
                });
    }
}
