package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api.Answer;
import dev.parley.testing.Await;
import dev.parley.testing.Bodies;
import dev.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A key that asks too often waits; nobody else does.
class RateLimitIT {
    private static final int PER_SECOND = 5;

    @Test
    void sparesTheServerAKeyThatAsksTooOften() {
        var settings = Map.of("PARLEY_RATE_LIMIT", Integer.toString(PER_SECOND));
        try (var server = TestServer.start(settings)) {
            var api = server.api();
            var other = server.foreignApi();

            var first = api.get("/v1/prospects").expect(200);
            assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"key\";q=10;w=2");
            assertThat(header(first, "RateLimit")).isEqualTo("\"key\";r=9;t=1");

            var refused = Await.value("a refusal", () -> refusal(api.get("/v1/prospects")));
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 2);
            assertThat(header(refused, "RateLimit")).startsWith("\"key\";r=0;t=");
            assertThat(refused.object().path("detail").asText()).contains("try again in");

            other.get("/v1/prospects").expect(200);
            Await.until("time heals", () -> api.get("/v1/prospects").status() == 200);
        }
    }

    @Test
    void refusesBodiesOfSuchAKeyUnread() {
        var settings = Map.of("PARLEY_RATE_LIMIT", Integer.toString(PER_SECOND));
        try (var server = TestServer.start(settings)) {
            var api = server.api();
            var refused =
                    Await.value(
                            "a refusal",
                            () -> refusal(api.post("/v1/prospects", Bodies.prospect())));

            assertThat(header(refused, "Retry-After")).isNotEmpty();
            assertThat(header(refused, "Connection")).isEqualToIgnoringCase("close");
        }
    }

    private static java.util.Optional<Answer> refusal(Answer answer) {
        return java.util.Optional.of(answer).filter(a -> a.status() == 429);
    }

    private static String header(Answer answer, String name) {
        return answer.http().headers().firstValue(name).orElse("");
    }
}
