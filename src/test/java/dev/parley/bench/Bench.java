package dev.parley.bench;

import java.util.Arrays;
import java.util.List;

/// The benchmarks behind `./parley bench`.
public final class Bench {
    private static final String HELP =
            """
            bench [--quick] [--jfr FILE]   the server against its database's own limit
            bench calls [--from N] [--to N] [--by N] [--seconds S] [--twilio]
                                           spoken calls, until a limit breaks
            bench lists [--quick]          lists of a thousand and of a million conversations
            bench ingestion                pages a second, a long document, how often progress moves
            bench start                    from the start of the process to the first answer
            bench voice                    who tells voice from noise, and how surely
            bench retrieval [--misses]     what is found in hives, how surely, how fast
            bench extraction [--misses]    facts the built-in extractor gets right
            PARLEY_BENCH_JAVA              options of the server's JVM [%s]
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var command = arguments.length == 0 ? "" : arguments[0];
        var rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (command) {
            case "calls" -> CallsBench.run(List.of(rest));
            case "extraction" -> ExtractionBench.main(rest);
            case "ingestion" -> IngestionBench.run();
            case "retrieval" -> RetrievalBench.run(List.of(rest));
            case "lists" -> ListsBench.run(List.of(rest));
            case "start" -> StartBench.run();
            case "voice" -> VoiceBench.run();
            case "help" -> System.out.printf(HELP, String.join(" ", ServerProcess.JAVA_OPTIONS));
            default -> ServerBench.run(List.of(arguments));
        }
    }
}
