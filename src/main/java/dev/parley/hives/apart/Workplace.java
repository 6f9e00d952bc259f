package dev.parley.hives.apart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;

/// The folder of one server where documents lie while they are read. What a killed server left is
/// removed by the next (F7).
final class Workplace implements AutoCloseable {
    private final Path parent;
    private final Path folder;
    private final AtomicLong count = new AtomicLong();

    Workplace(Path parent) {
        this.parent = parent.toAbsolutePath();
        this.folder = this.parent.resolve(ProcessHandle.current().pid() + "-" + hashCode());
    }

    /// The folder, made when it is first needed.
    Path folder() throws IOException {
        if (Files.notExists(folder)) {
            sweep();
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("no-hosts"), "");
        }
        return folder;
    }

    Path put(ReadApart.Work.Opener bytes) throws IOException {
        var file = folder().resolve(Long.toString(count.incrementAndGet()));
        try (var in = bytes.open()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    @Override
    public void close() {
        delete(folder);
    }

    private void sweep() throws IOException {
        Files.createDirectories(parent);
        try (var folders = Files.newDirectoryStream(parent, "*-*")) {
            for (var other : folders) {
                if (!isHeld(other.getFileName().toString())) {
                    delete(other);
                }
            }
        }
    }

    private static boolean isHeld(String name) {
        try {
            var pid = Long.parseLong(name.substring(0, name.indexOf('-')));
            return ProcessHandle.of(pid).isPresent();
        } catch (NumberFormatException _) {
            return true;
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
