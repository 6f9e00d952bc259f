package dev.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.ExtractionBench;
import org.junit.jupiter.api.Test;

class ExtractionAccuracyTest {
    @Test
    void readsConversationsItWasDevelopedWith() {
        assertThat(ExtractionBench.score("tuning").mean()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void readsConversationsItWasNotDevelopedWith() {
        assertThat(ExtractionBench.score("held-out").mean()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void readsTheLaterSetsAsWell() {
        assertThat(ExtractionBench.score("held-out-2").mean()).isGreaterThanOrEqualTo(0.90);
        assertThat(ExtractionBench.score("held-out-3").mean()).isGreaterThanOrEqualTo(0.88);
    }
}
