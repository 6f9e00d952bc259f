package dev.parley.bench;

import dev.parley.platform.json.Json;
import dev.parley.testing.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// Spoken calls, more and more of them, until the slowest hundredth of any limit breaks. The
/// server, its providers and its callers are three processes.
final class CallsBench {
    private static final double MAX_ADDED = 15;
    private static final double MAX_LAST_FRAME = 100;
    private static final double MAX_ABORT = 600;
    private static final double MAX_MEBIBYTES = 1;
    private static final Duration SETTLING = Duration.ofSeconds(6);
    private static final Duration CALIBRATION = Duration.ofSeconds(45);

    private static final Duration BETWEEN_BARE_REQUESTS = Duration.ofMillis(50);

    /// Places in the cycle at which no two answers are made at once.
    private static final int[] APART = {0, 975, 875};

    private static final String HEAD =
            "calls  CPU/call  calls/core   added ms p50   p95   p99 |  last frame |  abort  |"
                    + "  gaps | lost | MiB/call heap, RSS | load: late p99, CPU\n"
                    + "limits                                         <= 15 |   p99 <= 100|"
                    + " p99<=600|     0 |    0 |            <= 1     |\n";

    private final Options options;
    private final ServerProcess server;
    private final CallProviders providers;
    private final CallsLoad load;
    private final List<Step> steps = new ArrayList<>();
    private long silence;

    private CallsBench(
            Options options, ServerProcess server, CallProviders providers, CallsLoad load) {
        this.options = options;
        this.server = server;
        this.providers = providers;
        this.load = load;
    }

    private record Options(
            int from, int to, int by, int seconds, boolean isTwilio, boolean goesOn) {
        static Options of(List<String> arguments) {
            return new Options(
                    number(arguments, "--from", 50),
                    number(arguments, "--to", 1_000),
                    number(arguments, "--by", 50),
                    number(arguments, "--seconds", 42),
                    arguments.contains("--twilio"),
                    arguments.contains("--all"));
        }

        private static int number(List<String> arguments, String name, int usual) {
            int at = arguments.indexOf(name);
            return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
        }
    }

    /// What one step was like.
    private record Step(
            int calls, double cpu, double heap, double resident, Instant from, Instant to) {}

    static void run(List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        var data = Files.createTempDirectory("parley-bench");
        var recording = data.resolve("calls.jfr");
        try (var providers = CallProviders.start()) {
            var base = "http://127.0.0.1:" + providers.port() + "/v1";
            var environment =
                    Map.of(
                            "PARLEY_DATA",
                            data.toString(),
                            "PARLEY_MAX_CALLS",
                            "5000",
                            "PARLEY_CARRIER",
                            "simulated",
                            "PARLEY_STT_DEEPGRAM_URL",
                            "ws://127.0.0.1:" + providers.port() + "/v1/listen",
                            "PARLEY_LLM_BASE_URL",
                            base,
                            "PARLEY_LLM_MODEL",
                            "fake",
                            "PARLEY_TTS_BASE_URL",
                            base,
                            "PARLEY_TTS_MODEL",
                            "fake");
            CallsBench bench;
            try (var server =
                            ServerProcess.start(environment, List.of(CpuSplit.option(recording)));
                    var load = load(server, providers, options)) {
                bench = new CallsBench(options, server, providers, load);
                bench.measure();
            }
            bench.split(recording);
        } finally {
            TemporaryFolder.delete(data);
        }
    }

    private static CallsLoad load(ServerProcess server, CallProviders providers, Options options) {
        var number = options.isTwilio() ? number(server.url()) : "";
        return new CallsLoad(
                server.url(), ServerProcess.KEY, options.isTwilio(), number, providers::streams);
    }

    private void measure() throws Exception {
        warmUp();
        calibrate();
        double heap = heap();
        long resident = server.residentMebibytes();
        System.out.print(HEAD);
        boolean holds = true;
        for (int calls = options.from();
                (holds || options.goesOn()) && calls <= options.to();
                calls += options.by()) {
            holds = step(calls, heap, resident);
        }
    }

    /// A few calls, one speaking at a time: how long a caller is silent until the turn ends. It is
    /// a rule, not a delay, so it is no part of what the server adds.
    private void calibrate() {
        var figures = new CallFigures();
        figures.since = System.nanoTime();
        for (int phase : APART) {
            load.begin(figures, phase);
        }
        rest(CALIBRATION);
        load.end();
        var turns = providers.turns();
        silence = AddedTime.silence(figures.answers, turns);
        var added = AddedTime.of(figures.answers, turns, silence);
        System.out.printf(
                Locale.ROOT,
                "nearly alone, %d turns end after %.1f ms of silence; the server adds p50 %.1f, p99"
                        + " %.1f ms (%s)%n",
                added.total().getTotalCount(),
                silence / 1e6,
                added.millis(50),
                added.millis(99),
                added.parts());
    }

    /// Until the server's JVM has compiled what is measured.
    private void warmUp() {
        var figures = new CallFigures();
        fill(60, figures);
        rest(Duration.ofSeconds(60));
        load.end();
        rest(Duration.ofSeconds(3));
    }

    /// A wait that a thread's left-over permit does not cut short.
    private static void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// What the machine itself takes for a request under this load, whoever makes it: the peer of
    /// what the server adds.
    private Histogram bareRequests(Duration time) {
        var bare = CallFigures.histogram();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            long asked = System.nanoTime();
            providers.streams();
            CallFigures.record(bare, System.nanoTime() - asked);
            rest(BETWEEN_BARE_REQUESTS);
        }
        return bare;
    }

    private void fill(int calls, CallFigures figures) {
        while (load.count() < calls) {
            load.begin(figures);
        }
    }

    private boolean step(int calls, double heapBefore, long residentBefore) throws Exception {
        var figures = new CallFigures();
        load.end();
        fill(calls, figures);
        rest(SETTLING);
        var from = Instant.now();
        double cpu = server.cpuSeconds();
        double own = ownCpu();
        load.between(() -> figures.since = System.nanoTime());
        var bare = bareRequests(Duration.ofSeconds(options.seconds()));
        load.between(() -> figures.until = System.nanoTime());
        double perCall = (server.cpuSeconds() - cpu) / options.seconds() / calls;
        double ownShare = (ownCpu() - own) / options.seconds();
        var to = Instant.now();
        // what began within the time is answered by now
        rest(Duration.ofSeconds(3));
        double heap = (heap() - heapBefore) / calls;
        double resident = (double) (server.residentMebibytes() - residentBefore) / calls;
        steps.add(new Step(calls, perCall, heap, resident, from, to));
        var added = AddedTime.of(figures.answers, providers.turns(), silence);
        boolean holds = print(steps.getLast(), figures, added, ownShare);
        System.out.printf(
                Locale.ROOT,
                "      a bare request to the providers meanwhile, of which a turn makes two: %.1f, %.1f%n",
                CallFigures.millis(bare, 50),
                CallFigures.millis(bare, 99));
        return holds;
    }

    private boolean print(Step step, CallFigures figures, AddedTime added, double ownShare) {
        double lastFrame = CallFigures.millis(figures.lastFrames, 99);
        double abort = CallFigures.millis(figures.aborts, 99);
        int lost = figures.lost + figures.unanswered + figures.unaborted;
        System.out.printf(
                Locale.ROOT,
                "%5d %7.3f %% %11.0f %14.1f %6.1f %5.1f | %11.0f | %7.0f | %5d | %4d |"
                        + " %9.2f %8.2f | %9.1f ms %3.0f %%  (%d turns, %d interruptions)%n",
                step.calls(),
                100 * step.cpu(),
                1 / step.cpu(),
                added.millis(50),
                added.millis(95),
                added.millis(99),
                lastFrame,
                abort,
                figures.gaps,
                lost,
                step.heap(),
                step.resident(),
                CallFigures.millis(figures.lateness, 99),
                100 * ownShare,
                added.total().getTotalCount(),
                figures.aborts.getTotalCount());
        System.out.printf("      p50 and p99 of the parts: %s%n", added.parts());
        return added.millis(99) <= MAX_ADDED
                && lastFrame <= MAX_LAST_FRAME
                && abort <= MAX_ABORT
                && figures.gaps == 0
                && lost == 0
                && step.heap() <= MAX_MEBIBYTES;
    }

    private static double ownCpu() {
        return Processes.seconds(Processes.proc(ProcessHandle.current().pid(), "stat"));
    }

    /// Mebibytes of the server's heap in use after a full collection.
    private double heap() throws IOException {
        jcmd("GC.run");
        return jcmd("GC.heap_info")
                .lines()
                .filter(line -> line.contains(" total ") && line.contains("used"))
                .mapToDouble(line ->
                        Double.parseDouble(line.replaceFirst(".*used (\\d+)K.*", "$1")) / 1_024)
                .sum();
    }

    private String jcmd(String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(server.pid()), command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void split(Path recording) throws IOException {
        System.out.println("\nCPU of the server by stage, of every step");
        for (var step : steps) {
            var shares =
                    CpuSplit.of(recording, step.from(), step.to()).entrySet().stream()
                            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                            .map(share ->
                                    "%s %.0f %%".formatted(share.getKey(), 100 * share.getValue()))
                            .collect(Collectors.joining(", "));
            System.out.printf("%5d  %s%n", step.calls(), shares);
        }
    }

    /// A number of the simulated carrier that the sample agent answers.
    private static String number(URI server) {
        var api = new Api(server, ServerProcess.KEY);
        var offers = "/v1/telephony/countries/US/available-phones";
        var number = api.get(offers).array().get(0).path("phoneNumber").asText();
        var purchase = Json.object().put("countryCode", "US").put("phoneNumber", number);
        var phone = api.post("/v1/telephony/phones", purchase).object().path("id").asText();
        var agent = api.get("/v1/ai-agents").array().get(0).path("id").asText();
        api.post("/v1/telephony/phones/" + phone + "/ai-agents/" + agent + "/link", Json.object());
        return number;
    }
}
