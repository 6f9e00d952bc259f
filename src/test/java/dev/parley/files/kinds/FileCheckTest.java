package dev.parley.files.kinds;

import static dev.parley.testing.Samples.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is what its name says, and nothing else besides. // F4
class FileCheckTest {
    /// Streams, which may end anywhere; and a text of any length is a text.
    private static final Set<FileKind> ENDLESS =
            Set.of(
                    FileKind.MP3,
                    FileKind.OGG,
                    FileKind.OPUS,
                    FileKind.FLAC,
                    FileKind.WEBM,
                    FileKind.TEXT,
                    FileKind.MARKDOWN,
                    FileKind.CSV,
                    FileKind.HTML);

    @TempDir Path folder;

    @Test
    void takesEveryKind() {
        var kinds =
                Samples.all().entrySet().stream()
                        .map(sample -> {
                            assertThat(fault(sample.getKey(), sample.getValue()))
                                    .as(sample.getKey())
                                    .isEmpty();
                            return FileKind.of(sample.getKey()).orElseThrow();
                        })
                        .distinct();

        assertThat(kinds).containsExactlyInAnyOrder(FileKind.values());
    }

    @Test
    void takesNoKindForAnother() {
        for (var sample : Samples.all().entrySet()) {
            for (var name : Samples.all().keySet()) {
                var is = FileKind.of(sample.getKey()).orElseThrow();
                var says = FileKind.of(name).orElseThrow();
                if (is != says && !isAlso(is, says)) {
                    assertThat(fault(name, sample.getValue()))
                            .as("%s as %s", sample.getKey(), name)
                            .isPresent();
                }
            }
        }
    }

    /// One text passes for another, an Opus file is an Ogg file, and a page for whatever may hold
    /// markup.
    private static boolean isAlso(FileKind is, FileKind says) {
        var texts = List.of(FileKind.TEXT, FileKind.MARKDOWN, FileKind.CSV);
        return (texts.contains(says) && !Set.of(FileKind.HTML).contains(is) && isText(is))
                || (is == FileKind.OPUS && says == FileKind.OGG)
                || (says == FileKind.HTML && (is == FileKind.MARKDOWN || is == FileKind.SVG));
    }

    private static boolean isText(FileKind kind) {
        return kind.mediaType().startsWith("text/")
                || kind == FileKind.JSON
                || kind == FileKind.SVG;
    }

    @Test
    void refusesWhatIsEmpty() {
        for (var name : Samples.all().keySet()) {
            assertThat(fault(name, new byte[0])).as(name).contains("The file is empty");
        }
    }

    @Test
    void refusesWhatEndsEarlyWhereverItEnds() {
        for (var sample : Samples.all().entrySet()) {
            if (ENDLESS.contains(FileKind.of(sample.getKey()).orElseThrow())) {
                continue;
            }
            var bytes = sample.getValue();
            // the last bytes of a PDF and a text are line ends
            int end = new String(bytes, ISO_8859_1).stripTrailing().length();
            for (int length = 0; length < end; length++) {
                assertThat(fault(sample.getKey(), Arrays.copyOf(bytes, length)))
                        .as("%s of %d bytes", sample.getKey(), length)
                        .isPresent();
            }
        }
    }

    @Test
    void refusesArchivesBehindAnythingElse() {
        for (var sample : Samples.all().entrySet()) {
            if (!sample.getKey().endsWith(".docx")) {
                assertThat(fault(sample.getKey(), join(sample.getValue(), Samples.docx())))
                        .as(sample.getKey())
                        .isPresent();
            }
        }
    }

    @Test
    void refusesDocumentsWithAnythingBeforeOrBehind() {
        assertThat(fault("a.docx", join(Samples.docx(), "<script>".getBytes(UTF_8)))).isPresent();
        assertThat(fault("a.docx", join(Samples.docx(), new byte[70_000]))).isPresent();
        assertThat(fault("a.docx", join(Samples.docx(), Samples.docx()))).isPresent();
        assertThat(fault("a.docx", join("PK\3\4".getBytes(UTF_8), Samples.docx()))).isPresent();
        assertThat(fault("a.docx", Samples.zip("[Content_Types].xml", "xl/book.xml"))).isPresent();
    }

    @Test
    void refusesPdfsInsideOtherFiles() {
        var gif = Samples.image("gif");
        var polyglot = join(join(gif, Samples.pdf()), ";".getBytes(UTF_8));

        assertThat(fault("face.gif", polyglot)).isPresent();
        assertThat(fault("notes.txt", join("hello ".getBytes(UTF_8), Samples.pdf()))).isPresent();
        assertThat(fault("menu.pdf", join(" ".getBytes(UTF_8), Samples.pdf()))).isPresent();
    }

    @Test
    void refusesScriptsInWhatABrowserShows() {
        var gif = Samples.image("gif");
        var comment = "!\u00fe\u0009<script>x\0;".getBytes(ISO_8859_1);

        assertThat(fault("face.gif", join(Arrays.copyOf(gif, gif.length - 1), comment)))
                .isPresent();
    }

    @Test
    void refusesWebPagesUnderAnyOtherName() {
        for (var page :
                List.of(
                        "<!doctype html><p>x",
                        "\n\t <HTML>",
                        "\uFEFF<!DOCTYPE HTML>",
                        "<script>alert(1)</script>",
                        " <body onload=x>")) {
            for (var name : List.of("a.txt", "a.md", "a.csv", "a.pdf", "a.json", "a.svg")) {
                assertThat(fault(name, page.getBytes(UTF_8))).as(page + name).isPresent();
            }
        }
    }

    @Test
    void refusesBrokenJson() {
        for (var json : List.of("{", "{} {}", "[1,]", "{\"a\":}", "\"open", "nul", "  ")) {
            assertThat(fault("a.json", json.getBytes(UTF_8))).as(json).isPresent();
        }
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(fault("a.json", deep.getBytes(UTF_8))).isPresent();
    }

    @Test
    void knowsNoOtherEndings() {
        for (var name :
                List.of(
                        "a.exe",
                        "a",
                        "",
                        ".",
                        "a.",
                        "pdf",
                        "a.pdf.exe",
                        "a.pdf/",
                        "a.pdf\0",
                        "a.docm",
                        "a.zip",
                        "a.php",
                        "a.svgz",
                        "\u202Efdp.exe")) {
            assertThat(FileKind.of(name)).as(name).isEmpty();
        }
        assertThat(FileKind.of("A.PDF")).contains(FileKind.PDF);
        assertThat(FileKind.of("a.exe.pdf ")).contains(FileKind.PDF);
    }

    @Test
    void survivesWhateverComes() {
        long seed = new Random().nextLong();
        System.out.println("FileCheckTest seed " + seed);
        var random = new Random(seed);
        var samples = List.copyOf(Samples.all().entrySet());
        for (int i = 0; i < 3_000; i++) {
            var sample = samples.get(random.nextInt(samples.size()));
            var bytes = sample.getValue().clone();
            for (int flips = random.nextInt(20); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(
                            fault(
                                    sample.getKey(),
                                    Arrays.copyOf(bytes, random.nextInt(bytes.length * 2))))
                    .isNotNull();
        }
    }

    private Optional<String> fault(String name, byte[] bytes) {
        try {
            var file = Files.write(folder.resolve("file"), bytes);
            return FileCheck.fault(FileKind.of(name).orElseThrow(), file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
