package dev.parley.hives.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.hives.Papers;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand broken documents: each is read, or refused with a reason.
class MutationsTest {
    private static final int MUTATIONS = 10_000;
    private static final int MAX_CHARACTERS = 50_000;

    @TempDir Path folder;

    @Test // F3
    void readsOrRefusesBrokenDocuments() throws IOException {
        long seed = System.nanoTime();
        System.out.println("MutationsTest seed " + seed);
        var random = new Random(seed);
        var documents =
                List.of(
                        Map.entry(DocumentKind.PDF, Papers.pdf(List.of(List.of("# A", "b c")))),
                        Map.entry(DocumentKind.DOCX, Papers.docx()),
                        Map.entry(DocumentKind.HTML, html()),
                        Map.entry(
                                DocumentKind.MARKDOWN,
                                "# A\n\n|a|b|\n|-|-|\n|1|2|".getBytes(UTF_8)),
                        Map.entry(DocumentKind.TEXT, "HOURS\n\nnine to five".getBytes(UTF_8)));
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var document = documents.get(i % documents.size());
            var file =
                    Files.write(folder.resolve("document"), mutated(document.getValue(), random));
            try {
                var source =
                        new Readers.Source(document.getKey(), file, "https://a.example/", null);
                assertThat(Readers.read(source, MAX_CHARACTERS, (_, _) -> {})).isNotNull();
                read++;
            } catch (Unreadable e) {
                assertThat(e.getMessage()).isNotEmpty();
                refused++;
            }
        }

        assertThat(read).isGreaterThan(MUTATIONS / 4);
        assertThat(refused).isGreaterThan(MUTATIONS / 100);
    }

    private static byte[] html() {
        return "<html><head><meta charset=utf-8><title>A</title></head><body><main><h1>A</h1><ul><li>b<li>c</ul><table><tr><th>d<th>e<tr><td>f<td>g</table><a href='/h'>i</a></main>"
                .getBytes(UTF_8);
    }

    /// Some bytes changed, or taken out, or said twice, or the end cut off.
    private static byte[] mutated(byte[] good, Random random) {
        var bytes = good.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
                    System.arraycopy(good, from, bytes, at, length);
                }
                default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }
}
