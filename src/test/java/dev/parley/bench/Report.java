package dev.parley.bench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The table people read, and one line per row for programs.
final class Report {
    /// A round of the server and the seconds of CPU its process spent in it.
    ///
    /// @param compilingSeconds those of them the JVM spent on itself
    record Costed(Load.Round round, double cpuSeconds, double compilingSeconds) {
        double cpuMicros() {
            return cpuSeconds * 1e6 / round.count();
        }

        double compilingMicros() {
            return compilingSeconds * 1e6 / round.count();
        }
    }

    void begin(int request, int document) {
        System.out.printf(
                Locale.ROOT,
                """
                Conversations: request %,d bytes, document %,d bytes. %d processors, load %.1f.
                The limit is plain JDBC in this process: as many clients as connections, each with a
                connection of its own, prepared, autocommit, one statement per operation on a twin
                of the server's table (its columns and indexes, no row-level security). "text" keeps
                the document as the server does, "jsonb" as jsonb; "text, with checks" also names the
                tenant, looks for the agent and the prospect, keeps the words, and commits. LIST is of 50.
                "all CPU" is what one answer costs in client, server and database together; by it the
                ratio behind the bar holds even where others work on the machine.

                %-5s %5s  %9s %8s %8s %8s %9s %8s   %s
                """,
                request,
                document,
                Runtime.getRuntime().availableProcessors(),
                load(),
                "",
                "conns",
                "server/s",
                "p50 ms",
                "p99 ms",
                "CPU µs",
                "of it JIT",
                "all CPU",
                "limit/s (server : limit | by CPU)");
    }

    void row(
            String name,
            int connections,
            List<Costed> server,
            Map<String, List<Load.Round>> limits) {
        var rounds = server.stream().map(Costed::round).toList();
        double perSecond = perSecond(rounds);
        double cpu = median(server.stream().map(Costed::cpuMicros).toList());
        double all = allCpu(rounds);
        double compiling = median(server.stream().map(Costed::compilingMicros).toList());
        double p50 = median(rounds.stream().map(r -> r.p50Micros() / 1e3).toList());
        double p99 = median(rounds.stream().map(r -> r.p99Micros() / 1e3).toList());
        var text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%-5s %5d  %9.0f %8.2f %8.2f %8.0f %9.0f %8.0f  ",
                                name,
                                connections,
                                perSecond,
                                p50,
                                p99,
                                cpu,
                                compiling,
                                all));
        var line =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "#bench op=%s connections=%d server=%.0f p50_ms=%.3f p99_ms=%.3f"
                                        + " cpu_us=%.0f jit_us=%.0f all_cpu_us=%.0f",
                                name,
                                connections,
                                perSecond,
                                p50,
                                p99,
                                cpu,
                                compiling,
                                all));
        limits.forEach((limit, ofLimit) -> {
            double most = perSecond(ofLimit);
            double least = allCpu(ofLimit);
            text.append(
                    String.format(
                            Locale.ROOT,
                            " %s %.0f (%.2f | %.2f)",
                            limit,
                            most,
                            perSecond / most,
                            least / all));
            line.append(
                    String.format(
                            Locale.ROOT,
                            " limit_%2$s=%1$.0f ratio_%2$s=%3$.3f cpu_ratio_%2$s=%4$.3f",
                            most,
                            limit.replaceAll("\\W+", "_"),
                            perSecond / most,
                            least / all));
        });
        System.out.println(text);
        System.out.println(line);
    }

    void end(long residentMebibytes) {
        System.out.printf(
                Locale.ROOT,
                "%nMemory of the server after the run %d MiB, load now %.1f%n#bench rss_mib=%d%n",
                residentMebibytes,
                load(),
                residentMebibytes);
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double perSecond(List<Load.Round> rounds) {
        return median(rounds.stream().map(Load.Round::perSecond).toList());
    }

    private static double allCpu(List<Load.Round> rounds) {
        return median(rounds.stream().map(Load.Round::cpuMicros).toList());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
