package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Several people who change one record at once (V11).
public final class Editors {
    private static final int ROUNDS = 5;
    private static final int EDITORS = 4;

    private Editors() {}

    /// Fails unless, each time, one of those who saw the same version gets through and nobody's
    /// change is lost without a word.
    ///
    /// @param field a text of the record at `path`, told apart by it
    public static void race(Api api, String path, ObjectNode body, String at, String field) {
        for (int round = 0; round < ROUNDS; round++) {
            var seen = api.get(path).expect(200);
            var answers = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < EDITORS; i++) {
                var mine = body.deepCopy();
                mine.withObject(at).put(field, "https://example.com/" + round + "/" + i);
                answers.add(() -> put(api, path, mine, tag(seen)));
            }

            var done = all(answers);

            var through = done.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(through).hasSize(1);
            assertThat(done).filteredOn(answer -> answer.status() == 412).hasSize(EDITORS - 1);
            var now = api.get(path).expect(200);
            assertThat(now.object()).isEqualTo(through.getFirst().object());
            assertThat(tag(now)).isEqualTo(tag(through.getFirst())).isNotEqualTo(tag(seen));
        }
        var stale = "\"0000000000000000\"";
        put(api, path, body, stale).expect(412);
        send(api, "DELETE", path, null, stale).expect(412);
        send(api, "DELETE", path, null, tag(api.get(path))).expect(200);
    }

    private static String tag(Answer answer) {
        return answer.http().headers().firstValue("ETag").orElseThrow();
    }

    private static Answer put(Api api, String path, ObjectNode body, String tag) {
        return send(api, "PUT", path, body.toString(), tag);
    }

    private static Answer send(
            Api api, String method, String path, @Nullable String body, String tag) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return Api.exchange(
                HttpRequest.newBuilder(URI.create(api.url() + path))
                        .method(method, publisher)
                        .header("Authorization", "Bearer " + api.key())
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .build());
    }

    private static List<Answer> all(List<Callable<Answer>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var one : threads.invokeAll(work)) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
