package dev.parley.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingsTest {
    @Test
    void givesBackTokensWithTheirPlaces() {
        var random = random();
        for (int round = 0; round < 200; round++) {
            var written = new TreeMap<String, Places>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                var places = random.ints(1 + random.nextInt(40), 0, 2_048).distinct().sorted();
                written.put(
                        "\u0001w\u00e9" + random.nextInt(1 << random.nextInt(1, 20)),
                        Places.of(places.toArray()));
            }

            var bytes = Postings.write(written);

            var read = Postings.read(bytes);
            assertThat(read.keySet()).isEqualTo(written.keySet());
            written.forEach((token, places) -> {
                assertThat(read.get(token)).isEqualTo(places.rising());
                assertThat(Postings.find(bytes, token)).isEqualTo(places.rising());
                assertThat(Postings.find(bytes, token + "x")).isEmpty();
            });
        }
    }

    @Test
    void givesBackMomentsAndWhichAreGone() {
        var random = random();
        for (int round = 0; round < 100; round++) {
            var moments =
                    random.longs(1 + random.nextInt(50), 0, 1L << random.nextInt(2, 62))
                            .distinct()
                            .map(moment -> -moment)
                            .sorted()
                            .map(moment -> -moment)
                            .toArray();
            var gone = new HashSet<Long>();
            for (long moment : moments) {
                if (random.nextInt(4) == 0) {
                    gone.add(moment);
                }
            }
            var written = new Moments(moments);
            assertThat(written.forget(gone)).hasSameSizeAs(gone);

            var read = Moments.read(written.newest(), written.written());

            assertThat(IntStream.range(0, moments.length).mapToLong(read::at).toArray())
                    .isEqualTo(moments);
            assertThat(read.forget(gone)).isEmpty();
            assertThat(read.oldest()).isEqualTo(moments[moments.length - 1]);
        }
    }

    @Test
    void findsWhatTwoHaveInCommon() {
        assertThat(Places.common(new int[] {1, 5, 7, 9}, new int[] {1, 6, 7, 8}))
                .containsExactly(1, 7);
        assertThat(Places.common(new int[0], new int[] {8})).isEmpty();
    }

    private static Random random() {
        long seed = new Random().nextLong();
        System.out.println("PostingsTest seed " + seed);
        return new Random(seed);
    }
}
