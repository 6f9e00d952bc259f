package dev.parley.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir Path folder;

    /// K11: no password is built in; each installation makes its own, of 160 bits.
    @Test
    void makesAPasswordOnceAndKeepsItPrivate() throws IOException {
        var home = Home.in(folder);

        var password = home.password("parley");

        var file = folder.resolve("postgres/parley.password");
        assertThat(password).hasSize(40).isNotEqualTo(home.password("postgres"));
        assertThat(home.password("parley")).isEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void replacesAPasswordFileLeftEmptyByACrash() throws IOException {
        var home = Home.in(folder);
        Files.createFile(folder.resolve("postgres/parley.password"));
        Files.createFile(folder.resolve("postgres/parley.password.part"));

        assertThat(home.password("parley")).hasSize(40);
    }

    @Test
    void lendsItselfToOneServerAtATime() throws IOException {
        var home = Home.in(folder);

        try (var lock = FolderLock.take(home)) {
            assertThatThrownBy(() -> FolderLock.take(home))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("PARLEY_DATA");
            assertThat(kernelKnowsLockOf(folder.resolve("postgres/lock")))
                    .as("the refused one has not given up the lock of the first: " + lock)
                    .isTrue();
        }

        FolderLock.take(home).close();
    }

    private static boolean kernelKnowsLockOf(Path file) throws IOException {
        var inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        var locks = Path.of("/proc/locks");
        return Files.notExists(locks) || Files.readString(locks).contains(inode);
    }

    @Test
    void setsALargeLogAsideAndShowsOnlyWhatThisStartWrote() throws IOException {
        var file = folder.resolve("log");
        Files.write(file, new byte[(10 << 20) + 1]);

        var log = ServerLog.open(file);
        Files.writeString(file, "old\n");
        var next = ServerLog.open(file);
        Files.writeString(file, "old\nnew\n");

        assertThat(folder.resolve("log.1")).hasSize((10 << 20) + 1);
        assertThat(log.tail()).isEqualTo("old\nnew");
        assertThat(next.tail()).isEqualTo("new");
    }
}
