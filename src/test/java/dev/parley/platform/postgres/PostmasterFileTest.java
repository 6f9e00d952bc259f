package dev.parley.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterFileTest {
    @Test
    void readsProcessPortAndStatus() {
        var text = "4711\n/data/cluster\n1780000000\n5433\n\n127.0.0.1\n  123  4\nready   \n";

        var file = PostmasterFile.parse(text);

        assertThat(file).contains(new PostmasterFile(4711, 5433, true));
    }

    @Test
    void isNotReadyWhileItStarts() {
        var text = "4711\n/data/cluster\n1780000000\n5433\n\n127.0.0.1\n  123  4\nstarting\n";

        assertThat(PostmasterFile.parse(text)).contains(new PostmasterFile(4711, 5433, false));
        assertThat(PostmasterFile.parse("4711\n")).contains(new PostmasterFile(4711, 0, false));
    }

    /// An id of 0, 1 or below would address init or whole process groups.
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x", "0", "1", "-4711", "99999999999999999999"})
    void readsNothingThatIsNoProcess(String text) {
        assertThat(PostmasterFile.parse(text)).isEmpty();
    }
}
