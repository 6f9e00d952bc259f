package dev.parley.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/// Where the embedded PostgreSQL keeps its things: `<data>/postgres` and what lies in it.
record Home(Path data, Path folder) {
    private static final int PASSWORD_BYTES = 20;
    private static final String UNFINISHED_CLUSTER = "cluster.part";

    /// The home inside a data folder, both made when missing.
    static Home in(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder.toAbsolutePath());
        var data = dataFolder.toRealPath();
        var home = new Home(data, data.resolve("postgres"));
        if (!Files.isDirectory(home.folder)) {
            Files.createDirectory(home.folder);
        }
        permit(home.folder, "rwx--x--x");
        return home;
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    /// A new folder for `initdb` to work in; it gets its real name when complete. Never one that
    /// was there before: the `initdb` of a killed start may still be clearing that up.
    Path newUnfinishedCluster() throws IOException {
        return Files.createTempDirectory(folder, UNFINISHED_CLUSTER);
    }

    /// What earlier starts have left unfinished.
    List<Path> unfinishedClusters() throws IOException {
        try (var found = Files.newDirectoryStream(folder, UNFINISHED_CLUSTER + '*')) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    Path log() {
        return folder.resolve("log");
    }

    Path port() {
        return folder.resolve("port");
    }

    /// The password of a role, made at random and kept in a file only we can read.
    String password(String role) throws IOException {
        var file = folder.resolve(role + ".password");
        try {
            var kept = Files.readString(file).strip();
            if (!kept.isEmpty()) {
                return kept;
            }
        } catch (NoSuchFileException e) {
            // The first start: made below.
        }
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        keep(file, password);
        return password;
    }

    /// Writes a small private file so that after a crash it is whole or not there.
    static void keep(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        sync(file.resolveSibling("."));
    }

    /// Makes a rename inside a folder survive a power cut.
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void permit(Path path, String permissions) throws IOException {
        var wanted = PosixFilePermissions.fromString(permissions);
        if (!Files.getPosixFilePermissions(path).equals(wanted)) {
            Files.setPosixFilePermissions(path, wanted);
        }
    }

    /// Deletes what nobody else is busy with.
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot delete " + tree + ": " + e.getMessage(), e);
        }
    }

    /// Deletes what somebody may be busy with; what remains is for the next start.
    static void tryToDelete(Path tree) {
        try {
            delete(tree);
        } catch (IOException e) {
            // Its owner, told to end by our death, is deleting or writing there at this moment.
        }
    }
}
