package dev.parley.hives.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.accounts.OrgId;
import dev.parley.hives.HiveId;
import dev.parley.hives.passages.Passage;
import dev.parley.hives.search.Shelves;
import dev.parley.providers.ProviderFailure;
import dev.parley.providers.embeddings.Embeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbedHiveIT {
    private static final OrgId ORG = new OrgId("org.1700000000.cccccccc");
    private static final HiveId HIVE = new HiveId("hiv.1700000000.cccccccc");
    private static final int PASSAGES = 250;

    private final CountingModel model = new CountingModel();
    private Shelves shelves;

    @BeforeEach
    void open() {
        shelves = new Shelves(model);
        shelves.add(ORG, HIVE);
        var passages =
                IntStream.range(0, PASSAGES)
                        .mapToObj(i -> new Passage(i, List.of("Page"), "Passage " + i))
                        .toList();
        shelves.put(ORG, HIVE, "page", passages);
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void embedsEveryPassageOnce() {
        shelves.embedding().run(ORG, HIVE);
        shelves.embedding().run(ORG, HIVE);

        assertThat(embedded()).isEqualTo(PASSAGES);
        assertThat(model.asked).hasSize(PASSAGES).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereItFailed() {
        model.failsAfter = 200;
        assertThatThrownBy(() -> shelves.embedding().run(ORG, HIVE))
                .isInstanceOf(ProviderFailure.class);
        long kept = embedded();
        model.failsAfter = Integer.MAX_VALUE;

        shelves.embedding().run(ORG, HIVE);

        assertThat(kept).isBetween(1L, PASSAGES - 1L);
        assertThat(embedded()).isEqualTo(PASSAGES);
    }

    @Test
    void embedsAgainForAnotherModelAndWhatChanged() {
        shelves.embedding().run(ORG, HIVE);
        shelves.put(ORG, HIVE, "other", List.of(new Passage(0, List.of("Page"), "New text")));
        shelves.embedding().run(ORG, HIVE);
        assertThat(model.asked).hasSize(PASSAGES + 1);

        model.name = "another";
        shelves.embedding().run(ORG, HIVE);

        assertThat(model.asked).hasSize(2 * (PASSAGES + 1));
    }

    private long embedded() {
        return shelves.database()
                .transact(
                        ORG,
                        tx ->
                                tx.createQuery("SELECT count(embedding) FROM hive_passage")
                                        .mapTo(Long.class)
                                        .one());
    }

    private static final class CountingModel implements Embeddings {
        private final List<String> asked = new ArrayList<>();
        private String name = "counting";
        private int failsAfter = Integer.MAX_VALUE;

        @Override
        public String name() {
            return name;
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            if (asked.size() + texts.size() > failsAfter) {
                throw new ProviderFailure(ProviderFailure.Reason.OVERLOADED, "Enough for today");
            }
            asked.addAll(texts);
            return texts.stream().map(_ -> new float[] {1, 0}).toList();
        }
    }
}
