package dev.parley.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Access;
import dev.parley.platform.http.Credentials;
import dev.parley.platform.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// K11: there is no operator's key that anybody could know beforehand.
class OperatorKeyTest {
    private static final String OWN = "an-operators-own-key-of-some-length";

    @TempDir private Path folder;

    @Test
    void k11MakesAKeyOfItsOwnAndKeepsIt() throws IOException {
        var made = OperatorKey.of(Optional.empty(), folder);
        var file = folder.resolve("operator-key");
        var key = Files.readString(file).strip();

        assertThat(key).matches("pro_[0-9a-f]{64}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(lets(made, "Bearer " + key)).isTrue();
        assertThat(lets(OperatorKey.of(Optional.empty(), folder), "Bearer " + key)).isTrue();
    }

    @Test
    void k11TakesTheOperatorsOwnKeyAndWritesItNowhere() throws IOException {
        var key = OperatorKey.of(Optional.of(OWN), folder);

        assertThat(lets(key, "bearer " + OWN)).isTrue();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void k6LetsNothingElseIn() {
        var key = OperatorKey.of(Optional.of(OWN), folder);

        for (var sent :
                List.of("", "Bearer ", "Bearer null", OWN, "Basic " + OWN, "Bearer " + OWN + " ")) {
            assertThat(lets(key, sent)).as(sent).isFalse();
        }
        var two = new Credentials(List.of("Bearer " + OWN, "Bearer " + OWN), "127.0.0.1");
        assertThat(key.access(Access.PUBLIC).known(two)).isEmpty();
        var nobody = new Credentials(List.of(), "127.0.0.1");
        assertThatThrownBy(() -> key.access(Access.PUBLIC).admit(nobody))
                .isInstanceOf(Problem.Forbidden.class);
    }

    private static boolean lets(OperatorKey key, String authorization) {
        return key.access(Access.PUBLIC)
                .known(new Credentials(List.of(authorization), "127.0.0.1"))
                .isPresent();
    }
}
