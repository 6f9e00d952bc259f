package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Ends what an earlier server left running in a cluster folder, and nothing else.
final class Leftovers {
    private static final Path PROCESSES = Path.of("/proc");
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private final Path folder;
    private final Account account;

    Leftovers(Path folder, Account account) {
        this.folder = folder;
        this.account = account;
    }

    /// Interrupts an orphan of ours, waits for all its processes, and removes its process id.
    void clear(Duration patience) throws IOException, InterruptedException {
        if (!Files.exists(folder)) {
            return;
        }
        var file = PostmasterFile.read(folder);
        long end = System.nanoTime() + patience.toNanos();
        var running = running();
        if (file.isPresent() && running.contains(file.get().pid())) {
            ShortCommand.signal("INT", file.get().pid());
        }
        while (!running.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new PostgresUnavailable(
                        "PostgreSQL processes %s still work in %s although they were asked to end."
                                        .formatted(running, folder)
                                + " End them (kill -INT), then start Parley again.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            running = running();
        }
        // Also when the process of that id lives: it is another program that got a recycled id,
        // and PostgreSQL itself would refuse to start because of it.
        PostmasterFile.remove(folder);
    }

    /// The PostgreSQL processes that work in this folder; the server's own and its helpers'.
    List<Long> running() throws IOException, InterruptedException {
        return Files.isDirectory(PROCESSES.resolve("self")) ? fromKernel() : fromProcessFile();
    }

    private List<Long> fromKernel() throws IOException, InterruptedException {
        var found = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (var process : entries) {
                if (isOurs(process)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    private boolean isOurs(Path process) throws InterruptedException {
        try {
            var status = Files.readString(process.resolve("stat"));
            // "pid (name) state …", where the name itself may hold brackets.
            int name = status.lastIndexOf(')');
            return status.substring(status.indexOf('(') + 1, name).equals("postgres")
                    && status.charAt(name + 2) != 'Z'
                    && Files.getAttribute(process, "unix:uid").equals(account.uid())
                    && worksHere(process.resolve("cwd"));
        } catch (IOException e) {
            // It ended while we looked.
            return false;
        }
    }

    private boolean worksHere(Path workingFolder) throws IOException, InterruptedException {
        try {
            return Files.isSameFile(workingFolder, folder);
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException e) {
            // Root in a container may not look into other accounts' processes; the account may.
            return account.run("test", workingFolder.toString(), "-ef", folder.toString())
                    .succeeded();
        }
    }

    private List<Long> fromProcessFile() throws IOException {
        var file = PostmasterFile.read(folder);
        return file.flatMap(found -> ProcessHandle.of(found.pid()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isOurs(process.info()))
                .map(process -> List.of(process.pid()))
                .orElse(List.of());
    }

    private boolean isOurs(ProcessHandle.Info process) {
        boolean postgres = process.command().filter(name -> name.endsWith("/postgres")).isPresent();
        var arguments = process.arguments().map(List::of).orElse(List.of());
        return postgres && arguments.contains(folder.toString());
    }
}
