package dev.parley.files.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.http.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every store of blobs has to do.
abstract class BlobStoreContract {
    static final BlobKey KEY = BlobKey.of("org.1700000000.aaaaaaaa", "fil.1700000000.bbbbbbbb");
    private static final long LARGE = 24L << 20;

    @TempDir Path folder;

    abstract BlobStore store();

    @Test
    void givesBackWhatWasPut() throws IOException {
        var bytes = random(300_000);

        store().put(KEY, Content.of(bytes));

        assertThat(read(KEY, 0, bytes.length)).isEqualTo(bytes);
        assertThat(store().size(KEY)).hasValue(bytes.length);
    }

    @Test
    void givesBackAFile() throws IOException {
        var bytes = random(70_001);
        var file = Files.write(folder.resolve("upload"), bytes);

        store().put(KEY, Content.of(file));

        assertThat(read(KEY, 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void readsAnyRange() throws IOException {
        var bytes = random(10_000);
        store().put(KEY, Content.of(bytes));

        assertThat(read(KEY, 0, 1)).isEqualTo(Arrays.copyOfRange(bytes, 0, 1));
        assertThat(read(KEY, 9_999, 1)).isEqualTo(Arrays.copyOfRange(bytes, 9_999, 10_000));
        assertThat(read(KEY, 1_234, 4_321)).isEqualTo(Arrays.copyOfRange(bytes, 1_234, 5_555));
        assertThat(read(KEY, 77, 0)).isEmpty();
    }

    @Test
    void keepsAnEmptyBlob() throws IOException {
        store().put(KEY, Content.of(new byte[0]));

        assertThat(store().size(KEY)).hasValue(0);
        assertThat(read(KEY, 0, 0)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(store().size(KEY)).isEmpty();
        assertThat(store().open(KEY, 0, 1)).isEmpty();
        assertThat(store().open(KEY, 0, 0)).isEmpty();
    }

    @Test
    void deletesOnceAndForAll() {
        store().put(KEY, Content.of(random(10)));

        store().delete(KEY);
        store().delete(KEY);

        assertThat(store().size(KEY)).isEmpty();
        assertThat(store().open(KEY, 0, 1)).isEmpty();
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        store().put(KEY, Content.of(random(1_000)));
        var bytes = random(500);

        store().put(KEY, Content.of(bytes));

        assertThat(read(KEY, 0, 500)).isEqualTo(bytes);
        assertThat(store().size(KEY)).hasValue(500);
    }

    @Test
    void keepsOwnersApart() throws IOException {
        var other = BlobKey.of("org.1700000000.cccccccc", "fil.1700000000.bbbbbbbb");
        store().put(KEY, Content.of(new byte[] {1}));
        store().put(other, Content.of(new byte[] {2}));

        store().delete(other);

        assertThat(read(KEY, 0, 1)).containsExactly(1);
        assertThat(store().size(other)).isEmpty();
    }

    // D7: nothing truncated is ever marked good
    @Test
    void keepsNothingOfAStreamThatEndsEarly() {
        assertThatThrownBy(() ->
                        store().put(
                                        KEY,
                                        Content.of(
                                                new ByteArrayInputStream(random(400_000)),
                                                500_000)))
                .isInstanceOf(Problem.class);

        assertThat(store().size(KEY)).isEmpty();
    }

    @Test
    void keepsNothingOfAStreamThatGoesOn() {
        assertThatThrownBy(() ->
                        store().put(
                                        KEY,
                                        Content.of(
                                                new ByteArrayInputStream(random(500_001)),
                                                500_000)))
                .isInstanceOf(Problem.class);

        assertThat(store().size(KEY)).isEmpty();
    }

    @Test
    void keepsWhatWasThereWhenANewOneBreaksOff() throws IOException {
        var before = random(1_000);
        store().put(KEY, Content.of(before));
        var broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(random(200_000)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the sender is gone");
                            }
                        });

        assertThatThrownBy(() -> store().put(KEY, Content.of(broken, 300_000)))
                .isInstanceOf(Problem.class);

        assertThat(read(KEY, 0, 1_000)).isEqualTo(before);
    }

    @Test
    void movesLargeContentInPieces() throws Exception {
        var source = new Counted(LARGE);

        store().put(KEY, Content.of(source, LARGE));

        assertThat(source.largestRead).isLessThanOrEqualTo(1 << 20);
        try (var stored = store().open(KEY, 0, LARGE).orElseThrow()) {
            assertThat(digest(stored)).isEqualTo(digest(new Counted(LARGE)));
        }
    }

    @Test
    void holdsOneOfTheWholesThatAreWrittenAtOnce() throws Exception {
        var writers = 6;
        var ready = new CountDownLatch(writers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new java.util.ArrayList<Future<?>>();
            for (int i = 0; i < writers; i++) {
                var bytes = new byte[100_000];
                Arrays.fill(bytes, (byte) i);
                done.add(
                        threads.submit(() -> {
                            ready.countDown();
                            ready.await();
                            store().put(KEY, Content.of(bytes));
                            return null;
                        }));
            }
            for (var writer : done) {
                writer.get();
            }
        }

        var stored = read(KEY, 0, 100_000);
        var whole = new byte[100_000];
        Arrays.fill(whole, stored[0]);
        assertThat(stored).isEqualTo(whole);
    }

    byte[] read(BlobKey key, long from, long length) throws IOException {
        try (var stream = store().open(key, from, length).orElseThrow()) {
            return stream.readAllBytes();
        }
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(InputStream stream) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[8 << 10];
        for (int count; (count = stream.read(buffer)) > 0; ) {
            digest.update(buffer, 0, count);
        }
        return digest.digest();
    }

    /// So many bytes made as they are read, and how many were asked for at once.
    private static final class Counted extends InputStream {
        private final long length;
        private long at;
        private int largestRead;

        Counted(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return at == length ? -1 : (int) (at++ * 31 >> 3) & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            largestRead = Math.max(largestRead, count);
            int read = 0;
            for (; read < count && at < length; read++) {
                into[offset + read] = (byte) (at++ * 31 >> 3);
            }
            return read == 0 && count > 0 ? -1 : read;
        }
    }
}
