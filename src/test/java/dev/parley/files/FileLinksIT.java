package dev.parley.files;

import static dev.parley.files.FilesIT.fetch;
import static dev.parley.files.FilesIT.url;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.Form;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The address of a file opens this file, for a while, and nothing else. // T4
class FileLinksIT {
    private static final String CANARY = "canary-of-the-first-organization";
    private static final String FOREIGN_CANARY = "canary-of-the-other-organization";
    private static final TestClock CLOCK = new TestClock();
    private static TestServer server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("PARLEY_FILE_LINK_HOURS", "24"), CLOCK);
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void opensNothingWithAnyCharacterChanged() throws Exception {
        var url = url(upload(api, CANARY));
        int begin = url.indexOf("/v1/files/") + "/v1/files/".length();

        for (int i = begin; i < url.length(); i++) {
            for (char other : new char[] {(char) (url.charAt(i) ^ 1), 'A', '0', '.'}) {
                if (other == url.charAt(i) || " \"#%<>[]\\^`{|}".indexOf(other) >= 0) {
                    continue;
                }
                var changed = url.substring(0, i) + other + url.substring(i + 1);
                var response = fetch(changed);

                assertThat(response.statusCode()).as(changed).isIn(403, 404);
                assertThat(new String(response.body(), UTF_8)).doesNotContain(CANARY);
            }
        }
        assertThat(fetch(url).statusCode()).isEqualTo(200);
    }

    @Test
    void opensNothingWithAPartMissingOrAdded() throws Exception {
        var url = url(upload(api, CANARY));

        for (var part : new String[] {"org", "expires", "signature"}) {
            assertThat(fetch(url.replaceFirst("[?&]" + part + "=[^&]*", "?x=1")).statusCode())
                    .as(part)
                    .isIn(403, 404);
            var twice = fetch(url + "&" + part + "=1");
            assertThat(twice.statusCode()).as(part).isEqualTo(422);
        }
        assertThat(fetch(url.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
        assertThat(fetch(url.replace("expires=", "expires=+")).statusCode()).isEqualTo(403);
        assertThat(fetch(url.replace("expires=", "expires=0")).statusCode()).isEqualTo(403);
    }

    @Test
    void opensNoOtherFileAndNoOtherOrganization() throws Exception {
        var mine = upload(api, CANARY);
        var other = upload(api, CANARY + "2");
        var foreign = upload(server.foreignApi(), FOREIGN_CANARY);

        for (var victim : new JsonNode[] {other, foreign}) {
            var sameSignature = url(mine).replace(id(mine), id(victim));
            assertThat(fetch(sameSignature).statusCode()).isIn(403, 404);
            var withItsOwner = sameSignature.replace(org(mine), org(victim));
            var response = fetch(withItsOwner);
            assertThat(response.statusCode()).isIn(403, 404);
            assertThat(new String(response.body(), UTF_8)).doesNotContain("canary");
        }
        var borrowed = url(foreign).replace(org(foreign), org(mine));
        assertThat(fetch(borrowed).statusCode()).isIn(403, 404);
    }

    @Test
    void isGoodUntilItExpires() throws Exception {
        var url = url(upload(api, CANARY));

        CLOCK.advance(Duration.ofHours(23));
        assertThat(fetch(url).headers().firstValue("cache-control"))
                .contains("private, immutable, max-age=3599");

        CLOCK.advance(Duration.ofHours(1));
        var expired = fetch(url);
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(new String(expired.body(), UTF_8)).doesNotContain(CANARY);
    }

    @Test
    void needsNoKeyAndTakesNoneInstead() throws Exception {
        var url = url(upload(api, CANARY));

        assertThat(fetch(url).statusCode()).isEqualTo(200);
        assertThat(
                        fetch(url.replaceFirst("\\?.*", ""), "Authorization", "Bearer " + api.key())
                                .statusCode())
                .isEqualTo(403);
    }

    private static JsonNode upload(Api api, String text) {
        return Form.of("secret.txt", text.getBytes(UTF_8))
                .post(api, "/v1/files")
                .expect(200)
                .array()
                .get(0);
    }

    private static String id(JsonNode file) {
        return file.path("id").asText();
    }

    private static String org(JsonNode file) {
        return file.path("orgId").asText();
    }
}
