package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// From the start of the process to the first answers, on a data folder that is there already, as
/// the product starts: from the jar, with and without the AOT cache of the build.
final class StartBench {
    private static final int ROUNDS = 5;
    private static final Path JAR = Path.of("target", "parley.jar");
    private static final Path CACHE = Path.of("target", "parley.aot");

    private StartBench() {}

    private record Start(double status, double authenticated, double idleMebibytes) {}

    static void run() throws Exception {
        if (Files.notExists(JAR)) {
            throw new IOException(JAR + " is not there; ./parley build makes it");
        }
        var data = Files.createTempDirectory("parley-bench");
        try {
            start(data, List.of());
            var kinds = new ArrayList<>(List.of(List.<String>of()));
            if (Files.exists(CACHE)) {
                kinds.add(List.of("-XX:AOTCache=" + CACHE));
            }
            var starts = new ArrayList<List<Start>>();
            kinds.forEach(_ -> starts.add(new ArrayList<>()));
            for (int i = 0; i < ROUNDS; i++) {
                for (int kind = 0; kind < kinds.size(); kind++) {
                    starts.get(kind).add(start(data, kinds.get(kind)));
                }
            }
            System.out.printf(Locale.ROOT, "load %.1f%n", Report.load());
            for (int kind = 0; kind < kinds.size(); kind++) {
                print(kind == 0 ? "without" : "with", starts.get(kind));
            }
        } finally {
            TemporaryFolder.delete(data);
        }
    }

    /// Until the first requests' garbage and compilations are over.
    private static final Duration SETTLING = Duration.ofMillis(500);

    private static Start start(Path data, List<String> options) throws Exception {
        var command = ServerProcess.java(options);
        command.addAll(List.of("-jar", JAR.toString(), "up"));
        long begin = System.nanoTime();
        try (var server = ServerProcess.start(command, Map.of("PARLEY_DATA", data.toString()))) {
            ask(server.url(), "/status");
            double status = (System.nanoTime() - begin) / 1e9;
            ask(server.url(), "/v1/conversations?limit=1");
            double authenticated = (System.nanoTime() - begin) / 1e9;
            LockSupport.parkNanos(SETTLING.toNanos());
            return new Start(status, authenticated, server.residentMebibytes());
        }
    }

    private static void ask(URI url, String path) throws IOException {
        var request = HttpClient.request("GET", path, ServerProcess.KEY, new byte[0]);
        try (var client = new HttpClient(url, () -> request)) {
            client.ask();
        }
    }

    private static void print(String cache, List<Start> starts) {
        double status = Report.median(starts.stream().map(Start::status).toList());
        double authenticated = Report.median(starts.stream().map(Start::authenticated).toList());
        double idle = Report.median(starts.stream().map(Start::idleMebibytes).toList());
        System.out.printf(
                Locale.ROOT,
                """
                %-7s AOT cache: first answer after %.2f s, first with a key after %.2f s, idle %.0f MiB
                #bench start aot=%s status_s=%.3f authenticated_s=%.3f idle_mib=%.0f
                """,
                cache,
                status,
                authenticated,
                idle,
                cache,
                status,
                authenticated,
                idle);
    }
}
