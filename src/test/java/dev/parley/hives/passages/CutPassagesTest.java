package dev.parley.hives.passages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutPassagesTest {
    private static final int MAX = 220;

    @Test
    void cutsLongTextBetweenSentences() {
        var sentences =
                IntStream.range(0, 100)
                        .mapToObj(i -> "This is sentence " + i + " of a very long paragraph.")
                        .collect(Collectors.joining(" "));

        var passages = cut(new Section(List.of("Story"), sentences));

        assertThat(passages).hasSizeBetween(5, 7);
        assertThat(passages)
                .allSatisfy(passage -> {
                    assertThat(passage.headings()).containsExactly("Story");
                    assertThat(passage.body()).startsWith("This is").endsWith("paragraph.");
                    assertThat(Words.count(passage.body())).isBetween(80, MAX);
                });
        assertThat(passages.stream().map(Passage::body).collect(Collectors.joining(" ")))
                .isEqualTo(sentences);
        assertThat(passages.stream().map(Passage::position))
                .containsExactlyElementsOf(IntStream.range(0, passages.size()).boxed().toList());
    }

    @Test
    void keepsListsAndQuestionsWithTheirAnswersTogether() {
        var list = IntStream.range(0, 12).mapToObj(i -> "Dish " + i + ": 9.50").toList();
        var text =
                String.join(
                        "\n\n",
                        "word ".repeat(150).strip(),
                        String.join("\n", list),
                        "word ".repeat(130).strip(),
                        "Are dogs welcome?",
                        "Yes, on the terrace. ".repeat(5).strip());

        var passages = cut(new Section(List.of("Menu"), text));

        assertThat(passages)
                .anySatisfy(passage -> assertThat(passage.body()).contains(String.join("\n", list)))
                .anySatisfy(passage ->
                        assertThat(passage.body())
                                .contains("Are dogs welcome?\nYes, on the terrace."));
    }

    @Test
    void putsShortNeighboursUnderOneHeadingTogether() {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < 10; i++) {
            sections.add(new Section(List.of("Menu", "Dish " + i), "Costs " + i + " euros."));
        }
        sections.add(new Section(List.of("Hours"), "Nine to five."));

        var passages = CutPassages.run(document(sections), 100);

        assertThat(passages).hasSize(2);
        assertThat(passages.getFirst().headings()).containsExactly("Menu");
        assertThat(passages.getFirst().body())
                .startsWith("Dish 0\nCosts 0 euros.\n\nDish 1\n")
                .endsWith("Dish 9\nCosts 9 euros.");
    }

    @Test // F5
    void cutsWhatHasNoPlaceToCut() {
        for (var text :
                List.of(
                        "x".repeat(10 << 20),
                        "\u4f60\u597d".repeat(50_000),
                        "\ud83c\udf55".repeat(50_000),
                        "a ".repeat(1 << 20),
                        "a\n".repeat(1 << 20))) {
            var passages = CutPassages.run(document(List.of(new Section(List.of(), text))), 20_000);

            assertThat(passages).hasSizeGreaterThan(10);
            assertThat(passages)
                    .allSatisfy(passage -> {
                        assertThat(Words.count(passage.body())).isBetween(1, MAX);
                        assertThat(passage.body()).hasSizeLessThan(2_500);
                        assertThat(passage.body().codePoints())
                                .as("halves of characters")
                                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
                    });
        }
    }

    @Test // F5
    void keepsNoMoreThanThereIsRoomFor() {
        var sections =
                IntStream.range(0, 500)
                        .mapToObj(i -> new Section(List.of("H" + i), "word ".repeat(160) + i))
                        .toList();

        assertThat(CutPassages.run(document(sections), 7)).hasSize(7);
        assertThat(CutPassages.run(document(sections), 0)).isEmpty();
    }

    private static List<Passage> cut(Section section) {
        return CutPassages.run(document(List.of(section)), 1_000);
    }

    private static Document document(List<Section> sections) {
        return new Document("Title", sections, Document.Links.NONE, false);
    }
}
