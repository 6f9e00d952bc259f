package dev.parley.platform.postgres;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL installation: the folder with its programs and its major version.
record Binaries(Path folder, int major) {
    private static final int OLDEST = 15;
    private static final String COMPLETE = ".complete";
    private static final Pattern JAR_VERSION = Pattern.compile("-([0-9]+(?:\\.[0-9]+)+)\\.jar!");
    private static final Pattern MAJOR = Pattern.compile("PostgreSQL\\) ([0-9]+)");

    /// Those in `binFolder` when one is named, else those that came along with Parley.
    static Binaries find(Home home, @Nullable Path binFolder, Account account)
            throws IOException, InterruptedException {
        var folder = binFolder == null ? bundled(home) : binFolder.toRealPath();
        var answer = account.run(folder.resolve("postgres").toString(), "--version");
        var version = MAJOR.matcher(answer.output());
        if (!answer.succeeded() || !version.find()) {
            throw new PostgresUnavailable(
                    "The programs in %s cannot be run (see PARLEY_PG_BIN): %s"
                            .formatted(folder, answer.output()));
        }
        int major = Integer.parseInt(version.group(1));
        if (major < OLDEST) {
            throw new PostgresUnavailable(
                    "PARLEY_PG_BIN names PostgreSQL %d; Parley needs %d or newer."
                            .formatted(major, OLDEST));
        }
        return new Binaries(folder, major);
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    private static Path bundled(Home home) throws IOException, InterruptedException {
        var archive = archive();
        var jar = JAR_VERSION.matcher(archive.toString());
        var target = home.folder().resolve(jar.find() ? jar.group(1) : "bundled");
        if (!Files.exists(target.resolve(COMPLETE))) {
            unpack(archive, target);
        }
        return target.resolve("bin");
    }

    private static void unpack(URL archive, Path target) throws IOException, InterruptedException {
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        Home.delete(unfinished);
        Home.delete(target);
        try (var stream = archive.openStream()) {
            Archive.unpack(stream, unfinished);
        }
        // One flush of the file system instead of a thousand of single files; only a power cut
        // within the next seconds would miss it, so a machine without this command does not matter.
        ShortCommand.run(List.of("sync", "-f", unfinished.toString()));
        Files.createFile(unfinished.resolve(COMPLETE));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static URL archive() {
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var kind = system.contains("mac") ? "darwin" : system;
        for (var name :
                machine.equals("aarch64") ? List.of("arm_64", "arm64v8") : List.of("x86_64")) {
            var found = Binaries.class.getResource("/postgres-%s-%s.txz".formatted(kind, name));
            if (found != null) {
                return found;
            }
        }
        throw new PostgresUnavailable(
                "This build of Parley brings no PostgreSQL for %s on %s. Install PostgreSQL and set"
                                .formatted(system, machine)
                        + " PARLEY_PG_BIN to its bin folder, or PARLEY_DATABASE_URL to a database.");
    }
}
