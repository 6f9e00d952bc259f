package dev.parley.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.accounts.Secret;
import dev.parley.platform.database.Database;
import dev.parley.platform.database.DatabaseAddress;
import dev.parley.testing.Api;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Bodies;
import dev.parley.testing.Given;
import dev.parley.testing.Rows;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestServer;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PlivoStreamIT {
    private static final Pattern TOKEN = Pattern.compile("stream/([0-9a-f]{32})<");
    private static TestServer server;
    private static Api api;
    private static String agent;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
        agent = Given.agent(api);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test // H5
    void tellsTheCarrierWhereTheAudioGoes() throws Exception {
        var connection = connection("PLIVO");

        var answer = asked(connection, "*/*").expect(200);

        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(answer.http().headers().firstValue("Cache-Control")).contains("no-store");
        var stream = stream(answer.body());
        assertThat(stream.getAttribute("bidirectional")).isEqualTo("true");
        assertThat(stream.getAttribute("keepCallAlive")).isEqualTo("true");
        assertThat(stream.getAttribute("contentType")).isEqualTo("audio/x-mulaw;rate=8000");
        assertThat(stream.getTextContent())
                .startsWith(server.url().toString().replaceFirst("^http", "ws"))
                .matches("ws://[^?]*/v1/telephony/plivo/stream/[0-9a-f]{32}");
    }

    @Test // H5
    void answersARetryTheSame() {
        var connection = connection("PLIVO");

        var first = asked(connection, "*/*").expect(200).body();

        assertThat(asked(connection, "").expect(200).body()).isEqualTo(first);
        try (var restarted = TestServer.on(server.database())) {
            var there = request(restarted.url(), connection, "*/*");
            assertThat(token(Api.exchange(there).expect(200).body())).isEqualTo(token(first));
        }
    }

    @Test
    void answersAClientOfTheContractInItsShape() {
        var connection = connection("PLIVO");

        var answer = asked(connection, "application/json").expect(200);

        assertThat(answer.object().path("message").asText())
                .isEqualTo(asked(connection, "application/xml, application/json").body())
                .hasSizeLessThan(512);
    }

    @Test // H5
    void tellsNobodyElseAnything() {
        var nobody = asked("cnx.1700000000.nobody00", "*/*").expect(404).body();

        for (var source : List.of("BROWSER", "TWILIO")) {
            assertThat(asked(connection(source), "*/*").expect(404).body()).isEqualTo(nobody);
        }
        assertThat(asked("x".repeat(65), "*/*").expect(404).body()).isEqualTo(nobody);
        assertThat(asked("%27%20OR%201=1", "*/*").expect(404).body()).isEqualTo(nobody);
    }

    @Test // H5
    void givesEachConnectionATokenNobodyCanGuess() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            var connection = connection("PLIVO");
            var token = token(asked(connection, "*/*").body());
            assertThat(tokens.add(token)).isTrue();
            var stored =
                    Rows.texts(
                            server,
                            "SELECT encode(token_hash, 'hex') FROM carrier_stream"
                                    + " WHERE connection_id = '%s'".formatted(connection));
            assertThat(stored)
                    .hasSize(1)
                    .allSatisfy(hash -> assertThat(hash).doesNotContain(token));
        }
    }

    @Test // H5
    void isOverWithTheConnectionsLife() {
        var clock = new TestClock();
        try (var database = Database.open(DatabaseAddress.of(server.database()))) {
            var secret = Secret.of(Optional.of("s".repeat(32)), Path.of("target"));
            var streams = new CarrierStreams(database, secret, clock);
            var org = new dev.parley.accounts.OrgId("org.1700000000.whoever0");
            var ids = List.of("cnx.1700000000.first000", "cnx.1700000000.second00");
            for (var id : ids) {
                database.run(org, tx -> streams.begin(tx, org, new ConnectionId(id)));
            }
            var token = streams.token(ids.get(0)).orElseThrow();
            var other = streams.token(ids.get(1)).orElseThrow();

            var opened = streams.open(token).orElseThrow();

            assertThat(opened.connection().value()).isEqualTo(ids.get(0));
            assertThat(opened.org()).isEqualTo(org);
            for (int i = 0; i < token.length(); i++) {
                var wrong = new StringBuilder(token);
                wrong.setCharAt(i, token.charAt(i) == '0' ? '1' : '0');
                assertThat(streams.open(wrong.toString())).isEmpty();
            }
            assertThat(streams.open(token.toUpperCase(java.util.Locale.ROOT) + "0")).isEmpty();
            streams.end(opened);
            assertThat(streams.open(token)).isEmpty();
            assertThat(streams.token(ids.get(0))).isEmpty();
            assertThat(streams.open(other)).isPresent();
            clock.advance(Duration.ofHours(1));
            assertThat(streams.open(other)).isEmpty();
            assertThat(streams.token(ids.get(1))).isEmpty();
            clock.advance(Duration.ofSeconds(1));
            streams.cleaning().work().run();
            assertThat(Rows.texts(server, "SELECT connection_id FROM carrier_stream"))
                    .doesNotContainAnyElementsOf(ids);
        }
    }

    @Test // H10
    void writesWhateverItIsGivenAsText() throws Exception {
        for (var hostile :
                List.of(
                        "wss://a.test/?a=1&b=2",
                        "\"/></Stream><Speak>&amp;</Speak><Stream x='",
                        "<![CDATA[x]]>",
                        "&xxe;",
                        "]]>",
                        "\u00e9\ud83d\ude00")) {
            assertThat(stream(PlivoStreamXml.of(hostile)).getTextContent()).isEqualTo(hostile);
        }
    }

    private static String connection(String source) {
        var body = Bodies.connection().put("sourceName", source);
        return api.post("/v1/connections?agentId=" + agent, body)
                .expect(200)
                .object()
                .path("id")
                .asText();
    }

    private static Answer asked(String connection, String accept) {
        return Api.exchange(request(server.url(), connection, accept));
    }

    private static HttpRequest request(URI url, String connection, String accept) {
        var path = "/v1/connections/" + connection + "/plivo-audio-stream-xml";
        var request = HttpRequest.newBuilder(URI.create(url + path));
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return request.build();
    }

    private static String token(String xml) {
        var found = TOKEN.matcher(xml);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Element stream(String xml) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)));
        var response = document.getDocumentElement();
        assertThat(response.getTagName()).isEqualTo("Response");
        assertThat(response.getChildNodes().getLength()).isEqualTo(1);
        return (Element) response.getFirstChild();
    }
}
