package dev.parley.providers.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    @Test
    void putsTextsOfOneMeaningNearEachOther() {
        try (var model = new MiniLm()) {
            var vectors =
                    model.embed(
                            List.of(
                                    "How much is a new crown?",
                                    "Price of crowns for teeth",
                                    "Dogs sleep on the terrace"));

            assertThat(vectors).allMatch(vector -> vector.length == model.dimensions());
            assertThat(product(vectors.get(0), vectors.get(0))).isEqualTo(1, within(1e-5));
            assertThat(product(vectors.get(0), vectors.get(1)))
                    .isGreaterThan(2 * product(vectors.get(0), vectors.get(2)));
        }
    }

    @Test
    void makesTheSameOfATextForThoseWhoWaitAndThoseWhoDoNot() {
        try (var model = new MiniLm()) {
            var texts = List.of("One", "Two", "A third text that is longer");

            var later = model.embedLater(texts);

            assertThat(later).hasSize(3);
            assertThat(later.get(2)).containsExactly(model.embed(texts).get(2));
        }
    }

    @Test
    void keepsVectorsAsBytes() {
        var vectors = List.of(new float[] {1, 0, -0.5f}, new float[] {0.25f, 3, 7});

        assertThat(Vectors.read(Vectors.bytes(vectors), 3)).containsExactlyElementsOf(vectors);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
