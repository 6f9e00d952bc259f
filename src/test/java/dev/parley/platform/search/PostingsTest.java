package dev.parley.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PostingsTest {
    @Test
    void givesBackWhatWasWritten() {
        long seed = new Random().nextLong();
        System.out.println("PostingsTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long newest = random.nextLong(1L << 40, 1L << 61);
            var written = new TreeMap<String, Moments>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                var moments = new Moments();
                for (int k = random.nextInt(40); k >= 0; k--) {
                    moments.add(newest - (random.nextLong(1L << 40) >> random.nextInt(40)));
                }
                written.put("\u0001w\u00e9" + random.nextInt(1 << random.nextInt(1, 20)), moments);
            }

            var bytes = Postings.write(newest, written);

            var read = Postings.read(bytes, newest);
            assertThat(read.keySet()).isEqualTo(written.keySet());
            written.forEach((token, moments) -> {
                assertThat(read.get(token)).isEqualTo(moments.newestFirst());
                assertThat(Postings.find(bytes, newest, token)).isEqualTo(moments.newestFirst());
                assertThat(Postings.find(bytes, newest, token + "x")).isEmpty();
                assertThat(Postings.times(newest, Postings.times(newest, moments)))
                        .isEqualTo(moments.newestFirst());
            });
        }
    }

    @Test
    void findsWhatTwoHaveInCommon() {
        assertThat(Moments.common(new long[] {9, 7, 5, 1}, new long[] {8, 7, 6, 1}))
                .containsExactly(7, 1);
        assertThat(Moments.common(new long[0], new long[] {8})).isEmpty();
    }
}
