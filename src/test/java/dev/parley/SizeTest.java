package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Budgets: what grows past them is two things and should become two.
class SizeTest {
    private static final Path CODE = Path.of("src", "main", "java", "dev", "parley");
    private static final int MAX_LINES = 300;

    /// The formatter gives long calls and records a line for each part: 150 became about 190.
    private static final int MAX_P90 = 200;

    private static final int MAX_FILES = 15;

    /// One subject each, in many small files that nobody else sees; the first one puts all others
    /// together.
    private static final Set<String> LARGE =
            Set.of(
                    "",
                    "voice",
                    "understanding",
                    "extraction",
                    "conversations",
                    "connections",
                    "live",
                    "brains/desk",
                    "platform/http");

    @Test
    void keepsFilesSmall() throws IOException {
        var lines = lines();
        var sorted = lines.values().stream().sorted().toList();
        int median = sorted.get(sorted.size() / 2);
        int p90 = sorted.get(sorted.size() * 9 / 10);
        System.out.printf(
                "SizeTest: %d files, %d lines, median %d, p90 %d, largest %d%n",
                sorted.size(),
                sorted.stream().mapToInt(Integer::intValue).sum(),
                median,
                p90,
                sorted.getLast());

        assertThat(lines)
                .allSatisfy(
                        (file, count) -> assertThat(count).as(file).isLessThanOrEqualTo(MAX_LINES));
        assertThat(p90).isLessThanOrEqualTo(MAX_P90);
    }

    @Test
    void keepsPackagesSmall() throws IOException {
        var sizes =
                lines().keySet().stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.replaceFirst("/?[^/]*$", ""),
                                        Collectors.counting()));
        LARGE.forEach(sizes::remove);

        assertThat(sizes)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder).isLessThanOrEqualTo(MAX_FILES));
    }

    private static Map<String, Integer> lines() throws IOException {
        var lines = new TreeMap<String, Integer>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var name = CODE.relativize(file).toString().replace('\\', '/');
                lines.put(name, Files.readAllLines(file).size());
            }
        }
        return lines;
    }
}
