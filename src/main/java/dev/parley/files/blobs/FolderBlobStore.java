package dev.parley.files.blobs;

import dev.parley.platform.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Blobs as files of one folder, one folder per owner. A blob is written beside, forced to the
/// disk, and then renamed, so that no half of one ever counts (D7, D8).
public final class FolderBlobStore implements BlobStore {
    private static final Logger log = LoggerFactory.getLogger(FolderBlobStore.class);

    /// No owner's folder begins with a dot.
    private static final String INCOMING = ".incoming";

    private final Path root;
    private final Path incoming;

    private FolderBlobStore(Path root) {
        this.root = root;
        this.incoming = root.resolve(INCOMING);
    }

    /// The store in `root`, made if it is not there, without what a crash left half written.
    ///
    /// @throws UncheckedIOException when the folder cannot be used
    public static FolderBlobStore open(Path root) {
        try {
            var store = new FolderBlobStore(root);
            Files.createDirectories(store.incoming);
            store.removeLeftovers();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("Files cannot be kept in " + root, e);
        }
    }

    @Override
    public void put(BlobKey key, Content content) {
        var home = root.resolve(key.folder());
        @Nullable Path temporary = null;
        try {
            temporary = Files.createTempFile(incoming, "", "");
            write(content, temporary, home, file(key));
            force(home);
        } catch (IOException e) {
            remove(temporary);
            throw failure("written", e, content.length());
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key, long from, long length) {
        try {
            var channel = FileChannel.open(file(key), StandardOpenOption.READ);
            channel.position(from);
            return Optional.of(new Slice(Channels.newInputStream(channel), length));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("read", e, 0);
        }
    }

    @Override
    public OptionalLong size(BlobKey key) {
        try {
            return OptionalLong.of(Files.size(file(key)));
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw failure("read", e, 0);
        }
    }

    @Override
    public void delete(BlobKey key) {
        var file = file(key);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("deleted", e, 0);
        }
    }

    @Override
    public void close() {}

    private void write(Content content, Path temporary, Path home, Path target) throws IOException {
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                // tells a server that starts on this folder that somebody still writes
                var _ = channel.lock();
                var source = content.open()) {
            source.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            if (Files.notExists(home)) {
                Files.createDirectories(home);
                force(root);
            }
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Makes the names in `folder` outlive a power cut.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(BlobKey key) {
        return root.resolve(key.value());
    }

    private void removeLeftovers() throws IOException {
        try (var files = Files.newDirectoryStream(incoming)) {
            for (var file : files) {
                if (isAbandoned(file)) {
                    remove(file);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | NoSuchFileException _) {
            return false;
        }
    }

    private static void remove(@Nullable Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            log.warn("Left over and not removable: {}", temporary, e);
        }
    }

    private RuntimeException failure(String what, IOException e, long wanted) {
        log.error("A file cannot be {} in {}", what, root, e);
        return isFull(e, wanted)
                ? new Problem.StorageFull()
                : new Problem.Unavailable("Files cannot be " + what + " now; try again shortly");
    }

    private boolean isFull(IOException e, long wanted) {
        if (String.valueOf(e.getMessage()).matches(".*(No space left|quota exceeded).*")) {
            return true;
        }
        try {
            return wanted > 0 && Files.getFileStore(root).getUsableSpace() < wanted;
        } catch (IOException _) {
            return false;
        }
    }

    /// The next `left` bytes of a stream; it fails when there are fewer.
    private static final class Slice extends InputStream {
        private final InputStream source;
        private long left;

        Slice(InputStream source, long left) {
            this.source = source;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = source.read(into, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new IOException("The blob ends " + left + " bytes early");
            }
            left -= count;
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
