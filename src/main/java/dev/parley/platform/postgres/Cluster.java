package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folder with the data: made once, never deleted, never opened by another major version.
final class Cluster {
    private static final String MARKER = "parley.complete";
    private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

    private final Home home;
    private final Binaries binaries;
    private final Account account;

    Cluster(Home home, Binaries binaries, Account account) {
        this.home = home;
        this.binaries = binaries;
        this.account = account;
    }

    /// Refuses data that these binaries cannot read.
    void check() throws IOException {
        var folder = home.cluster();
        if (!Files.exists(folder)) {
            return;
        }
        var version = folder.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new PostgresUnavailable(
                    "The folder %s is not a PostgreSQL database. Move it away, or set PARLEY_DATA to"
                                    .formatted(folder)
                            + " another folder; Parley does not delete it.");
        }
        var found = Files.readString(version).strip();
        if (!found.equals(Integer.toString(binaries.major()))) {
            throw new PostgresUnavailable(
                    """
                    The database in %s was made by PostgreSQL %s; this is PostgreSQL %d, which cannot \
                    read it. Nothing was changed. Either start Parley with PARLEY_PG_BIN set to the \
                    bin folder of a PostgreSQL %s, or write the data out with that version's \
                    pg_dump, start Parley with another PARLEY_DATA and restore it there.\
                    """
                            .formatted(folder, found, binaries.major(), found));
        }
    }

    /// Makes the cluster when there is none yet, and says whether it did.
    boolean prepare(String superuserPassword) throws IOException, InterruptedException {
        var completed = earlierCompleted();
        if (Files.exists(home.cluster())) {
            return false;
        }
        var made = completed == null ? initialised(superuserPassword) : completed;
        Files.move(made, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
        Home.sync(home.folder());
        return true;
    }

    /// One that an earlier start had completed but not named yet; the incomplete ones are deleted.
    private @Nullable Path earlierCompleted() throws IOException {
        Path completed = null;
        for (var earlier : home.unfinishedClusters()) {
            if (Files.exists(earlier.resolve(MARKER))) {
                completed = earlier;
            } else {
                Home.tryToDelete(earlier);
            }
        }
        return completed;
    }

    private Path initialised(String superuserPassword) throws IOException, InterruptedException {
        var folder = home.newUnfinishedCluster();
        initialise(folder, superuserPassword);
        Files.createFile(folder.resolve(MARKER));
        Home.sync(folder);
        return folder;
    }

    private void initialise(Path folder, String superuserPassword)
            throws IOException, InterruptedException {
        Home.permit(folder, "rwx------");
        account.own(folder);
        var passwordFile = home.folder().resolve("initdb.password");
        Home.keep(passwordFile, superuserPassword);
        account.own(passwordFile);
        try {
            var words = initdb(folder, passwordFile);
            var answer = account.run(words.toArray(String[]::new));
            if (!answer.succeeded()) {
                throw new PostgresUnavailable(
                        "Cannot make the database in %s: %s".formatted(folder, answer.output()));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private List<String> initdb(Path folder, Path passwordFile) {
        var words =
                new ArrayList<>(
                        List.of(
                                binaries.program("initdb"),
                                "--pgdata=" + folder,
                                "--username=" + Roles.SUPERUSER,
                                "--auth=scram-sha-256",
                                "--pwfile=" + passwordFile,
                                "--encoding=UTF8",
                                "--locale=C",
                                "--data-checksums"));
        if (binaries.major() >= FIRST_WITH_BUILTIN_LOCALE) {
            words.add("--locale-provider=builtin");
            words.add("--builtin-locale=C.UTF-8");
        }
        return words;
    }
}
