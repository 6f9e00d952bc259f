package dev.parley.retries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Api.Answer;
import dev.parley.testing.Bodies;
import dev.parley.testing.ServerProcess;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed between an effect and its answer does nothing twice (D2, V10).
class RetriesCrashIT {
    private static final int ROUNDS = 3;

    @TempDir Path data;

    @Test
    void doesOnceWhatIsSentAgainAfterAKill() throws Exception {
        long seed = System.nanoTime();
        System.out.println("RetriesCrashIT seed " + seed);
        var random = new Random(seed);
        Map<String, String> answered = new HashMap<>();
        List<String> unanswered = new ArrayList<>();

        for (int round = 0; round < ROUNDS; round++) {
            var server = ServerProcess.up(data);
            var enough = new CountDownLatch(5 + random.nextInt(40));
            var prefix = "round-" + round + "-";
            var client =
                    Thread.ofPlatform()
                            .start(() -> post(server.api(), prefix, answered, unanswered, enough));
            enough.await();
            server.kill();
            client.join();
        }

        try (var server = ServerProcess.up(data)) {
            assertThat(unanswered).hasSize(ROUNDS);
            for (var key : unanswered) {
                post(server.api(), key).expect(200);
                assertThat(made(server.api(), key)).as(key).isEqualTo(1);
            }
            for (var one : answered.entrySet()) {
                assertThat(post(server.api(), one.getKey()).expect(200).body())
                        .isEqualTo(one.getValue());
            }
        }
    }

    /// Posts under one key after the other until the server is gone.
    private static void post(
            Api api,
            String prefix,
            Map<String, String> answered,
            List<String> unanswered,
            CountDownLatch enough) {
        for (int i = 0; ; i++) {
            var key = prefix + i;
            try {
                answered.put(key, post(api, key).expect(200).body());
                enough.countDown();
            } catch (UncheckedIOException _) {
                unanswered.add(key);
                return;
            }
        }
    }

    private static Answer post(Api api, String key) {
        var body = Bodies.prospect().put("name", key + "!");
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(api.url() + "/v1/prospects"))
                        .POST(BodyPublishers.ofString(body.toString()))
                        .header("Authorization", "Bearer " + api.key())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .build());
    }

    private static int made(Api api, String key) {
        return api.get("/v1/prospects?search_by=name&search_value=" + key + "!").array().size();
    }
}
