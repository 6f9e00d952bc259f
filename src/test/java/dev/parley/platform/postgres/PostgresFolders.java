package dev.parley.platform.postgres;

import dev.parley.platform.postgres.EmbeddedPostgres.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Data folders for tests, with programs that are unpacked once, all removed at the end.
final class PostgresFolders implements AutoCloseable {
    private final Path root;
    private final Path bin;
    private int made;

    PostgresFolders() throws IOException {
        root = Files.createTempDirectory("parley-postgres-").toRealPath();
        Home.permit(root, "rwx--x--x");
        var home = Home.in(root.resolve("programs"));
        try {
            bin = Binaries.find(home, null, Account.choose(home.cluster())).folder();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Path bin() {
        return bin;
    }

    Path fresh() throws IOException {
        made++;
        return Files.createDirectory(last());
    }

    /// A folder in which PostgreSQL was started before: a copy, many times quicker than a first
    /// start.
    Path prepared() throws IOException {
        var template = root.resolve("template");
        if (!Files.exists(template)) {
            EmbeddedPostgres.start(template, bin).close();
            Files.delete(template.resolve("postgres/port"));
        }
        var copy = fresh();
        var command = List.of("cp", "-a", template.resolve("postgres").toString(), copy.toString());
        try {
            var answer = ShortCommand.run(command);
            if (!answer.succeeded()) {
                throw new IOException(answer.output());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return copy;
    }

    Path last() {
        return root.resolve("data" + made);
    }

    List<Long> running(Path data) throws IOException, InterruptedException {
        var cluster = data.resolve("postgres/cluster");
        return Files.exists(cluster)
                ? new Leftovers(cluster, Account.choose(cluster)).running()
                : List.of();
    }

    @Override
    public void close() throws IOException {
        Home.delete(root);
    }

    static void execute(Address address, String sql) throws SQLException {
        try (var connection =
                        Roles.connect(
                                address.port(), "parley", address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Address address, String sql) throws SQLException {
        try (var connection =
                        Roles.connect(
                                address.port(), "parley", address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral(Server.HOST));
    }

    static void report(String what, long begin) {
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("[postgres] " + what + ": " + took.toMillis() + " ms");
    }
}
