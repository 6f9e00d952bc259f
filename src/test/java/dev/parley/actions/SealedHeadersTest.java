package dev.parley.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.accounts.OrgId;
import dev.parley.accounts.Secret;
import dev.parley.accounts.Vault;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedHeadersTest {
    private static final OrgId OURS = new OrgId("org.1700000000.aaaaaaaa");
    private static final OrgId THEIRS = new OrgId("org.1700000000.bbbbbbbb");
    private static final ActionId ACTION = new ActionId("act.1700000000.aaaaaaaa");
    private static final ActionId OTHER = new ActionId("act.1700000000.bbbbbbbb");

    private final SealedHeaders headers = headers("the-secret-of-this-test-000000000001");

    @Test // E1
    void opensOnlyWhereItWasSealed() {
        var sealed = seal(http("Authorization", "Bearer x", "X-Shop", ""), null);

        assertThat(sealed).doesNotContain("Bearer");
        assertThat(headers.open(OURS, ACTION, sealed))
                .containsExactly(Map.entry("Authorization", "Bearer x"), Map.entry("X-Shop", ""));
        assertFails(headers, THEIRS, ACTION, sealed);
        assertFails(headers, OURS, OTHER, sealed);
        assertFails(headers("another-secret-of-this-test-00000001"), OURS, ACTION, sealed);
        assertFails(headers, OURS, ACTION, sealed.replace("X-Shop", "X-Other"));
    }

    @Test // E1
    void sealsTheSameValueAnewEachTime() {
        var http = http("Authorization", "Bearer x");

        assertThat(headers.seal(OURS, ACTION, http, null))
                .isNotEqualTo(headers.seal(OURS, ACTION, http, null));
    }

    @Test
    void keepsWhatIsMaskedWhateverTheCaseOfItsName() {
        var kept = seal(http("Authorization", "Bearer x", "A", "1"), null);

        var sealed = seal(http("authorization", Headers.MASK, "B", "2"), kept);

        assertThat(Json.stored(sealed).path("authorization"))
                .isEqualTo(Json.stored(kept).path("Authorization"));
        assertThat(headers.open(OURS, ACTION, sealed))
                .containsExactly(Map.entry("authorization", "Bearer x"), Map.entry("B", "2"));
    }

    @Test
    void keepsNothingWhereThereIsNothing() {
        assertThat(headers.seal(OURS, ACTION, new Endpoint.Workflow("w"), "{\"A\":\"x\"}"))
                .isNull();
        assertThat(headers.seal(OURS, ACTION, http(), null)).isNull();
        assertThat(headers.open(OURS, ACTION, null)).isEmpty();
        assertThatThrownBy(() -> headers.seal(OURS, ACTION, http("A", Headers.MASK), null))
                .isInstanceOf(Problem.Invalid.class);
    }

    private String seal(Endpoint endpoint, @Nullable String kept) {
        return Objects.requireNonNull(headers.seal(OURS, ACTION, endpoint, kept));
    }

    private static void assertFails(
            SealedHeaders headers, OrgId org, ActionId action, String sealed) {
        assertThatThrownBy(() -> headers.open(org, action, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Endpoint http(String... headers) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return new Endpoint.Http("https://example.com", "POST", map, null);
    }

    private static SealedHeaders headers(String secret) {
        return new SealedHeaders(new Vault(Secret.of(Optional.of(secret), Path.of("."))));
    }
}
