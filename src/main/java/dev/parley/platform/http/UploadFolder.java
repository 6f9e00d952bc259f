package dev.parley.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the files of multipart bodies wait until their request is answered. What a server that
/// died left behind is removed by the next one that starts (F7).
final class UploadFolder {
    private static final Logger log = LoggerFactory.getLogger(UploadFolder.class);
    private static final Pattern NAME = Pattern.compile("(\\d+)-\\d+");

    private final Path folder;
    private final long self = ProcessHandle.current().pid();
    private final AtomicLong count = new AtomicLong(System.nanoTime());

    UploadFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep uploads in " + folder, e);
        }
    }

    /// A path nothing is at yet.
    Path next() {
        return folder.resolve(self + "-" + count.incrementAndGet());
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("An uploaded file stays behind: {}", e.getClass().getSimpleName());
        }
    }

    private void removeLeftovers() throws IOException {
        try (var files = Files.list(folder)) {
            files.filter(this::isLeft).forEach(UploadFolder::remove);
        }
    }

    private boolean isLeft(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                && (name.group(1).equals(Long.toString(self))
                        || ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty());
    }
}
