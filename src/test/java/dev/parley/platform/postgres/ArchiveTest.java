package dev.parley.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)));

    ArchiveTest() throws IOException {}

    @Test
    void keepsExecutableBitsAndLinks() throws IOException {
        file("bin/run", 0755, "run");
        file("share/text", 0600, "text");
        link("bin/alias", "run", TarConstants.LF_SYMLINK);

        Archive.unpack(archive(), folder.resolve("out"));

        var out = folder.resolve("out");
        assertThat(out.resolve("bin/run")).isExecutable().hasContent("run");
        assertThat(Files.getPosixFilePermissions(out.resolve("share/text")).toString())
                .doesNotContain("EXECUTE")
                .contains("OTHERS_READ");
        assertThat(Files.readSymbolicLink(out.resolve("bin/alias"))).isEqualTo(Path.of("run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil"})
    void refusesPathsThatLeaveTheTarget(String name) throws IOException {
        file(name, 0644, "evil");

        assertThatThrownBy(() -> Archive.unpack(archive(), folder.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Leads out");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../..", "a/../..", "/tmp"})
    void refusesLinksThatLeaveTheTarget(String to) throws IOException {
        link("out-there", to, TarConstants.LF_SYMLINK);
        file("out-there/evil", 0644, "evil");

        assertThatThrownBy(() -> Archive.unpack(archive(), folder.resolve("out")))
                .hasMessageContaining("Leads out");
    }

    @Test
    void refusesHardLinks() throws IOException {
        link("hard", "etc", TarConstants.LF_LINK);

        assertThatThrownBy(() -> Archive.unpack(archive(), folder.resolve("out")))
                .hasMessageContaining("Not a file");
    }

    private void file(String name, int mode, String text) throws IOException {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void link(String name, String to, byte kind) throws IOException {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(to);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private InputStream archive() throws IOException {
        tar.close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
