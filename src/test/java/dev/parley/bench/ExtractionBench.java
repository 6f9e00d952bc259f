package dev.parley.bench;

import dev.parley.extraction.Analytics;
import dev.parley.extraction.BuiltInExtractor;
import dev.parley.extraction.Extractor;
import dev.parley.transcript.Speaker;
import dev.parley.transcript.TranscriptLine;
import dev.parley.understanding.Language;
import dev.parley.understanding.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints how many fields of labelled conversations the built-in extractor gets right; `--misses`
/// lists the rest.
public final class ExtractionBench {
    private static final Path SETS = Path.of("src/test/resources/extraction");
    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "phone",
                    "email",
                    "address",
                    "consent",
                    "sentiment",
                    "status",
                    "actionItem");

    private ExtractionBench() {}

    /// A conversation with what a careful reader would note down.
    record Labelled(String id, Map<String, String> labels, Extractor.Call call) {
        @Nullable String label(String key) {
            return labels.get(key);
        }
    }

    /// Right and asked, field by field.
    public static final class Score {
        private final Map<String, int[]> byField = new LinkedHashMap<>();

        void add(String field, boolean isRight) {
            var counts = byField.computeIfAbsent(field, name -> new int[2]);
            counts[0] += isRight ? 1 : 0;
            counts[1]++;
        }

        double of(String field) {
            var counts = byField.getOrDefault(field, new int[] {1, 1});
            return (double) counts[0] / counts[1];
        }

        /// The mean of the fields.
        public double mean() {
            return FIELDS.stream().mapToDouble(this::of).average().orElse(0);
        }
    }

    public static void main(String[] arguments) {
        var showsMisses = List.of(arguments).contains("--misses");
        for (var set : List.of("tuning", "held-out", "held-out-2", "held-out-3")) {
            var all = load(set);
            print(
                    set + " (" + all.size() + ")",
                    score(all, showsMisses && !set.equals("held-out-3")));
            for (var language : List.of("en", "es", "hi")) {
                var some =
                        all.stream().filter(one -> language.equals(one.label("language"))).toList();
                print("  " + language + " (" + some.size() + ")", score(some, false));
            }
        }
    }

    private static void print(String title, Score score) {
        var line = new StringBuilder("%-16s mean %.3f ".formatted(title, score.mean()));
        FIELDS.forEach(field -> line.append(" %s %.3f".formatted(field, score.of(field))));
        System.out.println(line);
    }

    /// The score of a whole set.
    public static Score score(String set) {
        return score(load(set), false);
    }

    private static Score score(List<Labelled> all, boolean showsMisses) {
        var score = new Score();
        for (var one : all) {
            var found = found(new BuiltInExtractor().extract(one.call()));
            for (var field : FIELDS) {
                var isRight = isRight(field, one.label(field), found.get(field));
                score.add(field, isRight);
                if (showsMisses && !isRight) {
                    System.out.printf(
                            "    %s %s: expected <%s> found <%s>%n",
                            one.id(), field, one.label(field), found.get(field));
                }
            }
        }
        return score;
    }

    private static Map<String, @Nullable String> found(Analytics facts) {
        var found = new HashMap<String, @Nullable String>();
        found.put("name", facts.nameOfCaller());
        found.put("phone", facts.phoneNumberOfCaller());
        found.put("email", facts.emailAddressOfCaller());
        found.put("address", facts.addressOfCaller());
        found.put("consent", String.valueOf(facts.isAudioConsentGiven()));
        found.put("sentiment", facts.sentimentOfCaller().wire());
        found.put("status", facts.prospectStatus() == null ? null : facts.prospectStatus().name());
        found.put(
                "actionItem",
                String.valueOf(facts.actionItems() != null && !facts.actionItems().isEmpty()));
        return found;
    }

    private static boolean isRight(
            String field, @Nullable String expected, @Nullable String found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        return switch (field) {
            case "phone" -> digits(expected).equals(digits(found));
            case "status" -> List.of(expected.split("\\|")).contains(found);
            case "name", "address" -> words(expected).equals(words(found));
            default -> expected.equals(found);
        };
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static List<String> words(String text) {
        return Utterance.of(text).words().stream().map(word -> word.key()).toList();
    }

    private static List<Labelled> load(String set) {
        try (var files = Files.list(SETS.resolve(set))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(ExtractionBench::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Labelled read(Path file) {
        var labels = new HashMap<String, String>();
        var lines = new ArrayList<TranscriptLine>();
        for (var line : readLines(file)) {
            var colon = line.indexOf(": ");
            if (line.startsWith("# ")) {
                labels.put(line.substring(2, colon), line.substring(colon + 2));
            } else if (colon > 0) {
                lines.add(line(line.substring(0, colon), line.substring(colon + 2), lines.size()));
            }
        }
        var language =
                switch (labels.getOrDefault("language", "en")) {
                    case "es" -> Language.SPANISH;
                    case "hi" -> Language.HINDI;
                    default -> Language.ENGLISH;
                };
        var call =
                new Extractor.Call(
                        labels.getOrDefault("agent", ""),
                        labels.getOrDefault("company", ""),
                        language,
                        labels.getOrDefault("region", "US"),
                        lines);
        return new Labelled(file.getFileName().toString(), labels, call);
    }

    private static TranscriptLine line(String speaker, String message, int second) {
        var time =
                String.format(
                        Locale.ROOT, "2026-01-05T10:%02d:%02d.000000", second / 60, second % 60);
        return new TranscriptLine(Speaker.valueOf(speaker), message, time, message);
    }

    private static List<String> readLines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
