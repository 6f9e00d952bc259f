package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.hives.LocalSite;
import dev.parley.hives.Papers;
import dev.parley.testing.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How fast hives are read: a website of this process, a long PDF; and how long people see nothing
/// move meanwhile.
final class IngestionBench {
    private static final int PAGES = 2_000;
    private static final int PDF_PAGES = 500;
    private static final long POLLING_NANOS = 50_000_000;
    private static final String[] WORDS =
            "menu table bread garden wine open morning window price service season kitchen order"
                    .split(" ");

    /// Made once, so that the site costs next to nothing.
    private static final Map<String, LocalSite.Page> PAGE =
            IntStream.rangeClosed(0, PAGES * 11)
                    .mapToObj(number -> "/" + number)
                    .collect(Collectors.toMap(path -> path, IngestionBench::page));

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerProcess server;

    private IngestionBench(ServerProcess server) {
        this.server = server;
    }

    /// @param gapMillis the longest time in which nothing moved
    /// @param cpuSeconds of this process, the server, its readers and PostgreSQL together
    private record Measured(double seconds, double cpuSeconds, double gapMillis, JsonNode notes) {}

    static void run() throws Exception {
        var data = Files.createTempDirectory("parley-bench");
        try (var site = new LocalSite().otherwise(PAGE::get)) {
            var settings =
                    Map.of(
                            "PARLEY_DATA",
                            data.toString(),
                            "PARLEY_ALLOWED_HOSTS",
                            site.place(),
                            "PARLEY_CRAWL_PAGES",
                            Integer.toString(PAGES));
            try (var server = ServerProcess.start(settings, List.of())) {
                new IngestionBench(server).measure(site);
            }
        } finally {
            TemporaryFolder.delete(data);
        }
    }

    private void measure(LocalSite site) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "load %.1f%n", Report.load());
        for (var round : List.of("cold", "warm", "warmer")) {
            print(round + " website", website(site), "pages");
        }
        print("a long PDF", pdf(), "files");
    }

    private static void print(String what, Measured measured, String unit) {
        int done = measured.notes().path("done").asInt();
        int passages = measured.notes().path("passages").asInt();
        System.out.printf(
                Locale.ROOT,
                """
                %-14s %,6d %s, %,6d passages in %5.1f s: %.1f %s/s, %.1f s of CPU; progress stood still %.0f ms at most
                #bench ingestion what=%s per_second=%.1f seconds=%.2f cpu_s=%.2f gap_ms=%.0f passages=%d
                """,
                what,
                done,
                unit,
                passages,
                measured.seconds(),
                done / measured.seconds(),
                unit,
                measured.cpuSeconds(),
                measured.gapMillis(),
                what.replace(' ', '_'),
                done / measured.seconds(),
                measured.seconds(),
                measured.cpuSeconds(),
                measured.gapMillis(),
                passages);
    }

    private Measured website(LocalSite site) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("hiveType", "WEBSITE").put("url", site.url("/0"));
        body.putObject("hiveProps").put("crawl_child_pages", true).put("depth", 10);
        return read(body);
    }

    private Measured pdf() throws IOException, InterruptedException {
        var pages = new ArrayList<List<String>>();
        for (int i = 0; i < PDF_PAGES; i++) {
            var lines = new ArrayList<>(List.of("# Chapter " + i));
            for (int line = 0; line < 45; line++) {
                lines.add(words(i * 100 + line, 14));
            }
            pages.add(lines);
        }
        var upload =
                HttpRequest.newBuilder(URI.create(server.url() + "/v1/files"))
                        .header("Content-Type", Form.type())
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Form.of("long.pdf", Papers.pdf(pages)).bytes()));
        var file = send(upload).path(0).path("id").asText();
        var body = JSON.createObjectNode().put("hiveType", "DOCS");
        body.putArray("file_ids").add(file);
        return read(body);
    }

    /// From the request that makes the hive to the moment it is read.
    private Measured read(ObjectNode body) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var before = Processes.ourSeconds();
        var made =
                send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/v1/hives"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString())));
        var address = URI.create(server.url() + "/v1/hives/" + made.path("id").asText());
        long lastMove = begin;
        long gap = 0;
        var last = "";
        while (true) {
            var hive = send(HttpRequest.newBuilder(address).GET());
            long now = System.nanoTime();
            var notes = hive.at("/content/internalProps");
            var state =
                    notes.path("updated_at").asText()
                            + notes.path("done")
                            + notes.path("current_page");
            if (!state.equals(last)) {
                gap = last.isEmpty() ? 0 : Math.max(gap, now - lastMove);
                lastMove = now;
                last = state;
            }
            switch (hive.path("status").asText()) {
                case "completed" -> {
                    var cpu = Processes.ourSecondsSince(before);
                    // Embeddings are another measurement: nothing is left to embed meanwhile.
                    send(HttpRequest.newBuilder(address).DELETE());
                    return new Measured((now - begin) / 1e9, cpu, gap / 1e6, notes);
                }
                case "failed" -> throw new IOException("Not read: " + notes);
                default -> LockSupport.parkNanos(POLLING_NANOS);
            }
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var key = "Bearer " + ServerProcess.KEY;
        var answer =
                client.send(request.header("Authorization", key).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// A page of about 6 KB: a menu, some text under headings, links to ten others.
    private static LocalSite.Page page(String path) {
        int number = Integer.parseInt(path.substring(1));
        var html = new StringBuilder("<!doctype html><html><head><title>Page ").append(number);
        html.append("</title><style>p{color:#333}</style></head><body><nav><ul>");
        for (int i = 1; i <= 10; i++) {
            html.append("<li><a href=\"/%d\">Next %d</a></li>".formatted(number * 10 + i, i));
        }
        html.append("</ul></nav><main><h1>Page ").append(number).append("</h1>");
        for (int i = 0; i < 5; i++) {
            html.append("<h2>Part ").append(i).append("</h2><p>");
            html.append(words(number * 31 + i, 80)).append("</p>");
        }
        return LocalSite.html(html.append("</main></body></html>").toString());
    }

    private static String words(int seed, int count) {
        return new Random(seed)
                        .ints(count, 0, WORDS.length)
                        .mapToObj(i -> WORDS[i])
                        .collect(Collectors.joining(" "))
                + " "
                + seed
                + ".";
    }
}
