package dev.parley.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.testing.Api;
import dev.parley.testing.Given;
import dev.parley.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Conversations stored, read and listed by the server, each beside the limit of its database. All
/// of it in one run on one machine, limits and server in turns, so that the ratios hold although
/// the figures differ from machine to machine.
final class ServerBench {
    private static final int ROWS = 2_000;
    private static final int LISTED = 50;
    private static final String PATH = "/v1/conversations";

    private final Options options;
    private final ServerProcess server;
    private final String jdbcUrl;
    private final Report report = new Report();

    private ServerBench(Options options, ServerProcess server, String jdbcUrl) {
        this.options = options;
        this.server = server;
        this.jdbcUrl = jdbcUrl;
    }

    /// @param only what to measure, of `POST GET LIST 1 16 64`
    private record Options(
            int rounds,
            Duration round,
            int warmUps,
            Duration warmUp,
            List<String> only,
            List<String> java) {
        static Options of(List<String> arguments) {
            boolean quick = arguments.contains("--quick");
            int only = arguments.indexOf("--only");
            int jfr = arguments.indexOf("--jfr");
            return new Options(
                    quick ? 2 : 3,
                    Duration.ofMillis(quick ? 500 : 1_200),
                    quick ? 6_000 : 20_000,
                    Duration.ofSeconds(quick ? 6 : 15),
                    List.of(
                            (only < 0 ? "POST GET LIST 1 16 64" : arguments.get(only + 1))
                                    .split(" ")),
                    jfr < 0
                            ? List.of()
                            : List.of(
                                    "-XX:StartFlightRecording:settings=profile,filename="
                                            + arguments.get(jfr + 1)));
        }
    }

    static void run(List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        var data = Files.createTempDirectory("parley-bench");
        try (var postgres = EmbeddedPostgres.start(data, null)) {
            var address = postgres.address();
            var jdbcUrl =
                    "%s?user=%s&password=%s"
                            .formatted(address.jdbcUrl(), address.user(), address.password());
            var environment =
                    Map.of("PARLEY_DATA", data.toString(), "PARLEY_DATABASE_URL", url(address));
            try (var server = ServerProcess.start(environment, options.java())) {
                new ServerBench(options, server, jdbcUrl).measure();
            }
        } finally {
            TemporaryFolder.delete(data);
        }
    }

    private static String url(EmbeddedPostgres.Address address) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        address.user(),
                        address.password(),
                        address.host(),
                        address.port(),
                        address.database());
    }

    private void measure() throws Exception {
        var agent = post("/v1/ai-agents", Given.agentBody()).path("id").asText();
        var body = Given.requestFor(Golden.read("seed-response.json"), agent);
        var stored = post(PATH, body);
        var post = request("POST", PATH, body.toString());
        var list = request("GET", PATH + "?limit=" + LISTED, "");
        warmUp(() -> post, options.warmUps());
        try (var sql = DriverManager.getConnection(jdbcUrl)) {
            become(sql, stored.path("orgId").asText());
            Limit.copyRows(sql, ROWS);
            var limit = new Limit(jdbcUrl, stored, ids(sql));
            report.begin(post.length, stored.toString().length());
            var selects = limits(limit::select);
            selects.put("text, same statement", limit::selectAsServer);
            compare("GET", () -> get(limit.anyId()), selects);
            compare("LIST", () -> list, limits(twin -> limit.list(twin, LISTED)));
            var inserts = limits(limit::insert);
            inserts.put("text, with checks", limit::checkedInsert);
            compare("POST", () -> post, inserts);
        }
        report.end(server.residentMebibytes());
    }

    private static byte[] get(String id) {
        return request("GET", PATH + '/' + id, "");
    }

    private static byte[] request(String method, String path, String body) {
        return HttpClient.request(
                method, path, ServerProcess.KEY, body.getBytes(StandardCharsets.UTF_8));
    }

    private interface OfTwin {
        Load.Client client(String twin) throws SQLException;
    }

    private interface OfLimit {
        Load.Client client() throws SQLException;
    }

    private static Map<String, OfLimit> limits(OfTwin client) {
        var limits = new LinkedHashMap<String, OfLimit>();
        limits.put("text", () -> client.client(Limit.TEXT));
        limits.put("jsonb", () -> client.client(Limit.JSONB));
        return limits;
    }

    /// Until the JVM has compiled what is measured, or has had its time.
    private void warmUp(Supplier<byte[]> requests, long count) throws Exception {
        long end = System.nanoTime() + options.warmUp().toNanos();
        for (long done = 0; done < count && System.nanoTime() < end; ) {
            done += load(16, requests, Duration.ofMillis(500)).count();
        }
    }

    private ObjectNode post(String path, ObjectNode body) throws IOException {
        var request = request("POST", path, body.toString());
        try (var client = new HttpClient(server.url(), () -> request)) {
            client.ask();
            return (ObjectNode) Api.read(client.body());
        }
    }

    private Load.Round load(int connections, Supplier<byte[]> requests, Duration duration)
            throws Exception {
        return load(connections, _ -> new HttpClient(server.url(), requests), duration);
    }

    private static Load.Round load(int connections, Load.Maker maker, Duration duration)
            throws Exception {
        var clients = Load.open(connections, maker);
        try {
            return Load.run(clients, duration);
        } finally {
            Load.close(clients);
        }
    }

    private void compare(String name, Supplier<byte[]> requests, Map<String, OfLimit> limits)
            throws Exception {
        if (!options.only().contains(name)) {
            return;
        }
        warmUp(requests, name.equals("LIST") ? options.warmUps() / 10 : options.warmUps());
        for (int connections : new int[] {1, 16, 64}) {
            if (options.only().contains(Integer.toString(connections))) {
                compare(name, connections, requests, limits);
            }
        }
    }

    private void compare(
            String name, int connections, Supplier<byte[]> requests, Map<String, OfLimit> limits)
            throws Exception {
        var ofServer = new ArrayList<Report.Costed>();
        var ofLimits = new LinkedHashMap<String, List<Load.Round>>();
        for (int i = 0; i < options.rounds(); i++) {
            for (var limit : limits.entrySet()) {
                ofLimits.computeIfAbsent(limit.getKey(), _ -> new ArrayList<>())
                        .add(load(connections, _ -> limit.getValue().client(), options.round()));
            }
            double before = server.cpuSeconds();
            double compiling = server.compilingSeconds();
            var round = load(connections, requests, options.round());
            ofServer.add(
                    new Report.Costed(
                            round,
                            server.cpuSeconds() - before,
                            server.compilingSeconds() - compiling));
        }
        report.row(name, connections, ofServer, ofLimits);
    }

    private static void become(Connection sql, String org) throws SQLException {
        try (var set = sql.prepareStatement("SELECT set_config('parley.org_id', ?, false)")) {
            set.setString(1, org);
            set.execute();
        }
    }

    private static List<String> ids(Connection sql) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery("SELECT id FROM " + Limit.TEXT)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
