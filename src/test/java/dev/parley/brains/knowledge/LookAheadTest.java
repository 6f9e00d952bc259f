package dev.parley.brains.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brains.knowledge.Library.Excerpt;
import dev.parley.transcript.TranscriptLine;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class LookAheadTest {
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void looksUpOnceWhatWasExpected() {
        var ahead = new LookAhead(this::find);

        ahead.expect("When do you open?", 4);
        ahead.expect("When do you open?", 4);

        assertThat(ahead.find("When do you open?", 4)).isEqualTo(find("When do you open?", 4));
        assertThat(asked).hasSize(2);
    }

    @Test
    void looksUpAnewWhatTheCallerSaidInTheEnd() {
        var ahead = new LookAhead(this::find);

        ahead.expect("When do you", 4);

        assertThat(ahead.find("When do you open?", 4).getFirst().text())
                .isEqualTo("When do you open?");
        assertThat(ahead.find("When do you", 3)).hasSize(1);
    }

    @Test
    void asksAgainWhenLookingAheadFailed() {
        var ahead =
                new LookAhead((question, most) -> {
                    if (asked.isEmpty()) {
                        asked.add(question);
                        throw new IllegalStateException("no index yet");
                    }
                    return find(question, most);
                });

        ahead.expect("When do you open?", 4);

        assertThat(ahead.find("When do you open?", 4)).hasSize(1);
    }

    private List<Excerpt> find(String question, int most) {
        asked.add(question);
        var source = new TranscriptLine.Source("hiv.1", "a.md#0", "a.md", null, List.of());
        return List.of(new Excerpt(question, source, most / 10.0));
    }
}
