package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What a server writes into its cluster folder about itself: `postmaster.pid`.
record PostmasterFile(long pid, int port, boolean ready) {
    private static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// Empty when there is none, or it does not begin with a process id.
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            // The second line is a path in whatever encoding the machine uses.
            return parse(Files.readString(cluster.resolve(NAME), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Optional<PostmasterFile> parse(String text) {
        var lines = text.lines().map(String::strip).toList();
        long pid = lines.isEmpty() ? 0 : number(lines.getFirst());
        if (pid <= 1) {
            return Optional.empty();
        }
        long port = lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : 0;
        boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).equals("ready");
        return Optional.of(new PostmasterFile(pid, (int) port, ready));
    }

    static void remove(Path cluster) throws IOException {
        Files.deleteIfExists(cluster.resolve(NAME));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
