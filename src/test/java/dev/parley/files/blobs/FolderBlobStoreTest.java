package dev.parley.files.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A folder keeps blobs, and nothing half written outlives a start.
class FolderBlobStoreTest extends BlobStoreContract {
    private Path root;
    private FolderBlobStore store;

    @BeforeEach
    void open() {
        root = folder.resolve("files");
        store = FolderBlobStore.open(root);
    }

    @Override
    BlobStore store() {
        return store;
    }

    // F8: whatever a file is called, its place is made of ids
    @Test
    void takesNothingButIdsForAPlace() {
        for (var key :
                List.of(
                        "../x/y",
                        "a/../b",
                        "a",
                        "a/",
                        "/a/b",
                        "a//b",
                        ".incoming/b",
                        "a/b c",
                        "a/\0",
                        "a\\..\\b",
                        "a/.b",
                        "")) {
            assertThatThrownBy(() -> new BlobKey(key))
                    .as(key)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void leavesNothingBesideAfterAFailure() throws IOException {
        assertThatThrownBy(() -> store.put(KEY, Content.of(InputStream.nullInputStream(), 5)))
                .isInstanceOf(Problem.Unavailable.class);

        assertThat(filesBelow(root)).isEmpty();
    }

    // F7: what a crash left half written goes at the next start
    @Test
    void removesLeftoversAtTheStart() throws IOException {
        store.put(KEY, Content.of(random(10)));
        Files.write(root.resolve(".incoming").resolve("123"), random(100));

        FolderBlobStore.open(root);

        assertThat(filesBelow(root)).containsExactly(KEY.value());
    }

    @Test
    void sparesWhatAnotherServerStillWrites() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow =
                new InputStream() {
                    private int left = 100;

                    @Override
                    public int read() throws IOException {
                        begun.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return left-- > 0 ? 7 : -1;
                    }
                };
        var writer = Thread.ofVirtual().start(() -> store.put(KEY, Content.of(slow, 100)));
        begun.await();

        FolderBlobStore.open(root);
        goOn.countDown();
        writer.join();

        assertThat(read(KEY, 0, 100)).hasSize(100);
    }

    // D7
    @Test
    void saysWhenThereIsNoRoom() {
        var full =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("No space left on device");
                    }
                };

        assertThatThrownBy(() -> store.put(KEY, Content.of(full, 10)))
                .isInstanceOf(Problem.StorageFull.class);
        assertThatThrownBy(() -> store.put(KEY, Content.of(full, Long.MAX_VALUE)))
                .isInstanceOf(Problem.StorageFull.class);
    }

    @Test
    void saysAtTheStartWhenTheFolderCannotBeUsed() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> FolderBlobStore.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a-file");
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
