package dev.parley.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One running `postgres`: a child in the foreground that does not outlive us.
final class Server {
    static final String HOST = "127.0.0.1";
    private static final int PORTS_TO_TRY = 3;
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    // After a crash it first replays its log, which may take minutes with a large one.
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);
    private static final Duration FAST_PATIENCE = Duration.ofSeconds(30);
    private static final Duration QUIT_PATIENCE = Duration.ofSeconds(10);

    /// Where the kernel has no death signal: a shell whose input is a pipe from us interrupts the
    /// server when that pipe closes. The server gets a session or process group of its own, so that
    /// Ctrl-C on our terminal reaches only us and we can still save what is in hand.
    private static final String DEATH_WATCH =
            """
            trap '' INT HUP
            exec 3<&0
            if command -v setsid >/dev/null; then set -- setsid "$@"; else set -m; fi
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill -INT "$server"; } >/dev/null 2>&1 &
            watch=$!
            wait "$server"
            status=$?
            kill "$watch"
            exit "$status"
            """;

    private final Home home;
    private final Account account;
    private final Process process;
    private final int port;

    private Server(Home home, Account account, Process process, int port) {
        this.home = home;
        this.account = account;
        this.process = process;
        this.port = port;
    }

    /// Starts a server on the port it had before, or on another free one, and waits until it is
    /// ready.
    static Server start(Home home, Binaries binaries, Account account, Map<String, String> extra)
            throws IOException, InterruptedException {
        int port = keptPort(home);
        for (int attempt = 1; ; attempt++) {
            if (!isFree(port)) {
                port = freePort();
            }
            Home.keep(home.port(), Integer.toString(port));
            var log = ServerLog.open(home.log());
            var command = command(home, binaries, account, settings(port, extra));
            var server = new Server(home, account, launch(command, account, log), port);
            if (server.becameReady()) {
                return server;
            }
            // Somebody may have taken the port between our look and the server's.
            if (isFree(port) || attempt == PORTS_TO_TRY) {
                throw new PostgresUnavailable(
                        "PostgreSQL did not start in %s. The end of its log %s:\n%s"
                                .formatted(home.cluster(), home.log(), log.tail()));
            }
        }
    }

    int port() {
        return port;
    }

    /// Runs `action` once the server has ended, whoever ended it.
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /// A fast shutdown: open transactions are rolled back, everything committed is on disk.
    void stop() throws IOException, InterruptedException {
        if (ends("INT", FAST_PATIENCE) || ends("QUIT", QUIT_PATIENCE)) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private boolean ends(String signal, Duration patience)
            throws IOException, InterruptedException {
        if (process.isAlive()) {
            ShortCommand.signal(signal, pid());
        }
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private long pid() throws IOException {
        if (account.deathSignal()) {
            return process.pid();
        }
        return PostmasterFile.read(home.cluster()).map(PostmasterFile::pid).orElse(process.pid());
    }

    private boolean becameReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            // Its own word first, so that we never offer a password to a stranger on our port.
            if (PostmasterFile.read(home.cluster())
                    .filter(file -> file.ready() && file.port() == port)
                    .isPresent()) {
                return true;
            }
            if (Thread.interrupted()) {
                stop();
                throw new InterruptedException();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        stop();
        return false;
    }

    /// The thread that starts it stays until it ends: the kernel's death signal belongs to the
    /// thread, not to the whole process.
    private static Process launch(List<String> command, Account account, ServerLog log)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        if (account.deathSignal()) {
            builder.redirectInput(new File("/dev/null"));
        }
        ShortCommand.cleanEnvironment(builder);
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform()
                .daemon()
                .name("embedded-postgres")
                .start(() -> stayWith(builder, started));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException("Cannot run " + command.getFirst(), e.getCause());
        }
    }

    private static void stayWith(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            var process = builder.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException | InterruptedException e) {
            started.completeExceptionally(e);
        }
    }

    private static List<String> command(
            Home home, Binaries binaries, Account account, Map<String, String> settings) {
        var server =
                new ArrayList<>(
                        List.of(binaries.program("postgres"), "-D", home.cluster().toString()));
        settings.forEach((name, value) -> server.addAll(List.of("-c", name + '=' + value)));
        if (account.deathSignal()) {
            // A session of its own: Ctrl-C on our terminal must not end it before us.
            server.addFirst("setsid");
            return account.command(server);
        }
        server.addAll(0, List.of("sh", "-c", DEATH_WATCH, "sh"));
        return server;
    }

    private static Map<String, String> settings(int port, Map<String, String> extra) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("max_wal_size", "1GB");
        settings.put("wal_compression", "pglz");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.putAll(logSettings());
        settings.putAll(extra);
        return settings;
    }

    /// What people say is in statements, parameters and error details: none of it is logged.
    private static Map<String, String> logSettings() {
        return Map.of(
                "log_timezone", "UTC",
                "log_min_messages", "warning",
                "log_statement", "none",
                "log_min_error_statement", "panic",
                "log_parameter_max_length", "0",
                "log_parameter_max_length_on_error", "0",
                "log_error_verbosity", "terse",
                "log_checkpoints", "off");
    }

    private static int keptPort(Home home) throws IOException {
        if (!Files.exists(home.port())) {
            return freePort();
        }
        var text = Files.readString(home.port()).strip();
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : freePort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
