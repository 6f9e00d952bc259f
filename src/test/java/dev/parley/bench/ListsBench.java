package dev.parley.bench;

import dev.parley.platform.postgres.EmbeddedPostgres;
import dev.parley.testing.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/// Lists of conversations in databases of 1,000, 100,000 and 1,000,000, each with a server of its
/// own. The sizes take turns within one run, so that whatever else the machine does hits all of
/// them alike.
final class ListsBench {
    private static final String PATH = "/v1/conversations?limit=50";
    private static final Duration TURN = Duration.ofMillis(300);
    private static final int TURNS = 8;
    private static final int WARM_UPS = 400;
    private static final int[] SIZES = {1_000, 100_000, 1_000_000};
    private static final int[] QUICK_SIZES = {1_000, 10_000, 50_000};

    private ListsBench() {}

    /// A database with its server.
    private record Sized(
            int rows, Path data, EmbeddedPostgres postgres, ServerProcess server, String jdbcUrl) {
        static Sized start(int rows) throws Exception {
            var data = Files.createTempDirectory("parley-bench");
            var postgres = EmbeddedPostgres.start(data, null);
            var address = postgres.address();
            var jdbcUrl =
                    "%s?user=%s&password=%s"
                            .formatted(address.jdbcUrl(), address.user(), address.password());
            var url =
                    "postgresql://%s:%s@%s:%d/%s"
                            .formatted(
                                    address.user(),
                                    address.password(),
                                    address.host(),
                                    address.port(),
                                    address.database());
            var environment = Map.of("PARLEY_DATA", data.toString(), "PARLEY_DATABASE_URL", url);
            return new Sized(
                    rows, data, postgres, ServerProcess.start(environment, List.of()), jdbcUrl);
        }

        void fill() throws Exception {
            long begin = System.nanoTime();
            new Filling(jdbcUrl, one("SELECT id FROM organization LIMIT 1")).run(rows);
            System.out.printf(
                    Locale.ROOT,
                    "%,9d rows in %3.0f s: table %s, its indexes %s, index of texts %s%n",
                    rows,
                    (System.nanoTime() - begin) / 1e9,
                    one("SELECT pg_size_pretty(pg_table_size('conversation'))"),
                    one("SELECT pg_size_pretty(pg_indexes_size('conversation'))"),
                    one(
                            """
                            SELECT pg_size_pretty(pg_total_relation_size('text_posting')
                                + pg_total_relation_size('text_segment')
                                + pg_total_relation_size('text_recent'))
                            """));
        }

        private String one(String query) throws SQLException {
            try (var connection = DriverManager.getConnection(jdbcUrl);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }

        void close() throws Exception {
            server.close();
            postgres.close();
            TemporaryFolder.delete(data);
        }
    }

    /// What is asked of each size.
    ///
    /// @param isSearch whether it has to answer within 50 ms instead of in the time of a thousand
    private record Question(String name, boolean isSearch, Function<Sized, String> path) {
        Question(String name, String query) {
            this(name, query.startsWith("&search_by=transcriptText"), _ -> PATH + query);
        }
    }

    private static List<Question> questions() {
        var words = "&search_by=transcriptText&search_value=";
        return List.of(
                new Question("by date", ""),
                new Question("by date, oldest first", "&sort_by=createdAt"),
                new Question("by start", "&sort_by=timestampStart&sort_order=desc"),
                new Question("status of all", "&status=active"),
                new Question("status of 1 in 20", "&status=" + Corpus.RARE_STATUS),
                new Question("status of none", "&status=nobody"),
                new Question("agent", "&search_by=agentId&search_value=" + Corpus.agent(1)),
                new Question("status, by start", "&status=archived&sort_by=timestampStart"),
                new Question(
                        "changed before",
                        false,
                        size -> PATH + "&updated_before=" + encoded(middle(size))),
                new Question("page two", false, size -> PATH + "&cursor=" + cursor(size, 0)),
                new Question(
                        "deep page",
                        false,
                        size -> PATH + "&cursor=" + cursor(size, size.rows / 2)),
                new Question("source, a piece", "&search_by=source&search_value=9876"),
                new Question("word of all", words + Corpus.COMMON),
                new Question("word of 1 in 100", words + Corpus.MEDIUM),
                new Question("word of 1 in 20,000", words + Corpus.RARE),
                new Question("word of none", words + Corpus.NOWHERE),
                new Question("two words", words + Corpus.MEDIUM + "%20" + Corpus.COMMON),
                new Question("never together", words + Corpus.NORTH + "%20" + Corpus.SOUTH));
    }

    private static String middle(Sized size) {
        return Corpus.createdAt(size.rows / 2).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The cursor after the page that begins at `skip`.
    private static String cursor(Sized size, int skip) {
        return new Api(size.server.url(), ServerProcess.KEY)
                .get(PATH + "&skip=" + skip)
                .http()
                .headers()
                .firstValue("X-Next-Cursor")
                .orElseThrow();
    }

    static void run(List<String> arguments) throws Exception {
        var sizes = new ArrayList<Sized>();
        try {
            for (int rows : arguments.contains("--quick") ? QUICK_SIZES : SIZES) {
                sizes.add(Sized.start(rows));
                sizes.getLast().fill();
            }
            head(sizes);
            for (var question : questions()) {
                row(question, measure(question, sizes));
            }
            System.out.printf(Locale.ROOT, "%nload %.1f%n", Report.load());
        } finally {
            for (var size : sizes) {
                size.close();
            }
        }
    }

    /// What answering took.
    private static final class Taken {
        private final Histogram times = new Histogram(3);
        private double cpuSeconds;

        double at(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e6;
        }

        /// Milliseconds of CPU of one answer, in client, server and database together.
        double cpu() {
            return cpuSeconds * 1e3 / times.getTotalCount();
        }
    }

    private static Map<Sized, Taken> measure(Question question, List<Sized> sizes)
            throws Exception {
        var clients = new LinkedHashMap<Sized, HttpClient>();
        var taken = new LinkedHashMap<Sized, Taken>();
        for (var size : sizes) {
            var path = question.path().apply(size);
            var request = HttpClient.request("GET", path, ServerProcess.KEY, new byte[0]);
            clients.put(size, new HttpClient(size.server.url(), () -> request));
            taken.put(size, new Taken());
        }
        for (int turn = 0; turn <= TURNS; turn++) {
            for (var one : clients.entrySet()) {
                if (turn == 0) {
                    ask(one.getValue(), WARM_UPS, new Taken());
                } else {
                    var into = Objects.requireNonNull(taken.get(one.getKey()));
                    ask(one.getValue(), Integer.MAX_VALUE, into);
                }
            }
        }
        for (var client : clients.values()) {
            client.close();
        }
        return taken;
    }

    private static void ask(HttpClient client, int most, Taken into) throws Exception {
        var cpu = Processes.ourSeconds();
        long end = System.nanoTime() + TURN.toNanos();
        long now = System.nanoTime();
        for (int i = 0; i < most && now < end; i++) {
            client.ask();
            long answered = System.nanoTime();
            into.times.recordValue(answered - now);
            now = answered;
        }
        into.cpuSeconds += Processes.ourSecondsSince(cpu);
    }

    private static void head(List<Sized> sizes) {
        System.out.printf(
                Locale.ROOT,
                """

                A page of 50, one client, the sizes in turns: milliseconds p50 / p99, and of CPU in
                client, server and database together. The ratios are those of the largest to the
                smallest, p99 and CPU. %d processors, load %.1f.

                %-22s\
                """,
                Runtime.getRuntime().availableProcessors(),
                Report.load(),
                "");
        sizes.forEach(size -> System.out.printf(Locale.ROOT, "%,25d", size.rows));
        System.out.println("     ratios");
    }

    private static void row(Question question, Map<Sized, Taken> taken) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-22s", question.name()));
        var line = new StringBuilder("#bench list=" + question.name().replaceAll("\\W+", "_"));
        taken.forEach((size, of) -> {
            text.append(
                    String.format(
                            Locale.ROOT, "%8.2f / %6.2f (%5.2f)", of.at(50), of.at(99), of.cpu()));
            line.append(
                    String.format(
                            Locale.ROOT,
                            " p50_%1$d=%2$.3f p99_%1$d=%3$.3f cpu_%1$d=%4$.3f",
                            size.rows,
                            of.at(50),
                            of.at(99),
                            of.cpu()));
        });
        var all = List.copyOf(taken.values());
        double p99 = all.getLast().at(99) / all.getFirst().at(99);
        double cpu = all.getLast().cpu() / all.getFirst().cpu();
        boolean isKept = question.isSearch() ? all.getLast().at(99) <= 50 : p99 <= 1.5;
        System.out.printf(Locale.ROOT, "%s%7.2f %5.2f  %s%n", text, p99, cpu, isKept ? "" : "(!)");
        System.out.printf(
                Locale.ROOT, "%s ratio_p99=%.3f ratio_cpu=%.3f kept=%s%n", line, p99, cpu, isKept);
    }
}
