package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps every other server out of a data folder until it is closed or we die.
final class FolderLock implements AutoCloseable {
    // Asked before the file is opened: closing any channel of a file gives up all the locks that
    // this process has on it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Home home) throws IOException {
        var file = home.folder().resolve("lock");
        if (!HELD.add(file)) {
            throw inUse(home);
        }
        try {
            return new FolderLock(file, locked(home, file));
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Home home, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(home);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static PostgresUnavailable inUse(Home home) {
        return new PostgresUnavailable(
                """
                Another Parley already uses the data folder %s. Stop that one first, or give this \
                one a folder of its own with PARLEY_DATA. To run several servers on one database, \
                point them to it with PARLEY_DATABASE_URL.\
                """
                        .formatted(home.data()));
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(file);
        }
    }
}
