package dev.parley.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Bodies;
import dev.parley.testing.Peer;
import dev.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Addresses that the server will call are looked at when they are saved.
@TestInstance(Lifecycle.PER_CLASS)
class SavedAddressesIT {
    private final Peer inside = Peer.on("127.0.0.1", Peer.answering(200, "inside"));
    private final TestServer server = TestServer.start(Map.of());
    private final Api api = server.api();

    @AfterAll
    void close() {
        server.close();
        inside.close();
    }

    private static ObjectNode action(String url) {
        var body = Bodies.action();
        body.putObject("endpoint").put("url", url);
        return body;
    }

    private static ObjectNode hive(String url) {
        return Api.JSON.createObjectNode().put("hiveType", "WEBSITE").put("url", url);
    }

    @Test // S1, S3, S5
    void areRefusedWhereTheyLeadInside() {
        var hosts =
                Stream.of(
                                ForbiddenHosts.literals(),
                                ForbiddenHosts.spelled(),
                                List.of("localhost", "localhost.", "a.localhost"))
                        .flatMap(List::stream)
                        .toList();
        for (var host : hosts) {
            var url = "http://" + host + ":" + inside.port() + "/";

            assertThat(api.post("/v1/actions", action(url)).expect(422).body())
                    .contains("[\"body\",\"endpoint\",\"url\"]");
            assertThat(api.post("/v1/hives", hive(url)).expect(422).body())
                    .contains("[\"body\",\"url\"]");
        }
        assertThat(hosts).hasSizeGreaterThan(400);
        assertThat(inside.accepts()).isZero();
    }

    @Test // S1
    void areRefusedWhenARecordIsChanged() {
        var url = "http://127.0.0.1:" + inside.port() + "/";
        var action = api.post("/v1/actions", action("https://a.example/")).expect(200).object();
        var hive = api.post("/v1/hives", hive("https://a.example/")).expect(200).object();

        assertThat(api.put(path("actions", action), action(url)).expect(422).body())
                .contains("an operator of the server can allow its host and port");
        assertThat(api.put(path("hives", hive), hive(url)).expect(422).body())
                .contains("an operator of the server can allow its host and port");
        assertThat(api.get(path("actions", action)).expect(200).object()).isEqualTo(action);
        assertThat(api.get(path("hives", hive)).expect(200).object()).isEqualTo(hive);
    }

    private static String path(String kind, ObjectNode made) {
        return "/v1/" + kind + "/" + made.path("id").asText();
    }

    @Test // S9
    void areRefusedInTheSameWordsWhateverIsThere() {
        var open = api.post("/v1/hives", hive("http://127.0.0.1:" + inside.port())).expect(422);
        var shut = api.post("/v1/hives", hive("http://127.0.0.1:1")).expect(422);
        var nobody = api.post("/v1/hives", hive("http://10.1.2.3")).expect(422);

        assertThat(open.body()).isEqualTo(shut.body()).isEqualTo(nobody.body());
    }

    @Test // S11
    void areTakenWhereAnOperatorAllowsThem() {
        var allowed = "127.0.0.1:8123, intranet.example:80";
        try (var open = TestServer.start(Map.of("PARLEY_ALLOWED_HOSTS", allowed))) {
            var api = open.api();
            api.post("/v1/hives", hive("http://127.0.0.1:8123/menu")).expect(200);
            api.post("/v1/actions", action("http://127.0.0.1:8123/order")).expect(200);
            api.post("/v1/actions", action("http://127.0.0.1:8124/order")).expect(422);
            api.post("/v1/actions", action("http://127.0.0.2:8123/order")).expect(422);
            api.post("/v1/actions", action("http://localhost:8123/order")).expect(422);
        }
    }

    @Test
    void areTakenWhereNobodyKnowsTheNameYet() {
        api.post("/v1/hives", hive("https://opens-soon.example/")).expect(200);
        api.post("/v1/actions", action("https://opens-soon.example/")).expect(200);
    }
}
