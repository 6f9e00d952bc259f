package dev.parley.hives.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.hives.search.Trial.By;
import dev.parley.providers.embeddings.MiniLm;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keeps what `./parley bench retrieval` measures from getting worse, on two of its businesses.
class RetrievalTest {
    private static MiniLm model;
    private static Trial trial;

    @BeforeAll
    static void read() {
        model = new MiniLm();
        trial = new Trial(model, List.of("clinic", "software"));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void findsWhatCallersAskFor() {
        var both = trial.figures(By.BOTH, false, _ -> true);

        assertThat(both.hitAt3()).isGreaterThanOrEqualTo(0.90);
        assertThat(both.reciprocalRank()).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void isBetterByBothThanByEither() {
        var both = trial.figures(By.BOTH, false, _ -> true).reciprocalRank();

        assertThat(both).isGreaterThan(trial.figures(By.TEXT, false, _ -> true).reciprocalRank());
        assertThat(both)
                .isGreaterThan(trial.figures(By.VECTORS, false, _ -> true).reciprocalRank());
    }

    @Test
    void refusesWhatHasNoAnswer() {
        var refusals = trial.refusals(_ -> true);

        assertThat(refusals.refused()).isGreaterThanOrEqualTo(0.90);
        assertThat(refusals.wronglyRefused()).isLessThanOrEqualTo(0.50);
    }
}
