package dev.parley.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// What PostgreSQL says, kept in one file that is set aside once when it has grown.
final class ServerLog {
    private static final long MAX_BYTES = 10 << 20;
    private static final int TAIL_BYTES = 4096;
    private static final int TAIL_LINES = 15;

    private final Path file;
    private final long before;

    private ServerLog(Path file, long before) {
        this.file = file;
        this.before = before;
    }

    static ServerLog open(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
            var old = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            var privately = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(privately));
        }
        return new ServerLog(file, Files.size(file));
    }

    Path file() {
        return file;
    }

    /// The last lines written since this start.
    String tail() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(before, bytes.length() - TAIL_BYTES);
            var tail = new byte[(int) (bytes.length() - from)];
            bytes.seek(from);
            bytes.readFully(tail);
            var lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
            var last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return String.join("\n", last);
        }
    }
}
