package dev.parley.providers.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The numbers are what the tokenizer that comes with the model says of the same texts.
class WordPiecesTest {
    private static final WordPieces PIECES =
            WordPieces.read(
                    Objects.requireNonNull(
                            WordPiecesTest.class.getResourceAsStream("/bert-vocabulary-en.txt")));

    @Test
    void cutsWordsIntoTheLongestPiecesThatAreKnown() {
        assertThat(of("Embeddings, please!"))
                .containsExactly(101, 7861, 8270, 4667, 2015, 1010, 3531, 999, 102);
    }

    @Test
    void dropsAccentsCaseAndWhatCannotBeSeen() {
        assertThat(of("Café CRÈME for £4.50"))
                .containsExactly(101, 7668, 13675, 21382, 2005, 1069, 2549, 1012, 2753, 102);
        assertThat(of("a\0b\u200dc\ttab")).containsExactly(101, 5925, 21628, 102);
    }

    @Test
    void readsOtherScriptsByTheirSigns() {
        assertThat(of("दाँत का दर्द"))
                .containsExactly(101, 1325, 29876, 29859, 1315, 29876, 1325, 29869, 29861, 102);
        assertThat(of("東京 is far")).containsExactly(101, 1879, 1755, 2003, 2521, 102);
    }

    @Test
    void givesUpOnWordsThatAreNone() {
        assertThat(of("x".repeat(120) + " end")).containsExactly(101, 100, 2203, 102);
    }

    @Test
    void endsWhereTheModelDoes() {
        assertThat(PIECES.of("word ".repeat(1_000), 256)).hasSize(256).endsWith(102);
    }

    private static long[] of(String text) {
        return PIECES.of(text, 256);
    }
}
