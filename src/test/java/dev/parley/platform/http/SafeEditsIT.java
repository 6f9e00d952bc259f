package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Bodies;
import dev.parley.testing.Given;
import dev.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two people edit one record, and neither overwrites the other unaware (V11).
class SafeEditsIT {
    private static TestServer server;
    private static Api api;

    /// A record that can be replaced.
    private record Editable(String path, ObjectNode body) {}

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Editable> editables() {
        var agent = Given.agent(api);
        return List.of(
                new Editable("/v1/prospects/" + Given.prospect(api), Bodies.prospect()),
                new Editable(
                        "/v1/conversations/" + Given.conversation(api, agent),
                        Bodies.conversation(agent)));
    }

    @Test
    void namesTheVersionOfARecord() {
        for (var record : editables()) {
            var read = api.get(record.path()).expect(200);
            var same = api.get(record.path()).expect(200);
            var changed = api.put(record.path(), record.body()).expect(200);

            assertThat(tag(read)).matches("\"[0-9a-f]{16}\"").isEqualTo(tag(same));
            assertThat(tag(changed)).isNotEqualTo(tag(read));
            assertThat(tag(api.get(record.path()))).isEqualTo(tag(changed));
        }
    }

    @Test
    void changesOnlyTheVersionTheClientMeans() {
        for (var record : editables()) {
            var old = tag(api.get(record.path()).expect(200));
            var now = tag(send("PUT", record, old).expect(200));

            send("PUT", record, old).expect(412);
            send("DELETE", record, old).expect(412);
            send("PUT", record, "\"other\", " + now).expect(200);
            send("PUT", record, "*").expect(200);
            send("DELETE", record, tag(api.get(record.path()))).expect(200);
            send("PUT", record, "*").expect(404);
        }
    }

    @Test // V11
    void letsOneOfManyEditorsWin() throws Exception {
        for (var record : editables()) {
            var tag = tag(api.get(record.path()).expect(200));
            var statuses = new ArrayList<Integer>();
            try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
                var edit = (Callable<Integer>) () -> send("PUT", record, tag).status();
                for (var one : editors.invokeAll(java.util.Collections.nCopies(8, edit))) {
                    statuses.add(one.get());
                }
            }
            assertThat(statuses).containsOnlyOnce(200).contains(412).hasSize(8);
        }
    }

    private static Answer send(String method, Editable record, String ifMatch) {
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(api.url() + record.path()))
                        .method(
                                method,
                                method.equals("PUT")
                                        ? BodyPublishers.ofString(record.body().toString())
                                        : BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + api.key())
                        .header("Content-Type", "application/json")
                        .header("If-Match", ifMatch)
                        .build());
    }

    private static String tag(Answer answer) {
        return answer.http().headers().firstValue("ETag").orElse("");
    }
}
