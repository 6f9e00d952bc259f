package dev.parley.hives.apart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.hives.Bombs;
import dev.parley.hives.Papers;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.DocumentKind;
import dev.parley.hives.documents.Unreadable;
import dev.parley.testing.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents made to hurt are read, or refused with a reason, and nothing else happens.
class ReadApartTest {
    private static final String CANARY = "canary-nobody-may-read";

    @TempDir static Path folder;
    private static ReadApart apart;

    @BeforeAll
    static void start() {
        apart = new ReadApart(ReadingLimits.DEFAULT, folder.resolve("reading"));
    }

    @AfterAll
    static void stop() {
        apart.close();
        assertThat(folder.resolve("reading")).isEmptyDirectory();
    }

    @Test // F1, F2
    void takesNoHarmFromWordDocuments() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), CANARY);
        try (var listener = Peer.on("127.0.0.1", Peer.answering(200, CANARY))) {
            var bombs = Bombs.words(secret.toUri().toString(), listener.url(""));
            for (var bomb : bombs.entrySet()) {
                assertThat(outcome(DocumentKind.DOCX, bomb.getValue()))
                        .as(bomb.getKey())
                        .doesNotContain(CANARY, "haha")
                        .hasSizeLessThan(10_000_000);
            }

            assertThat(listener.accepts()).isZero();
        }
        assertStillReads();
    }

    @Test // F3
    void takesNoHarmFromPdfs() throws Exception {
        try (var listener = Peer.on("127.0.0.1", Peer.answering(200, CANARY))) {
            for (var bomb : Bombs.pdfs(listener.url("")).entrySet()) {
                var outcome = outcome(DocumentKind.PDF, bomb.getValue());

                assertThat(outcome).as(bomb.getKey()).hasSizeLessThan(20_000_000);
                if (bomb.getKey().equals("is locked")) {
                    assertThat(outcome).contains("password");
                }
            }
            assertThat(listener.accepts()).isZero();
        }
        assertStillReads();
    }

    @Test // F4
    void readsOrRefusesWhatIsCutOffOrSomethingElse() throws Exception {
        for (var file : List.of(Papers.docx(), longPdf())) {
            var kind = file[0] == 'P' ? DocumentKind.DOCX : DocumentKind.PDF;
            for (int length = 0; length < file.length; length += 1_024) {
                assertThat(outcome(kind, Arrays.copyOf(file, length))).isNotEmpty();
            }
        }
        var page = "<html><body>No PDF</body></html>".getBytes(UTF_8);
        assertThat(outcome(DocumentKind.PDF, page)).contains("damaged");
        assertThat(outcome(DocumentKind.DOCX, page)).contains("damaged");
        assertThat(outcome(DocumentKind.PDF, new byte[0])).contains("damaged");
        assertStillReads();
    }

    @Test // F5
    void leavesOutTheRestOfTooMuchText() throws Exception {
        var line = "a word or two ".repeat(50 << 16).getBytes(UTF_8);

        var document = read(DocumentKind.TEXT, line);

        assertThat(line).hasSizeGreaterThan(40 << 20);
        assertThat(document.isCut()).isTrue();
        assertThat(document.sections().getFirst().text())
                .hasSizeLessThanOrEqualTo(ReadingLimits.DEFAULT.maxCharacters());
    }

    @Test // F9
    void triesAgainWhenItsProcessIsKilledAndThenGivesUp() throws Exception {
        var seed = System.nanoTime();
        System.out.println("ReadApartTest seed " + seed);
        var random = new Random(seed);
        var pdf = longPdf();
        assertStillReads();
        for (int i = 0; i < 5; i++) {
            var mayKill = new AtomicBoolean(true);
            int page = 1 + random.nextInt(40);
            var document =
                    apart.read(
                            work(DocumentKind.PDF, pdf),
                            (done, _) -> {
                                if (done >= page && mayKill.getAndSet(false)) {
                                    killReaders();
                                }
                            });
            assertThat(mayKill).as("killed").isFalse();
            assertThat(document.sections()).isNotEmpty();
        }
        assertThatThrownBy(() -> apart.read(work(DocumentKind.PDF, pdf), (_, _) -> killReaders()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("breaks the program");
        assertStillReads();
    }

    @Test // F9
    void givesUpOnWhatTakesTooLongOrTooMuch() throws Exception {
        var limits =
                new ReadingLimits(1, 48, 8_000_000, Duration.ofMillis(1), Duration.ofMinutes(1), 9);
        try (var hasty = new ReadApart(limits, folder.resolve("hasty"))) {
            assertThatThrownBy(() -> hasty.read(work(DocumentKind.PDF, longPdf()), (_, _) -> {}))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("too long");
        }
        var small =
                new ReadingLimits(
                        1, 24, 8_000_000, Duration.ofMinutes(1), Duration.ofMinutes(1), 9);
        try (var poor = new ReadApart(small, folder.resolve("poor"))) {
            var large = "many words ".repeat(2_000_000).getBytes(UTF_8);
            assertThatThrownBy(() -> poor.read(work(DocumentKind.TEXT, large), (_, _) -> {}))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("memory");
        }
    }

    private static void assertStillReads() throws Exception {
        assertThat(read(DocumentKind.TEXT, "Fine.".getBytes(UTF_8)).sections().getFirst().text())
                .isEqualTo("Fine.");
        try (var files = Files.walk(folder.resolve("reading"))) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("\\d+")))
                    .as("documents left behind")
                    .isEmpty();
        }
    }

    private static void killReaders() {
        ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info()
                                .commandLine()
                                .orElse("")
                                .contains(folder.resolve("reading").toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static byte[] longPdf() {
        var page = List.of("# Menu", "Soup of the day, made every morning of what is there.");
        return Papers.pdf(java.util.Collections.nCopies(60, page));
    }

    private static String outcome(DocumentKind kind, byte[] bytes) throws InterruptedException {
        try {
            return apart.read(work(kind, bytes), (_, _) -> {}).toString();
        } catch (Unreadable e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Document read(DocumentKind kind, byte[] bytes)
            throws Unreadable, InterruptedException, IOException {
        return apart.read(work(kind, bytes), (_, _) -> {});
    }

    private static ReadApart.Work work(DocumentKind kind, byte[] bytes) {
        return new ReadApart.Work(kind, () -> new ByteArrayInputStream(bytes), "", null);
    }
}
