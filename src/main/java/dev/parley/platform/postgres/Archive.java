package dev.parley.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks a `.txz` and trusts nothing in it: every path must stay inside the target folder.
final class Archive {
    private static final int ANY_EXECUTE = 0111;

    private Archive() {}

    static void unpack(InputStream txz, Path target) throws IOException {
        Files.createDirectory(target);
        Home.permit(target, "rwxr-xr-x");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(txz)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        var path = inside(target, entry.getName());
        if (entry.isDirectory()) {
            makeFolders(target, path);
            return;
        }
        makeFolders(target, path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, downward(entry));
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & ANY_EXECUTE) != 0;
            Home.permit(path, executable ? "rwxr-xr-x" : "rw-r--r--");
        } else {
            throw new IOException("Not a file, folder or symbolic link: " + entry.getName());
        }
    }

    /// Folders are open to all whatever our umask says: another account runs what is in them.
    private static void makeFolders(Path target, Path folder) throws IOException {
        var path = folder.normalize();
        if (path.equals(target) || Files.isDirectory(path)) {
            return;
        }
        makeFolders(target, path.resolveSibling("."));
        Files.createDirectory(path);
        Home.permit(path, "rwxr-xr-x");
    }

    private static Path inside(Path target, String name) throws IOException {
        var relative = Path.of(name);
        var path = target.resolve(relative).normalize();
        if (relative.isAbsolute() || !path.startsWith(target)) {
            throw new IOException("Leads out of the archive: " + name);
        }
        return path;
    }

    /// Links may only lead downward, so that nothing written through one can leave the target.
    private static Path downward(TarArchiveEntry entry) throws IOException {
        var link = Path.of(entry.getLinkName());
        for (var part : link) {
            if (part.toString().equals("..")) {
                throw new IOException("Leads out of the archive: " + entry.getName());
            }
        }
        if (link.isAbsolute()) {
            throw new IOException("Leads out of the archive: " + entry.getName());
        }
        return link;
    }
}
