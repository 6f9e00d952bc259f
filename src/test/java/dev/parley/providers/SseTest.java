package dev.parley.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SseTest {
    @Test
    void givesTheDataOfEachEvent() {
        assertThat(read("data: one\n\ndata: two\n\n")).containsExactly("one", "two");
    }

    @Test
    void takesAnyLineEndAndSkipsWhatIsNotData() {
        assertThat(read("\uFEFF: hello\r\nevent: x\r\ndata: one\r\n\r\ndata:two\r\rid: 1\n\n"))
                .containsExactly("one", "two");
    }

    @Test
    void joinsTheDataLinesOfOneEvent() {
        assertThat(read("data: {\ndata\ndata:}\n\n")).containsExactly("{\n\n}");
    }

    @Test
    void dropsAnEventThatWasCutOff() { // N3
        assertThat(read("data: one\n\ndata: tw")).containsExactly("one");
    }

    @Test
    void doesNotCareHowTheBytesAreCut() { // N3
        var text = ": keep\r\ndata: naïve नमस्ते 😀\r\n\r\ndata: b\ndata: c\n\n\rdata: d\r\r";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            assertThat(read(bytes, size)).containsExactly("naïve नमस्ते 😀", "b\nc", "d");
        }
    }

    @Test
    void refusesALineThatNeverEnds() { // N3
        var sse = new Sse();
        var bytes = new byte[Sse.MAX_LINE_BYTES + 1];
        assertThatThrownBy(() -> sse.accept(bytes, bytes.length))
                .isInstanceOf(ProviderFailure.class)
                .hasMessageContaining("64 KiB");
    }

    @Test
    void refusesAnAnswerThatNeverEnds() { // N3
        var sse = new Sse();
        var bytes = "data: x\n\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                sse.accept(bytes, bytes.length);
                            }
                        })
                .isInstanceOf(ProviderFailure.class)
                .hasMessageContaining("1 MiB");
    }

    @Test
    void survivesAnyBytes() { // N3
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var bytes = new byte[300];
            random.nextBytes(bytes);
            new Sse().accept(bytes, bytes.length);
        }
    }

    private static List<String> read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(bytes, bytes.length);
    }

    private static List<String> read(byte[] bytes, int size) {
        var sse = new Sse();
        var events = new ArrayList<String>();
        for (int from = 0; from < bytes.length; from += size) {
            int count = Math.min(size, bytes.length - from);
            var part = new byte[count];
            System.arraycopy(bytes, from, part, 0, count);
            events.addAll(sse.accept(part, count));
        }
        return events;
    }
}
